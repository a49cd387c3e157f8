// axe-core finds nothing on any kind of page: WCAG 2.0, 2.1 and 2.2 at A and AA and best practice, wide and narrow. In the dark
// only colours are other ones, so only those are looked at again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { pages, visit } from "./support/visit.mjs";

for (const target of pages) {
  for (const width of [360, 1280]) {
    test(`${target.name} at ${width} px has no barrier that axe knows`, async () => {
      await visit(target, { width }, async (page) => {
        assert.deepEqual(await violations(page), []);
        await page.emulateMedia({ colorScheme: "dark" });
        assert.deepEqual(await violations(page, ["color-contrast"]), [], "dark");
      });
    });
  }
}
