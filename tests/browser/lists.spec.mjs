// Filters, sorting, and drawings that follow a filter and can be made larger and moved.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { named, visit } from "./support/visit.mjs";

const heard = (page, text) =>
  page.waitForFunction((text) => document.querySelector("body > [role=status]").textContent === text, text);
const dates = (page) =>
  page.locator("table.rows tbody tr:not(.group):visible td.date").evaluateAll((cells) => cells.map((cell) => cell.querySelector("time, data")?.dateTime ?? ""));

test("claims are filtered by words and by status, and how many are left is said", async () => {
  await visit(named("claims"), {}, async (page) => {
    const rows = page.locator("table.rows tbody tr:not(.group)");
    const all = await rows.count();
    await page.getByLabel("Filter", { exact: true }).fill("pentagon");
    const left = await page.locator("table.rows tbody tr:not(.group):visible").count();
    assert(left > 0 && left < all);
    await heard(page, `${left} of ${all} claims`);
    for (const text of await page.locator("table.rows tbody tr:not(.group):visible").allTextContents()) assert.match(text, /pentagon/i);
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Filter", { exact: true }).fill("");
    await page.locator(".filters select:has(option[value=revised])").selectOption("revised");
    const words = await page.locator("table.rows tbody tr:not(.group):visible td.state .term").allTextContents();
    assert(words.length > 0 && words.every((word) => word.includes("revised")), words.join());
    await page.getByLabel("Filter", { exact: true }).fill("no claim says this");
    assert.equal(await page.locator("table.rows .group:visible").count(), 0);
  });
});

test("tables are sorted by what machines read, both ways and back", async () => {
  await visit(named("claims"), {}, async (page) => {
    const head = page.locator("th.date");
    const before = await dates(page);
    await head.getByRole("button").click();
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    await head.getByRole("button").press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    await heard(page, "Sorted by Said, ascending");
    const known = (await dates(page)).filter(Boolean);
    assert.deepEqual(known, known.toSorted());
    assert.equal(await page.locator("table.rows .group:visible").count(), 0);
    await head.getByRole("button").click();
    assert.equal(await head.getAttribute("aria-sort"), null);
    assert.deepEqual(await dates(page), before);
    assert.deepEqual(await violations(page), []);
  });
  await visit(named("actors"), {}, async (page) => {
    await page.getByRole("columnheader", { name: "Claims" }).getByRole("button").click();
    const counts = await page.locator("tbody tr td:last-child").allTextContents();
    assert.deepEqual(counts.map(Number), counts.map(Number).toSorted((a, b) => b - a));
  });
});

test("where a table is a stack its rows are sorted by a choice", async () => {
  await visit(named("claims"), { width: 360 }, async (page) => {
    assert.equal(await page.locator("th button:visible").count(), 0);
    await page.getByLabel("Sort by").selectOption("Said, ascending");
    const known = (await dates(page)).filter(Boolean);
    assert.deepEqual(known, known.toSorted());
    assert.deepEqual(await violations(page), []);
  });
});

test("the timeline and its list show the same events, and lanes without any are gone", async () => {
  await visit(named("timeline"), {}, async (page) => {
    const chart = page.locator(".timeline-chart");
    const high = (await chart.boundingBox()).height;
    const actor = page.locator(".filters").getByLabel("Actor");
    const option = await actor.locator("option").nth(1).getAttribute("value");
    await actor.selectOption(option);
    const listed = await page.locator(".year .timeline > li:visible a.title").evaluateAll((links) => links.map((link) => link.pathname));
    const drawn = await chart.locator(".moment:visible").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert(listed.length > 0 && drawn.length > 0);
    assert(drawn.every((href) => listed.includes(href)));
    assert((await chart.boundingBox()).height < high);
    assert.equal(await page.locator(".month:visible:not(:has(li:visible))").count(), 0);
    assert.deepEqual(await violations(page), []);
  });
});

