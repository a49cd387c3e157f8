// Runs the tests: starts the server and the one browser, hands them to `node --test`, and makes the contact sheet of what
// was seen. Takes the folders of built sites, the sample first; words after `--` go to `node --test`, names of files choose specs.

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { contactSheet } from "./contact-sheet.mjs";
import { basePath } from "./pages.mjs";
import { serve } from "./server.mjs";
import { ARGUMENTS, CHROMIUM } from "./chromium.mjs";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const artefacts = resolve(here, "../../target/browser");

/** What is measured with a clock runs alone, after all else. */
const ALONE = ["lighthouse.spec.mjs"];

function test(specs, flags, env) {
  if (specs.length === 0) return 0;
  const words = ["--test", ...flags, ...specs.map((spec) => join(here, spec))];
  const child = spawn(process.execPath, words, { stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)));
}

const words = process.argv.slice(2);
const cut = words.includes("--") ? words.indexOf("--") : words.length;
const folders = words.slice(0, cut).map((folder) => resolve(folder));
const only = words.slice(cut + 1).filter((word) => word.endsWith(".mjs"));
const flags = words.slice(cut + 1).filter((word) => !word.endsWith(".mjs"));

const all = readdirSync(here).filter((file) => file.endsWith(".spec.mjs"));
const specs = all.filter((spec) => only.length === 0 || only.some((word) => word.endsWith(spec)));
if (only.length === 0) rmSync(artefacts, { recursive: true, force: true });
mkdirSync(artefacts, { recursive: true });

const server = await serve(folders.map((folder) => ({ base: basePath(folder), folder })));
const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: ARGUMENTS, headless: true });
const env = {
  SITE_ORIGIN: server.origin,
  SITE_FOLDERS: JSON.stringify(folders),
  BROWSER_ENDPOINT: browser.wsEndpoint(),
  ARTEFACTS: artefacts,
};
const together = specs.filter((spec) => !ALONE.includes(spec));
const reporter = ["--test-reporter=spec", "--test-concurrency=2", ...flags];
const first = await test(together, reporter, env);
await contactSheet(browser.wsEndpoint(), artefacts);
const second = await test(specs.filter((spec) => ALONE.includes(spec)), reporter, env);
await browser.close();
server.close();
process.exit(first || second);
