// What readers ask of their systems is heeded: less motion, more contrast, colours of their own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { artefact, named, visit } from "./support/visit.mjs";

const LOOKED_AT = ["home", "brief-figures", "actor", "event", "timeline", "map", "network", "questions"];

for (const name of LOOKED_AT) {
  test(`${name} keeps still where less motion is wanted`, async () => {
    await visit(named(name), { width: 1280, reducedMotion: "reduce" }, async (page) => {
      const moving = await page.evaluate(() => {
        const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
        const moves = (style) => long(style.transitionDuration) || long(style.animationDuration) || style.scrollBehavior === "smooth";
        return [...document.querySelectorAll("*")].filter((element) => moves(getComputedStyle(element))).map((element) => element.outerHTML.slice(0, 80));
      });
      assert.deepEqual(moving, []);
    });
  });

  test(`${name} has 7:1 where more contrast is wanted`, async () => {
    for (const scheme of ["light", "dark"]) {
      await visit(named(name), { width: 1280, contrast: "more", scheme }, async (page) => {
        assert.deepEqual(await violations(page, ["color-contrast-enhanced"]), [], scheme);
      });
    }
  });

  test(`${name} can be read in colours that are forced`, async () => {
    await visit(named(name), { width: 1280, forcedColors: "active" }, async (page) => {
      // What a drawing says must not be painted in the colour of what is behind it.
      const lost = await page.evaluate(() => {
        const behind = getComputedStyle(document.body).backgroundColor;
        const words = [...document.querySelectorAll("main svg :is(text,.point)")].filter((element) => element.getClientRects().length > 0);
        return words.filter((element) => getComputedStyle(element).fill === behind).map((element) => element.outerHTML.slice(0, 100));
      });
      assert.deepEqual(lost, []);
      await page.screenshot({ path: artefact("pages", `${name}.1280.forced.png`), fullPage: true });
    });
  });
}
