// With the keyboard alone: the skip link comes first and works, every stop can be seen, stops come in the order of the text, and
// one gets out at the end.

import assert from "node:assert/strict";
import { test } from "node:test";
import { named, visit } from "./support/visit.mjs";

const WALKED = [
  ["home", 1280],
  ["brief", 360],
  ["brief-figures", 1280],
  ["actor", 768],
  ["event", 1280],
  ["questions", 360],
  ["timeline", 1280],
  ["map", 1280],
  ["network", 1280],
];

/** Where the focus is: what it is on, whether that can be seen, and whether it comes after the stop before. */
const stop = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const before = window.stopBefore;
    window.stopBefore = element;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return {
      what: element.outerHTML.slice(0, 120),
      seen: outlined && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
      follows: !before || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
  });

for (const [name, width] of WALKED) {
  test(`${name} at ${width} px can be walked through`, async () => {
    await visit(named(name), { width }, async (page) => {
      const most = await page.evaluate(() => document.querySelectorAll("a[href],button,input,select,summary,[tabindex]").length);
      const stops = [];
      for (let step = 0; step <= most + 1; step += 1) {
        await page.keyboard.press("Tab");
        const here = await stop(page);
        if (!here || (stops.length > 0 && here.what === stops[0].what && !here.follows)) break;
        stops.push(here);
      }
      assert.match(stops[0].what, /^<a class="skip"/);
      assert(stops.length > 10 && stops.length <= most, `${stops.length} stops of ${most}: a trap?`);
      assert.deepEqual(stops.filter(({ seen }) => !seen), [], "stops that cannot be seen");
      assert.deepEqual(stops.filter(({ follows }) => !follows), [], "stops out of order");
    });
  });
}

test("the skip link leads past the menu", async () => {
  await visit(named("brief"), { width: 1280 }, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#main");
    await page.keyboard.press("Tab");
    assert(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  });
});
