// SPDX-License-Identifier: Apache-2.0
// Every word of the page exists in both languages with the same places, and is used.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "./harness.mjs";

const web = new URL("../../web/", import.meta.url);

function catalogue(name) {
  const text = readFileSync(new URL(`words/${name}.ts`, web), "utf8");
  return new Map([...text.matchAll(/^ {2}"([\w.]+)":\s*(.+)$/gm)].map(([, id, words]) => [id, words]));
}

const places = (words) => [...new Set(words.match(/\{(\w+)\}/g) ?? [])].sort();

export async function wordsCases() {
  const en = catalogue("en");
  const zh = catalogue("zh");
  await test("words: both languages have every id", () => {
    assert.ok(en.size > 100);
    assert.deepEqual([...zh.keys()].sort(), [...en.keys()].sort());
  });
  await test("words: the same places in both languages", () => {
    for (const [id, words] of en) assert.deepEqual(places(zh.get(id)), places(words), id);
  });
  await test("words: every id is used", () => {
    const source = readdirSync(web).filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(new URL(name, web), "utf8")).join("\n");
    const made = [...source.matchAll(/say(?:Name)?\((?:"([\w.]+)", |`([\w.]+)\$|[^)]*?`([\w.]+)\$)/g)].map((found) => found[1] ?? found[2] ?? found[3]);
    const unused = [...en.keys()].filter((id) => !source.includes(`"${id}"`) && !made.some((start) => id.startsWith(start)));
    assert.deepEqual(unused, []);
  });
}
