// Cards beside links to records: under the pointer, on focus, never in the way (WCAG 1.4.13).

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { named, visit } from "./support/visit.mjs";

const card = (page) => page.getByRole("tooltip", { includeHidden: true });
const LINK = ".body a.record[href*='/actors/']";

test("a card comes under the pointer, can be pointed at itself, and goes with Escape", async () => {
  await visit(named("brief-figures"), {}, async (page) => {
    const link = page.locator(LINK).first();
    await link.hover();
    await card(page).waitFor({ state: "visible" });
    assert.match(await card(page).textContent(), new RegExp(await link.textContent()));
    assert.equal(await link.getAttribute("aria-describedby"), "preview");
    assert.deepEqual(await violations(page), []);
    await card(page).hover();
    await page.waitForTimeout(600);
    assert(await card(page).isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await card(page).isVisible(), false);
    assert.equal(await link.getAttribute("aria-describedby"), null);
    await link.hover({ position: { x: 2, y: 2 } });
    await page.mouse.move(5, 5);
    await page.waitForTimeout(700);
    assert.equal(await card(page).isVisible(), false);
  });
});

test("a card comes with the focus of keys and goes with it", async () => {
  await visit(named("brief-figures"), {}, async (page) => {
    await page.locator(LINK).first().evaluate((link) => {
      const before = document.createElement("button");
      link.before(before);
      before.focus();
    });
    await page.keyboard.press("Tab");
    await card(page).waitFor({ state: "visible" });
    await page.keyboard.press("Escape");
    assert.equal(await card(page).isVisible(), false);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await card(page).waitFor({ state: "visible" });
    await page.keyboard.press("Shift+Tab");
    assert.equal(await card(page).isVisible(), false);
  });
});

test("the card of a claim says who said it", async () => {
  await visit(named("claims"), {}, async (page) => {
    const row = page.locator("tbody tr:not(.group)").first();
    await row.locator("a[href*='#claim-']").first().hover();
    await card(page).waitFor({ state: "visible" });
    const speaker = await row.locator(".speaker").textContent();
    assert((await card(page).textContent()).includes(speaker), speaker);
  });
});

test("a finger gets the page and no card", async () => {
  await visit(named("brief-figures"), { hasTouch: true, width: 390 }, async (page) => {
    const link = page.locator(LINK).first();
    await link.evaluate((element) => element.addEventListener("click", (event) => event.preventDefault()));
    await link.tap();
    await page.waitForTimeout(600);
    assert.equal(await card(page).isVisible(), false);
  });
});
