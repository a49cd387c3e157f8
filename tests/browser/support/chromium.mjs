// Which browser, and how it is started: quiet, with no network but the loopback interface.

import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser's program: `CHROMIUM` of the environment, else where systems keep it. */
export const CHROMIUM = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));

export const ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--no-first-run",
];
