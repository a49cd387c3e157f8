// No page is wider than its screen, at any width, in light and dark, with scripts and without. Keeps a picture of each.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { artefact, pages, visit } from "./support/visit.mjs";
import { overflow } from "./support/measure.mjs";

const WIDTHS = [360, 768, 1280];

async function fits(page, what) {
  assert.deepEqual(await overflow(page), [], `${what}: these stick out sideways`);
}

for (const target of pages) {
  describe(`${target.name} (${target.path})`, () => {
    for (const width of WIDTHS) {
      test(`fits ${width} px, light and dark`, async () => {
        await visit(target, { width }, async (page) => {
          for (const scheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme: scheme });
            await fits(page, scheme);
            if (scheme === "light" || width !== 768) {
              await page.screenshot({ path: artefact("pages", `${target.name}.${width}.${scheme}.png`), fullPage: true });
            }
          }
        });
      });
    }
    test("fits every width without scripts", async () => {
      await visit(target, { width: WIDTHS[0], scripts: false }, async (page) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await fits(page, `${width} px`);
        }
      });
    });
  });
}
