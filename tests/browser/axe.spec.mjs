// axe-core finds nothing on any kind of page: WCAG 2.0, 2.1 and 2.2 at A and AA and best practice. Once wide and light, once
// narrow and dark: what depends on one of both is seen either way.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { pages, visit } from "./support/visit.mjs";

for (const target of pages) {
  for (const [width, scheme] of [[1280, "light"], [360, "dark"]]) {
    test(`${target.name} at ${width} px, ${scheme}, has no barrier that axe knows`, async () => {
      await visit(target, { width, scheme }, async (page) => assert.deepEqual(await violations(page), []));
    });
  }
}
