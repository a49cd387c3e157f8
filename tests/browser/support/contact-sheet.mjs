// All pictures of a run on one page, and that page as a picture for each width and mode. Takes what `artefact("pages", …)` keeps:
// files named NAME.WIDTH.MODE.png.

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const STYLE = `body{font:14px sans-serif;margin:16px;background:#888}h2{margin:24px 0 8px}
div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}figure{margin:0;background:#ccc}
figure a{display:block;overflow:hidden}
figcaption{padding:2px 6px;background:#222;color:#fff}img{display:block}`;

/** Thumbnails: how wide they are drawn, and how much of a long page they show. */
const SIZE = { 320: [200, 560], 360: [200, 560], 643: [300, 560], 768: [300, 560], 1280: [400, 560] };

const figure = ({ file, name, width }) => {
  const [wide, high] = SIZE[width] ?? SIZE[1280];
  return `<figure><figcaption>${name}</figcaption><a href="pages/${file}" style="width:${wide}px;height:${high}px"><img src="pages/${file}" alt="" width="${wide}"></a></figure>`;
};

/** Writes `index.html` and one `sheet.WIDTH.MODE.png` for each width and mode into the folder of artefacts. */
export async function contactSheet(endpoint, artefacts) {
  let files;
  try {
    files = readdirSync(join(artefacts, "pages")).filter((file) => file.endsWith(".png"));
  } catch {
    return; // no spec that was run takes pictures
  }
  const groups = new Map();
  for (const file of files.toSorted()) {
    const [name, width, mode] = file.split(".");
    const key = `${width}.${mode}`;
    groups.set(key, [...(groups.get(key) ?? []), { file, name, width }]);
  }
  const section = (key) => `<section id="s${key.replace(".", "-")}"><h2>${key}</h2><div>${groups.get(key).map(figure).join("")}</div></section>`;
  const html = `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>${STYLE}</style>${[...groups.keys()].map(section).join("")}`;
  const page = join(artefacts, "index.html");
  writeFileSync(page, html);
  const browser = await chromium.connect(endpoint);
  const tab = await browser.newPage({ viewport: { width: 1680, height: 900 } });
  await tab.goto(pathToFileURL(page).href, { waitUntil: "load" });
  for (const key of groups.keys()) {
    await tab.locator(`#s${key.replace(".", "-")}`).screenshot({ path: join(artefacts, `sheet.${key}.png`) });
  }
  await browser.close();
}
