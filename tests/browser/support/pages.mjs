// Which pages of the built sites stand for their kinds. A page's kind is the class of its <body>; of the records of a kind
// the longest page is taken, for it has most that can go wrong.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The base path of a built site, from the canonical address of its front page. */
export function basePath(folder) {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const canonical = html.match(/<link rel="canonical" href="([^"]+)">/);
  return canonical ? new URL(canonical[1]).pathname : "/";
}

/** Every page of a built site: address within it, kind, whether it has figures or is a stub, and its length. */
export function pagesOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".html"));
  return files.map((file) => {
    const html = readFileSync(join(folder, file), "utf8");
    return {
      path: file.replace(/(^|\/)index\.html$/, "$1"),
      file: join(folder, file),
      kind: html.match(/<body class="kind-([a-z]+)/)?.[1],
      figures: /\/(figures|drawings)\.css/.test(html),
      stub: html.includes("notice-stub"),
      length: html.length,
    };
  });
}

const RECORDS = ["brief", "actor", "event", "place", "source", "tag", "page"];
const SINGLES = ["home", "timeline", "map", "network", "questions", "estimates"];

/** The pages to look at of the site at `base`, each with a name that no other has. `base` begins and ends with `/`. */
export function chosen(folder, base) {
  const pages = pagesOf(folder).toSorted((a, b) => b.length - a.length || a.path.localeCompare(b.path));
  const found = new Map();
  const take = (name, page) => page && found.set(name, { ...page, name, path: base + page.path });
  for (const kind of RECORDS) take(kind, pages.find((page) => page.kind === kind && !page.stub));
  take("brief-figures", pages.find((page) => page.kind === "brief" && page.figures));
  take("brief", pages.find((page) => page.kind === "brief" && !page.figures) ?? found.get("brief-figures"));
  take("stub", pages.find((page) => page.stub));
  for (const kind of SINGLES) take(kind, pages.find((page) => page.kind === kind));
  // Lists are told apart by their addresses: `briefs/`, `claims/revised/`; of the claims by question one is enough.
  for (const page of pages.filter((page) => page.kind === "list")) {
    const name = page.path.replace(/^claims\/question\/.+/, "claims/one-question/").slice(0, -1).replaceAll("/", "-");
    if (!found.has(name)) take(name, page);
  }
  take("error", pages.find((page) => page.kind === "error"));
  take("redirect", pages.find((page) => page.kind === "redirect"));
  return [...found.values()];
}
