// Nothing jumps while a page loads, though its fonts come late.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { test } from "node:test";
import { pages, visit } from "./support/visit.mjs";

/** Cumulative layout shift, as https://web.dev/articles/cls counts it. */
const MOST = {
  // A fifth of what that page calls good: a line that breaks elsewhere in the widths of the fallback moves all below it.
  late: 0.02,
  // Where no font comes, nothing else may move: neither tools nor filters that scripts put in.
  never: 0.01,
};

const lateFonts = (page) =>
  page.route("**/*.woff2*", async (route) => {
    await setTimeout(250);
    await route.continue();
  });

const noFonts = (page) => page.route("**/*.woff2*", (route) => route.abort());

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
    for (const [width, fonts] of [[360, "late"], [1280, "late"], [360, "never"]]) {
      const options = fonts === "late" ? { before: lateFonts } : { before: noFonts, allow: /woff2|ERR_FAILED/ };
      await visit(target, { width, ...options }, async (page) => {
        const sum = await shift(page);
        assert(sum < MOST[fonts], `at ${width} px it moves by ${sum.toFixed(4)} where fonts come ${fonts}`);
      });
    }
  });
}
