// Reflow (WCAG 1.4.10) and larger text (1.4.4): nothing sticks out at 320 px, or at 200 % zoom of a small window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { artefact, named, visit } from "./support/visit.mjs";
import { overflow } from "./support/measure.mjs";

const LOOKED_AT = ["home", "brief", "brief-figures", "actor", "event", "source", "claims", "timeline", "map", "network"];

for (const name of LOOKED_AT) {
  test(`${name} fits 320 px`, async () => {
    await visit(named(name), { width: 320, height: 568 }, async (page) => {
      assert.deepEqual(await overflow(page), []);
      await page.screenshot({ path: artefact("pages", `${name}.320.light.png`), fullPage: true });
    });
  });
  test(`${name} fits at 200 % zoom`, async () => {
    // Zoom halves the CSS pixels of a window and doubles those of the screen in each.
    await visit(named(name), { width: 640, height: 400, deviceScaleFactor: 2 }, async (page) => {
      assert.deepEqual(await overflow(page), []);
    });
  });
}
