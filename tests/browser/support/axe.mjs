// axe-core in an open page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page as it stands, by the rules named, else by WCAG A and AA and best practice. */
export async function violations(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS };
  const found = await page.evaluate(
    async (options) => (await window.axe.run(document, options)).violations,
    { runOnly, resultTypes: ["violations"], preload: false },
  );
  return found.map(({ id, help, nodes }) => ({ id, help, times: nodes.length, where: nodes.slice(0, 3).map((node) => node.html) }));
}