test("the network draws the ties that its table shows", async () => {
  await visit(named("network"), {}, async (page) => {
    await page.locator(".filters").getByLabel("Actor").selectOption("Russia");
    const rows = await page.locator("table.rows tbody tr:visible").count();
    assert.equal(await page.locator(".network > g").evaluateAll((ties) => ties.filter((tie) => !tie.style.display).length), rows);
    assert(await page.locator(".network > a:visible").count() <= rows + 1);
  });
});

test("the map has the places that its table shows", async () => {
  await visit(named("map"), {}, async (page) => {
    const drawn = () => page.locator(".map .spot:visible").evaluateAll((spots) => spots.map((spot) => spot.getAttribute("href")).toSorted());
    const all = await drawn();
    await page.getByLabel("Filter", { exact: true }).fill("b");
    const rows = page.locator("table.rows tbody tr:visible .what a");
    const listed = await rows.evaluateAll((links) => links.map((link) => link.pathname).toSorted());
    assert(listed.length > 0 && listed.length < all.length);
    assert.deepEqual(await drawn(), listed);
    await page.getByLabel("Filter", { exact: true }).fill("");
    assert.deepEqual(await drawn(), all);
  });
});

test("two fingers make a drawing larger and smaller, one leaves it", async () => {
  await visit(named("map"), { width: 360, hasTouch: true, isMobile: true }, async (page, context) => {
    const plot = page.locator("main > .figure .plot");
    await plot.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await plot.boundingBox();
    const [left, top] = [x + width / 2, y + height / 2];
    const cdp = await context.newCDPSession(page);
    const touch = (type, ...apart) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints: apart.map((by, id) => ({ x: left + by, y: top, id })) });
    const told = page.locator(".zoom output");
    await touch("touchStart", 0);
    await touch("touchMove", 30);
    await touch("touchEnd");
    assert.equal(await told.textContent(), "100 %");
    await touch("touchStart", -20, 20);
    await touch("touchMove", -40, 40);
    await touch("touchMove", -60, 60);
    await touch("touchEnd");
    await page.waitForFunction(() => document.querySelector(".zoom output").value === "300 %");
    await touch("touchStart", -60, 60);
    await touch("touchMove", -40, 40);
    await touch("touchEnd");
    await page.waitForFunction(() => document.querySelector(".zoom output").value === "200 %");
  });
});

for (const name of ["timeline", "network", "map"]) {
  test(`the ${name} is made larger by buttons, keys and the wheel, and the page scrolls as ever`, async () => {
    await visit(named(name), {}, async (page) => {
      const plot = page.locator("main > .figure .plot");
      const told = page.locator(".zoom output");
      await page.getByRole("button", { name: "Zoom in" }).click();
      assert.equal(await page.getByRole("status").filter({ hasText: "150 %" }).count(), 1);
      await page.getByRole("button", { name: "Reset zoom" }).click();
      assert.equal(await told.textContent(), "100 %");
      await plot.focus();
      await page.keyboard.press("+");
      await page.keyboard.press("+");
      assert.equal(await told.textContent(), "225 %");
      const left = () => plot.evaluate((element) => [element.scrollLeft, element.scrollTop]);
      const [x, y] = await left();
      await page.keyboard.press("ArrowRight");
      assert.equal((await left())[0], x + 60);
      if (name === "map") {
        await page.keyboard.press("ArrowDown");
        assert.notEqual((await left())[1], y);
      }
      const box = await plot.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + 60);
      const [before] = await left();
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 40, box.y + 60, { steps: 4 });
      await page.mouse.up();
      assert.equal((await left())[0], before - 40);
      await page.mouse.wheel(0, 200);
      await page.waitForFunction(() => scrollY > 0);
      assert.equal(await told.textContent(), "225 %");
      assert.deepEqual(await violations(page), []);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -100);
      await page.keyboard.up("Control");
      await page.waitForFunction(() => document.querySelector(".zoom output").value !== "225 %");
      await plot.focus();
      await page.keyboard.press("0");
      assert.equal(await told.textContent(), "100 %");
    });
  });
}
