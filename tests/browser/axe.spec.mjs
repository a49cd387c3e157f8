// axe-core finds nothing on any kind of page: WCAG 2.0, 2.1 and 2.2 at A and AA and best practice, in light and dark, wide and narrow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pages, visit } from "./support/visit.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page) {
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.slice(0, 3).map((node) => node.html), times: nodes.length }));
}

for (const target of pages) {
  for (const width of [360, 1280]) {
    test(`${target.name} at ${width} px has no barrier axe knows`, async () => {
      await visit(target, { width }, async (page) => {
        await page.evaluate(axe);
        for (const scheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme: scheme });
          assert.deepEqual(await violations(page), [], scheme);
        }
      });
    });
  }
}
