// Opens pages in the one browser that `support/host.mjs` started. Each visit fails on what no page of a site may do: write to
// the console, break its own content security policy, miss a file, or ask another host for anything.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after } from "node:test";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { basePath, chosen } from "./pages.mjs";

const { SITE_ORIGIN, SITE_FOLDERS, BROWSER_ENDPOINT, ARTEFACTS } = process.env;
assert(BROWSER_ENDPOINT, "start the tests with tests/browser/run SITE_DIR");

export const origin = SITE_ORIGIN;
/** The folder of the sample site, and those of the other sites. */
export const folders = JSON.parse(SITE_FOLDERS);
/** The base path of the sample site. */
export const base = basePath(folders[0]);
/** One page of each kind of the sample site: { name, path, kind, … }. */
export const sample = chosen(folders[0], base);
/** The same of the other sites; their names begin with the site's base path: `scripts-brief`. */
export const others = folders.slice(1).flatMap((folder) => {
  const under = basePath(folder);
  const wanted = ["brief", "actor", "stub", "home"];
  const pages = chosen(folder, under).filter(({ name }) => wanted.includes(name));
  return pages.map((page) => ({ ...page, name: `${under.split("/").at(-2)}-${page.name}` }));
});
/** All pages that are looked at. */
export const pages = [...sample, ...others];
/** The page of that name. */
export const named = (name) => pages.find((page) => page.name === name) ?? assert.fail(`no page is called ${name}`);

export const browser = await chromium.connect(BROWSER_ENDPOINT);
after(() => browser.close()); // hangs up; the browser itself goes on

/** Where a picture or a file of this run is kept: `target/browser/…`. */
export function artefact(...parts) {
  mkdirSync(join(ARTEFACTS, ...parts.slice(0, -1)), { recursive: true });
  return join(ARTEFACTS, ...parts);
}

function watch(page, faults, allow) {
  const fault = (text) => allow?.test(text) || faults.push(text);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) fault(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => fault(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => fault(`failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && asked !== origin) fault(`another host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) fault(`${response.status()}: ${response.url()}`);
  });
}

/** A redirect that stands still, so that one can look at it. */
async function hold(page) {
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, "");
    return route.fulfill({ response, body });
  });
}

/** Opens `path` (an address on the server, or a page of `pages`), waits until its fonts are there, has `look(page)` look at
 *  it, and fails on any fault on the way.
 *  `width` and `height` in CSS pixels; `until: "commit"` does not wait; `scheme` is light or dark; `scripts: false` turns scripts off; `allow` is a pattern of
 *  faults that are meant; `before(page)` is called before the address is; all else goes to Playwright's `newContext`. */
export async function visit(target, options, look) {
  const { width = 1280, height = 900, scheme = "light", scripts = true, until = "load", allow, before, ...rest } = options;
  const path = target.path ?? target;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    ...rest,
  });
  const faults = [];
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    watch(page, faults, allow);
    if (target.kind === "redirect") await hold(page);
    await before?.(page);
    await page.goto(origin + path, { waitUntil: until });
    // Where scripts are off, promises of the page never come true; what is asked at once is answered.
    if (scripts && until === "load") await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await look(page, context);
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, [], `${path} at ${width} px, ${scheme}`);
}
