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
import { utils, write } from "@e965/xlsx";
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
  name: "by Department, monthly waves, crosstabs",
  told: { by: ["Department"], wave: "Submitted", wave_unit: "month", crosstabs: true },
  options: ["--by", "Department", "--wave", "Submitted:month", "--crosstabs"],
};

const tested = {
  name: "everything compared, weekly waves, weights",
  told: { by: ["Department", "Region"], wave: "Submitted", wave_unit: "week", compare: "all", audience: "customer",
    weight: "Data quality", columns: [{ name: "Data quality", role: "weight" }] },
  options: ["--by", "Department", "--by", "Region", "--wave", "Submitted:week", "--compare", "all", "--audience", "customer",
    "--weight", "Data quality", "--column", "Data quality=weight"],
};

const inputOf = (path) => ({ name: basename(path), bytes: readFileSync(path) });

// What needs rows: a bootstrap, factors, strata and margins end in the same bits as well.
const items = ["Ease of use", "Speed", "Data quality"];
const declared = {
  name: "what needs rows",
  told: {
    drivers: { outcome: "#6", items }, scales: [{ name: "Use", items }], strata: "Region", favourable: true,
    margins: { Role: { manager: 0.2, rep: 0.8 } }, roster_size: 9000, quality: true, drop: ["straightliners"],
    comments: { column: "#12", themes: [{ name: "Effort", words: ["click*", "hour"] }], quotes: 5 },
  },
  options: ["--drivers", `#6=${items}`, "--scale", `Use=${items}`, "--strata", "Region", "--favourable",
    "--margin", "Role=manager:20%,rep:80%", "--roster-size", "9000", "--quality", "--drop", "straightliners",
    "--comments", "#12", "--theme", "Effort=click*,hour", "--quotes", "5"],
};

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
await alike(`the sample, ${declared.name}`, [sample], declared);
await test(`parity: five parts added up backwards, ${declared.name}`, async () =>
  assert.equal(await merged(sample, declared.told, 5), natively([sample], declared.options)));
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

// Workbooks as SheetJS writes them: dates, percentages, several lines, hidden rows, a hidden sheet.
for (const bookType of ["ods", "xlsx"]) {
  await test(`parity: ${bookType} of another program`, async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      at + 1, (at * 7) % 11, { t: "n", v: 46082 + at / 4, z: "m/d/yy h:mm" }, { t: "n", v: at / 40, z: "0.0%" }, at % 3 === 0, `组 ${at % 3}\n二`,
    ]);
    const sheet = utils.aoa_to_sheet([["id", "How likely are you to recommend us?", "Submitted", "Share", "Yes", "Team"], ...rows]);
    sheet["!rows"] = [, , { hidden: true }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "Answers");
    utils.book_append_sheet(book, utils.aoa_to_sheet([["old"], [1]]), "Old");
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const path = join(mkdtempSync(join(tmpdir(), "topline-")), `answers.${bookType}`);
    writeFileSync(path, write(book, { type: "buffer", bookType }));
    const report = await inWasm([path], {});
    assert.equal(report, await natively([path], []));
    assert.match(report, /"id":\s*"nps"/);
  });
}

await test("parity: an .xls becomes an XLSX that both read alike", async () => {
  const { xlsxOf } = await import(`${root}dist/npm/xls.js`);
  const rows = Array.from({ length: 40 }, (_, at) => [at + 1, (at * 7) % 11, { t: "n", v: 46082 + at, z: "m/d/yy" }, at % 2 === 0]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["id", "How likely are you to recommend us?", "Submitted", "Yes"], ...rows]), "S");
  const there = mkdtempSync(join(tmpdir(), "topline-"));
  const reports = ["biff8", "xlsx"].map((bookType) => {
    const path = join(there, "answers.xlsx");
    const bytes = write(book, { type: "buffer", bookType });
    writeFileSync(path, bookType === "xlsx" ? bytes : xlsxOf(bytes));
    return natively([path], []);
  });
  assert.equal(reports[0], reports[1]);
  assert.equal(await inWasm([join(there, "answers.xlsx")], {}), reports[0]);
});

// SheetJS writes no GBK: the bytes of an ASCII word of the same length are replaced, and the code page.
await test("an .xls of before Excel 97 is read by its code page", async () => {
  const { xlsxOf } = await import(`${root}dist/npm/xls.js`);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["id", "QQZZ"], [1, "QQZZ"]]), "S");
  const xls = write(book, { type: "buffer", bookType: "biff5" });
  for (let at = xls.indexOf("QQZZ"); at >= 0; at = xls.indexOf("QQZZ")) xls.set([0xb2, 0xbf, 0xc3, 0xc5], at);
  xls.writeUInt16LE(936, xls.indexOf(Buffer.from([0x42, 0, 2, 0])) + 4);
  const reading = engine.open({});
  await reading.read([{ name: "old.xls", bytes: xlsxOf(xls) }]);
  assert.deepEqual((await reading.rows(0, 0, 9)).rows, [["id", "部门"], ["1", "部门"]]);
  reading.close();
});

const shared = `${root}../shared`;
if (existsSync(shared)) {
  // Every file as it is: encodings, layouts, workbooks, damaged ones.
  for (const folder of ["data", "data/nolicence", "data/csv", "formats"]) {
    for (const file of readdirSync(join(shared, folder)).filter((name) => /\.(csv|tsv|txt|xlsx|ods)$/.test(name)).sort()) {
      const path = join(shared, folder, file);
      await test(`parity: ${folder}/${file}`, async () =>
        assert.equal(await outcome(() => inWasm([path], {})), await outcome(() => natively([path], []))));
    }
  }
} else {
  skip("parity: real exports", "../shared is not there");
}
finish();
