// What readers have to fetch. Every brief of the sample site, and a page of each other kind, is opened as by someone who was never
// there before; what comes over the wire is counted as a static host sends it, text compressed and fonts as they are.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { base, folders, sample, visit } from "./support/visit.mjs";
import { pagesOf } from "./support/pages.mjs";

const KB = 1024;
/** All that a brief loads, over the wire. */
const ALL = 120 * KB;
/** The same without fonts. */
const WITHOUT_FONTS = 30 * KB;
/** All style sheets that a page of any kind loads, for the screen and for paper, as they lie on the disk. */
const SHEETS = 24 * KB;
/** All scripts of the theme but previews, as they lie on the disk. */
const SCRIPTS = 20 * KB;

const kindOf = (response) => {
  const type = response.headers()["content-type"] ?? "";
  return ["font", "css", "javascript", "html"].find((kind) => type.includes(kind)) ?? "other";
};

async function weigh(path) {
  const responses = [];
  const wire = {};
  const disk = {};
  await visit(path, { before: (page) => page.on("response", (response) => responses.push(response)) }, async (page) => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");
    for (const response of responses) {
      const kind = kindOf(response);
      wire[kind] = (wire[kind] ?? 0) + Number(response.headers()["content-length"]);
      disk[kind] = (disk[kind] ?? 0) + (await response.body()).length;
    }
  });
  return { wire, disk };
}

const briefs = pagesOf(folders[0]).filter(({ kind }) => kind === "brief");

for (const { path } of briefs) {
  test(`${path} is light`, async (t) => {
    const { wire, disk } = await weigh(base + path);
    const all = Object.values(wire).reduce((sum, bytes) => sum + bytes, 0);
    const withoutFonts = all - (wire.font ?? 0);
    const told = `over the wire ${all}, without fonts ${withoutFonts}; style sheets ${disk.css}, scripts ${disk.javascript ?? 0}`;
    t.diagnostic(told);
    assert(all <= ALL, told);
    assert(withoutFonts <= WITHOUT_FONTS, told);
    assert(disk.css <= SHEETS, told);
  });
}

for (const { name, path } of sample.filter(({ kind }) => kind !== "brief")) {
  test(`${name} has light sheets`, async (t) => {
    const { disk } = await weigh({ path, kind: name });
    t.diagnostic(`style sheets ${disk.css}`);
    assert(disk.css > 0 && disk.css <= SHEETS, `${path}: style sheets ${disk.css}`);
  });
}

test("the theme's scripts are light", () => {
  const assets = join(folders[0], "assets");
  const scripts = readdirSync(assets).filter((file) => file.endsWith(".js") && file !== "previews.js");
  const bytes = scripts.reduce((sum, file) => sum + statSync(join(assets, file)).size, 0);
  assert(scripts.length > 3 && bytes <= SCRIPTS, `${scripts}: ${bytes}`);
});
