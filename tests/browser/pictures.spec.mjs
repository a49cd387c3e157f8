// Pictures: a small screen loads a small copy, and nothing moves when they come late.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { test } from "node:test";
import { folders, visit } from "./support/visit.mjs";
import { basePath, pagesOf } from "./support/pages.mjs";

/** Pages that show a picture with copies; the sites that are opened may have none. */
const pictured = folders.flatMap((folder) =>
  pagesOf(folder)
    .filter(({ file }) => /<img [^>]*srcset=/.test(readFileSync(file, "utf8")))
    .map((page) => ({ ...page, name: page.path, path: basePath(folder) + page.path })),
);

const late = (page) =>
  page.route("**/files/**", async (route) => {
    await setTimeout(300);
    await route.continue();
  });

/** Every picture, once all are there: lazy ones come when they are scrolled to. */
const shown = (page) =>
  page.evaluate(async () => {
    const images = [...document.querySelectorAll("main img")];
    for (const image of images) {
      image.scrollIntoView();
      await image.decode();
    }
    return images.map(({ currentSrc, loading, width, height, naturalWidth, naturalHeight }) => ({
      file: currentSrc.split("/").at(-1), loading, shape: width / height, natural: naturalWidth / naturalHeight,
    }));
  });

const shift = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0)));
        observer.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(0), 200);
      }),
  );

for (const page of pictured) {
  for (const [width, deviceScaleFactor, copy] of [[360, 1, /\.480w\./], [360, 2, /\.960w\./]]) {
    test(`${page.name} loads what fits ${width} px at ${deviceScaleFactor}x, and stands still`, async () => {
      await visit(page, { width, deviceScaleFactor, before: late }, async (tab) => {
        const images = await shown(tab);
        const copied = images.filter(({ file }) => /\.\d+w\./.test(file));
        assert(copied.length > 0 && copied.every(({ file }) => copy.test(file)), JSON.stringify(images));
        for (const { file, shape, natural } of images) assert(Math.abs(shape / natural - 1) < 0.02, `${file} is bent`);
        assert.equal(images[0].loading, "auto", "the first picture is not lazy");
        const moved = await shift(tab);
        assert(moved < 0.01, `it moves by ${moved.toFixed(4)}`);
      });
    });
  }
}
