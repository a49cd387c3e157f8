// Serves built sites on the loopback interface as a host of static files would: content types, gzip, caching, and the
// site's own 404.html. Takes [{ base, folder }], gives the origin and a way to stop. Knows nothing of browsers.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = {
  ".bib": "application/x-bibtex",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const compressed = promisify(gzip);

/** What is sent for text is compressed; pictures and fonts already are. */
const compressible = (type) => /^text\/|json|xml|javascript|wasm/.test(type);

/** The file that an address leads to, or none: `/x/` is `/x/index.html`. */
async function find(sites, pathname) {
  const site = sites.find(({ base }) => pathname.startsWith(base));
  if (!site) return { site };
  const inside = normalize(`/${decodeURIComponent(pathname.slice(site.base.length))}`);
  const file = join(site.folder, inside.endsWith("/") ? `${inside}index.html` : inside);
  const known = await stat(file).catch(() => undefined);
  if (known?.isDirectory()) return { site, moved: `${pathname}/` };
  return known ? { site, file } : { site };
}

async function answer(sites, request, response) {
  const url = new URL(request.url, "http://localhost");
  const { site, file, moved } = await find(sites, url.pathname);
  if (moved) return response.writeHead(301, { location: moved }).end();
  const missing = !file;
  if (missing && !site) return response.writeHead(404, { "content-type": "text/plain" }).end("no such site");
  const path = file ?? join(site.folder, "404.html");
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const headers = {
    "content-type": type,
    "cache-control": url.searchParams.has("v") ? "public, max-age=31536000, immutable" : "public, max-age=600",
    "x-content-type-options": "nosniff",
  };
  let bytes = await readFile(path);
  if (compressible(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    bytes = await compressed(bytes);
    headers["content-encoding"] = "gzip";
    headers.vary = "accept-encoding";
  }
  headers["content-length"] = bytes.length;
  response.writeHead(missing ? 404 : 200, headers).end(request.method === "HEAD" ? undefined : bytes);
}

/** Starts the server on a free port; sites with longer base paths are asked first. */
export async function serve(sites) {
  const ordered = sites.toSorted((a, b) => b.base.length - a.base.length);
  const server = createServer((request, response) => {
    answer(ordered, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
