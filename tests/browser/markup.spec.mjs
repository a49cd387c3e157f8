// The Nu checker finds no error in any page and any style sheet. One run of Java reads them all.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { folders } from "./support/visit.mjs";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** What is newer than the checker: properties of SVG in CSS, and queries of containers. */
const NEWER = [/“(paint-order|vector-effect|container-type)” doesn't exist/, /Unrecognized at-rule “@container”/];

function check(files, ...flags) {
  const words = ["-Xss1m", "-jar", JAR, "--errors-only", "--exit-zero-always", "--format", "json", ...flags, ...files];
  const { stderr, error, status } = spawnSync("java", words, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  assert.equal(error, undefined);
  assert.equal(status, 0, stderr);
  const { messages } = JSON.parse(stderr);
  return messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
}

const below = (folder, ending) =>
  readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ending)).map((file) => join(folder, file));

test("every page of every site is valid HTML", () => {
  const files = folders.flatMap((folder) => below(folder, ".html"));
  assert(files.length > 0);
  assert.deepEqual(check(files), []);
});

test("the theme's sheets are valid CSS", () => {
  const sheets = below(folders[0], ".css");
  assert(sheets.length > 0);
  const found = check(sheets, "--css").filter((line) => !NEWER.some((pattern) => pattern.test(line)));
  assert.deepEqual(found, []);
});
