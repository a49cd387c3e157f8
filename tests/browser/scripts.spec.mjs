// What scripts add to every page: colours, shortcuts, the finder, copying; and that nothing of it is there without scripts.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { folders, named, pages, visit } from "./support/visit.mjs";

const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme ?? "system");
const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const said = (page) => page.locator("[role=status]").last().textContent();
const DARK = "rgb(28, 27, 25)";

for (const target of pages.filter(({ kind }) => kind !== "redirect")) {
  test(`${target.name} loads 20 KB of scripts at most, previews apart`, async () => {
    const html = readFileSync(target.file, "utf8");
    const names = [...html.matchAll(/<script[^>]* src="[^"]*\/assets\/([^"?]+)/g)].map(([, name]) => name);
    const weighed = names.filter((name) => name !== "previews.js");
    const bytes = weighed.reduce((sum, name) => sum + statSync(join(folders[0], "assets", name)).size, 0);
    assert(weighed.length > 0 && bytes <= 20 * 1024, `${bytes} bytes`);
  });
}

for (const target of pages.filter(({ kind }) => kind !== "redirect")) {
  test(`${target.name} has no dead button without scripts`, async () => {
    await visit(target, { scripts: false }, async (page) => {
      assert.equal(await page.locator("button, input, select, dialog, [role=button], [role=status]").count(), 0);
      assert.equal(await page.locator("[hidden]").count(), 0);
    });
  });
}

test("the choice of colours is announced, remembered, and there before the first paint", async () => {
  await visit(named("home"), { scheme: "light" }, async (page, context) => {
    const button = page.getByRole("button", { name: /^Colours/ });
    assert.equal(await theme(page), "system");
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.equal(await theme(page), "dark");
    assert.equal(await paper(page), DARK);
    assert.equal(await said(page), "Colours: Dark");
    assert.equal(await page.locator("meta[name=theme-color]").first().getAttribute("content"), "#1c1b19");
    assert.deepEqual(await violations(page), []);

    const next = await context.newPage();
    // When the body begins nothing is painted yet and no module has run.
    await next.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        window.atFirst = document.documentElement.dataset.theme;
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await next.goto(page.url());
    assert.equal(await next.evaluate(() => window.atFirst), "dark");
    await next.getByRole("button", { name: /^Colours/ }).click();
    assert.equal(await theme(next), "system");
    assert.notEqual(await paper(next), DARK);
  });
});

test("a page on paper has none of the tools and is black on white whatever was chosen", async () => {
  await visit(named("brief"), { scheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const tool of [".tools", ".copy"]) assert.equal(await page.locator(tool).first().isVisible(), false, tool);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light");
  });
});

test("shortcuts open their panel, lead to lists, wait while one types, and can be switched off for good", async () => {
  await visit(named("brief"), {}, async (page) => {
    const panel = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await page.keyboard.press("?");
    assert(await panel.isVisible());
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    assert.equal(await panel.isVisible(), false);
    await page.keyboard.press("t");
    assert.equal(await theme(page), "light");
    await page.keyboard.press("/");
    await page.keyboard.type("t?");
    assert.equal(await page.locator("#find").inputValue(), "t?");
    assert.equal(await theme(page), "light");
    await page.locator("#find").blur();
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.waitForURL(/\/claims\/$/);

    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByLabel("Use these keys").uncheck();
    await page.getByRole("button", { name: "Close" }).click();
    await page.reload();
    await page.keyboard.press("t");
    await page.keyboard.press("?");
    assert.equal(await theme(page), "light");
    assert.equal(await panel.isVisible(), false);
  });
});

test("the finder finds names in any script, by keys alone", async () => {
  await visit(named("home"), {}, async (page) => {
    const box = page.getByRole("combobox", { name: "Find by name" });
    const options = page.getByRole("option");
    for (const [typed, found] of [["윤", "Yoon Suk Yeol"], ["yongbok", "Kim Yong-bok"], ["KIM YONG", "Kim Yong-bok"]]) {
      await box.fill(typed);
      await options.filter({ hasText: found }).first().waitFor();
      assert.equal(await box.getAttribute("aria-expanded"), "true");
    }
    assert(await options.count() <= 12);
    assert.deepEqual(await violations(page), []);
    await box.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    await box.press("Escape");
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    await box.fill("no such name anywhere");
    await page.waitForFunction(() => [...document.querySelectorAll("[role=status]")].some((one) => one.textContent === "Nothing by that name"));
    await box.fill("kim yong-bok");
    await options.first().waitFor();
    await box.press("Enter");
    await page.waitForURL(/\/actors\/kim-yong-bok\/$/);
  });
});

test("citations and addresses of claims are copied, and that is said", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  await visit(named("brief-figures"), { permissions }, async (page) => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator("#cite summary").first().click();
    await page.getByRole("button", { name: "Copy As text" }).click();
    await page.waitForFunction(() => document.querySelector("body > [role=status]").textContent === "Copied");
    assert.equal(await clipboard(), await page.locator("#cite pre").first().textContent());
    const link = page.getByRole("button", { name: /^Copy link to the claim/ }).first();
    await link.click();
    await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes("#claim-")));
    assert.equal((await clipboard()).split("#")[0], page.url());
    assert.deepEqual(await violations(page), []);
  });
});
