// Addresses that lead nowhere, or elsewhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { base, named, origin, visit } from "./support/visit.mjs";

test("an address that does not exist shows the site's own page, with its style, however deep", async () => {
  await visit(`${base}nowhere/at/all/`, { allow: /404/ }, async (page) => {
    assert.match(await page.locator("body").getAttribute("class"), /kind-error/);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector(".skip")).position), "static");
  });
});

test("a former address leads to the present one by itself", async () => {
  const { path } = named("redirect");
  await visit({ path }, { until: "commit", allow: /ERR_ABORTED/ }, async (page) => {
    await page.waitForURL((url) => url.pathname !== path, { waitUntil: "load" });
    assert.match(page.url(), new RegExp(`^${origin}`));
    assert.equal(await page.locator("h1").count(), 1);
  });
});
