// Nothing jumps while a page loads, though its fonts come late.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { test } from "node:test";
import { pages, visit } from "./support/visit.mjs";

/** Cumulative layout shift, as https://web.dev/articles/cls counts it; 0.1 is called good. A heading that breaks elsewhere in the
 *  fallback's widths costs about 0.01, tools or filters that come late 0.03 and more. */
const MOST = 0.02;

const lateFonts = (page) =>
  page.route("**/*.woff2*", async (route) => {
    await setTimeout(250);
    await route.continue();
  });

const shift = (page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const entries = [];
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    await new Promise((done) => setTimeout(done, 50));
    entries.push(...observer.takeRecords());
    return entries.reduce((sum, entry) => sum + entry.value, 0);
  });

for (const target of pages) {
  test(`${target.name} stands still`, async () => {
    for (const width of [360, 1280]) {
      await visit(target, { width, before: lateFonts }, async (page) => {
        const sum = await shift(page);
        assert(sum < MOST, `at ${width} px it moves by ${sum.toFixed(4)}`);
      });
    }
  });
}
