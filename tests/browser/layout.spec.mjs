// No page is wider than its screen or its paper, at any width, with scripts and without. Keeps pictures, of the dark one as well.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { overflow } from "./support/measure.mjs";
import { artefact, pages, visit } from "./support/visit.mjs";

/** CSS pixels: a small phone, a tablet, a desk. */
const WIDTHS = [360, 768, 1280];
/** A4 less its margins. */
const PAPER = 643;

async function fits(page, what) {
  assert.deepEqual(await overflow(page), [], `${what}: these stick out sideways`);
}

for (const target of pages) {
  const picture = (page, width, mode) =>
    page.screenshot({ path: artefact("pages", `${target.name}.${width}.${mode}.png`), fullPage: true });

  describe(`${target.name} (${target.path})`, () => {
    test("fits every screen and paper", async () => {
      await visit(target, { width: WIDTHS[0] }, async (page) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await fits(page, `${width} px`);
          await picture(page, width, "light");
        }
        // Colours move nothing: a picture is enough.
        await page.emulateMedia({ colorScheme: "dark" });
        await picture(page, 1280, "dark");
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize({ width: PAPER, height: 900 });
        await page.emulateMedia({ media: "print" });
        await fits(page, "paper");
        await picture(page, PAPER, "print");
      });
    });
    test("fits every screen without scripts", async () => {
      await visit(target, { width: WIDTHS[0], scripts: false }, async (page) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await fits(page, `${width} px`);
        }
      });
    });
  });
}
