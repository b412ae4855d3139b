// SPDX-License-Identifier: Apache-2.0
// Native and wasm write the same report, byte by byte: the sample, generated tables and, where they
// lie beside the project, real exports; whole, and added up from the tallies of parts.
// `node tests/parity/report_parity.mjs`; needs build/native/topline and dist/npm.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { finish, skip, test } from "../browser/harness.mjs";
import { asCsv, surveyRows } from "../browser/survey.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const native = process.env.TOPLINE_CLI ?? `${root}build/native/topline`;
for (const needed of [native, `${root}dist/npm/index.js`]) {
  if (!existsSync(needed)) {
    console.error(`${needed.slice(root.length)} is missing: build it first`);
    process.exit(1);
  }
}
const { Topline } = await import(`${root}dist/npm/index.js`);
const { engine } = await Topline.load({ wasmBinary: readFileSync(`${root}dist/npm/topline.wasm`) });
const folder = mkdtempSync(join(tmpdir(), "topline-"));

/** The same settings as the command line's options and as JSON. */
const settings = [
  { name: "plain", told: {}, options: [] },
  { name: "Chinese, 90 %, min_n 10", told: { language: "zh-CN", confidence: 0.9, min_n: 10 }, options: ["--lang", "zh-CN", "--confidence", "0.9", "--min-n", "10"] },
];
const grouped = {
  name: "by Department, monthly waves",
  told: { by: ["Department"], wave: "Submitted", wave_unit: "month" },
  options: ["--by", "Department", "--wave", "Submitted:month"],
};

const tested = {
  name: "everything compared, weekly waves, weights",
  told: { by: ["Department", "Region"], wave: "Submitted", wave_unit: "week", compare: "all", audience: "customer",
    weight: "Data quality", columns: [{ name: "Data quality", role: "weight" }] },
  options: ["--by", "Department", "--by", "Region", "--wave", "Submitted:week", "--compare", "all", "--audience", "customer",
    "--weight", "Data quality", "--column", "Data quality=weight"],
};

const inputOf = (path) => ({ name: basename(path), bytes: readFileSync(path) });

async function inWasm(paths, told) {
  const reading = engine.open(told);
  try {
    await reading.read(paths.map(inputOf));
    return reading.render("json");
  } finally {
    reading.close();
  }
}

function natively(paths, options) {
  return execFileSync(native, ["report", ...paths, "--format", "json", "--quiet", ...options], {
    encoding: "utf8", maxBuffer: 1 << 30,
  });
}

/** Ranges of the first input, each in an analysis of its own, added up as tallies. */
async function merged(path, told, parts) {
  const whole = engine.open(told);
  const input = inputOf(path);
  await whole.read([input]);
  const plan = whole.plan();
  whole.close();
  const size = input.bytes.length;
  const tallies = [];
  let from = 0;
  for (let part = 1; part <= parts; ++part) {
    const range = engine.open(told);
    range.usePlan(plan);
    await range.readRange(input, { from, to: part === parts ? size : Math.floor((size * part) / parts), exact: true });
    from = range.covered().to;
    tallies.push(range.tally());
    range.close();
  }
  const sum = engine.open(told);
  // Backwards: the order of adding up must not show.
  for (const tally of tallies.reverse()) sum.addTally(tally);
  const json = sum.render("json");
  sum.close();
  return json;
}

async function alike(name, paths, { told, options }) {
  await test(`parity: ${name}`, async () => assert.equal(await inWasm(paths, told), natively(paths, options)));
}

function written(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const sample = written("sample.csv", engine.sample({ rows: 3000 }));
const messy = written("messy.csv", engine.sample({ rows: 2000, language: "zh-CN", text: "messy" }));
const first = written("first.csv", asCsv(surveyRows(4000, { seed: 21 })));
const second = written("second.csv", asCsv(surveyRows(3000, { seed: 22, quarter: 2 })));

for (const each of [...settings, grouped]) {
  await alike(`the sample, ${each.name}`, [sample], each);
  await alike(`two files stacked, ${each.name}`, [first, second], each);
}
await alike(`the sample, ${tested.name}`, [sample], tested);
await test("parity: the sample has comparisons and trends to be alike in", async () => {
  const report = JSON.parse(await inWasm([sample], tested.told));
  assert.ok(report.comparisons.length > 100 && report.trends.length > 0);
});
for (const each of settings) await alike(`the messy sample in Chinese, ${each.name}`, [messy], each);
for (const each of [settings[0], grouped]) {
  await test(`parity: five parts added up backwards, ${each.name}`, async () =>
    assert.equal(await merged(first, each.told, 5), natively([first], each.options)));
}

// The tables of a roll-out, each alone and all in one call, in both languages.
const kinds = engine.kinds("en").map(({ kind }) => kind);
const rollout = {
  told: { change_date: "2026-02-02", discount_rate: 0.08, period: "quarter" },
  options: ["--change-date", "2026-02-02", "--discount-rate", "8%", "--period", "quarter"],
};
for (const language of ["en", "zh-CN"]) {
  const tables = kinds.map((kind) => written(`${kind}.${language}.csv`, engine.sample({ kind, language, rows: 300 })));
  const each = { told: { ...rollout.told, language }, options: [...rollout.options, "--lang", language] };
  for (const table of tables) await alike(`roll-out, ${basename(table)}`, [table], each);
  await alike(`roll-out, all tables, ${language}`, tables, each);
}
for (const kind of ["orders", "usage", "tickets", "costs"]) {
  await test(`parity: five parts of ${kind} added up backwards`, async () => {
    const path = join(folder, `${kind}.en.csv`);
    assert.equal(await merged(path, {}, 5), natively([path], []));
  });
}

await test("parity: other settings for what was read are as if it were read anew", async () => {
  const reading = engine.open({});
  await reading.read([inputOf(first)]);
  const told = { language: "zh-CN", min_n: 10, columns: [{ name: "#4", role: "rating", scale: "0-10" }] };
  const restated = reading.restated(told);
  assert.equal(restated.render("json"), await inWasm([first], told));
  assert.equal(restated.restated(grouped.told), null, "segments ask for other counts");
  assert.equal(restated.render("json"), await inWasm([first], told), "and it is as it was");
  restated.close();
});

/** The report, or that there is none: what cannot be read natively cannot be read here either. */
async function outcome(read) {
  try {
    return await read();
  } catch (problem) {
    return "status" in problem ? `exit ${problem.status}` : `exit ${problem.code === "internal" ? 70 : 3}`;
  }
}

const shared = `${root}../shared`;
if (existsSync(shared)) {
  // Every file as it is: encodings, layouts, workbooks, damaged ones.
  for (const folder of ["data", "data/nolicence", "data/csv", "formats"]) {
    for (const file of readdirSync(join(shared, folder)).filter((name) => /\.(csv|tsv|txt|xlsx)$/.test(name)).sort()) {
      const path = join(shared, folder, file);
      await test(`parity: ${folder}/${file}`, async () =>
        assert.equal(await outcome(() => inWasm([path], {})), await outcome(() => natively([path], []))));
    }
  }
} else {
  skip("parity: real exports", "../shared is not there");
}
finish();
