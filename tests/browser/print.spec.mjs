// On paper: black on white, no navigation, the marking at the head and foot of each page, notes after the text, addresses behind
// links, what is folded open.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { artefact, named, others, visit } from "./support/visit.mjs";

/** Visible elements that `selector` finds, as the beginnings of their text. */
const visible = (page, selector) =>
  page.evaluate(
    (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map((element) => element.textContent.trim().slice(0, 60)),
    selector,
  );

const onPaper = (target, look) =>
  visit(target, { width: 643 }, async (page) => {
    await page.emulateMedia({ media: "print" });
    await look(page);
  });

/** The text of each page of the paper. */
async function pdf(page, name) {
  const file = artefact("print", `${name}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: false, tagged: true });
  const { stdout, status, stderr } = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout.split("\f").slice(0, -1);
}

for (const name of ["brief", "brief-figures"]) {
  test(`${name} has no navigation and no notes in the margin`, async () => {
    await onPaper(named(name), async (page) => {
      assert.deepEqual(await visible(page, "nav, .skip, .sidenote, .back, button, input"), []);
      assert(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor === "rgb(255, 255, 255)"));
    });
  });

  test(`${name} has every note below its text`, async () => {
    await onPaper(named(name), async (page) => {
      const notes = await page.locator(".notes li").count();
      assert(notes > 0);
      assert.equal((await visible(page, ".notes li")).length, notes);
    });
  });

  test(`${name} says where its sources are`, async () => {
    await onPaper(named(name), async (page) => {
      const silent = await page.evaluate(() =>
        [...document.querySelectorAll('#sources a[href^="http"], .body a[href^="http"]')]
          .filter((link) => link.checkVisibility() && link.textContent.trim() !== link.href)
          .filter((link) => !getComputedStyle(link, "::after").content.includes(link.href) && !link.matches(".address"))
          .map((link) => link.outerHTML),
      );
      assert.deepEqual(silent, []);
    });
  });

  test(`${name} bears its marking at the head and foot of each page, and their number`, async () => {
    await visit(named(name), {}, async (page) => {
      const sheets = await pdf(page, name);
      assert(sheets.length > 1);
      for (const [index, sheet] of sheets.entries()) {
        const lines = sheet.split("\n").filter((line) => line.trim());
        assert.match(lines[0], /TLP:CLEAR\s*$/, `head of page ${index + 1}`);
        assert.match(lines.at(-1), new RegExp(`TLP:CLEAR\\s+${index + 1}\\s*/\\s*${sheets.length}\\s*$`), `foot of page ${index + 1}`);
      }
      assert.doesNotMatch(sheets.join("\n"), /Skip to the text|On this page/);
    });
  });
}

test("a chart's table stands open", async () => {
  await onPaper(named("brief-figures"), async (page) => {
    const tables = await page.locator(".figure-table table").count();
    assert(tables > 0);
    const heights = await page.evaluate(() => [...document.querySelectorAll(".figure-table table")].map((table) => table.checkVisibility() && table.getBoundingClientRect().height));
    assert(heights.every((height) => height > 20), `heights: ${heights}`);
    const text = (await pdf(page, "brief-figures")).join("\n");
    const cell = await page.locator(".figure-table td").first().textContent();
    assert(text.replace(/\s+/g, " ").includes(cell.trim().split(/\s+/)[0]), `no “${cell}” on paper`);
  });
});

test("figures and pictures are no wider than the paper and no higher than a page", async () => {
  for (const name of ["brief-figures", "event", "actor", "timeline", "map", "network"]) {
    await onPaper(named(name), async (page) => {
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll("main figure svg:not(svg svg), main img")].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().toJSON()),
      );
      for (const box of boxes) assert(box.right <= 644 && box.height <= 965, `${name}: ${JSON.stringify(box)}`);
    });
  }
});

test("a marking other than the site's is on the paper", { skip: others.every(({ name }) => name !== "markings-brief") && "no site with markings" }, async () => {
  await visit(named("markings-brief"), {}, async (page) => {
    const marking = await page.locator("article .kicker .marking").textContent();
    for (const sheet of await pdf(page, "markings-brief")) {
      assert.equal(sheet.split("\n")[0].trim(), marking.trim());
    }
  });
});
