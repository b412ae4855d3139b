// SPDX-License-Identifier: Apache-2.0
// Workbooks of every kind, made by SheetJS, and the cells that were read as something else.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { test } from "./harness.mjs";
import { answered, everyonesNps, near, paste, quiet, settled } from "./page.mjs";

const scores = Array.from({ length: 60 }, (_, at) => (at * 7) % 11);
const expected = (100 * (scores.filter((s) => s >= 9).length - scores.filter((s) => s <= 6).length)) / scores.length;

/** Serial 46082 is 2026-03-01. */
function workbook(bookType) {
  const rows = scores.map((score, at) => [at + 1, { t: "n", v: 46082 + at, z: "m/d/yy" }, score, `部门 ${at % 3}`]);
  const sheet = utils.aoa_to_sheet([["编号", "日期", "How likely are you to recommend us?", "Department"], ...rows]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Answers");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["old"], [1]]), "Old");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return write(book, { type: "buffer", bookType });
}

async function fileOf(name, bytes) {
  const path = join(await mkdtemp(join(tmpdir(), "topline-")), name);
  await writeFile(path, bytes);
  return path;
}

/** The grid's first rows, cell by cell. */
const grid = (page) => page.run(() => [...document.querySelectorAll("regular-table tbody tr")].slice(0, 3)
  .map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)));

export async function workbookCases({ browser, place, url }) {
  const own = place === "http" ? [url] : [];
  async function onPage(name, body) {
    await test(`${browser.name} ${place}: ${name}`, async () => {
      const page = await browser.open();
      try {
        await page.goto(url);
        await page.wait("[data-role=paste]");
        await body(page);
        await quiet(page, own);
      } finally {
        await page.close();
      }
    });
  }

  for (const [name, type] of [["answers.xls", "biff8"], ["answers.ods", "ods"], ["answers.xlsx", "xlsx"]]) {
    await onPage(`${name} is read: scores, dates, texts, and no hidden sheet`, async (page) => {
      await page.setFiles("[data-role=open]", await fileOf(name, workbook(type)));
      await answered(page);
      near((await everyonesNps(page)).value, expected);
      await page.until(() => document.querySelector("regular-table tbody td")?.textContent === "1");
      assert.deepEqual((await grid(page))[1], ["2", "2026-03-02", "7", "部门 1"]);
      const understood = await page.run(() => document.querySelector("[data-role=understood]").textContent);
      assert.match(understood, /workbook, sheet “Answers”/);
      assert.doesNotMatch(understood, /comma|UTF-8/);
      if (type !== "ods") await page.wait("[data-message=sheets_left_out]"); // SheetJS writes no hidden sheets there
    });
  }

  await onPage("an .xls that is none says what to do, and the page reads on", async (page) => {
    const broken = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096)]);
    await page.setFiles("[data-role=open]", await fileOf("broken.xls", broken));
    await page.wait("[data-message=bad_workbook]");
    assert.match(await page.run(() => document.querySelector("[data-message=bad_workbook]").textContent), /save it as XLSX/);
    await page.setFiles("[data-role=open]", await fileOf("answers.xls", workbook("biff8")));
    await answered(page);
    near((await everyonesNps(page)).value, expected);
  });

  await onPage("a cell that was read as something else says as what, in both languages", async (page) => {
    const odd = ["９", "9分", "10 - Extremely likely", "'7", "42", ""];
    const rows = [...odd, ...scores].map((score, at) => `${at + 1},${score},${at === 1 ? " Sales " : "Sales"}`);
    await paste(page, ["id,How likely are you to recommend us?,Department", ...rows, "short", "1,9,Sales,more"].join("\n"));
    await answered(page);
    await page.wait("td.tl-repaired");
    const cells = () => page.run(() => [...document.querySelectorAll("regular-table tbody tr")].slice(0, 7)
      .map((row) => { const cell = row.querySelectorAll("td")[1]; return [cell.className.match(/tl-\w+/)?.[0] ?? "", cell.title, cell.getAttribute("aria-label")]; }));
    assert.deepEqual(await cells(), [
      ["tl-repaired", "read as 9", "９: read as 9"],
      ["tl-repaired", "read as 9", "9分: read as 9"],
      ["tl-repaired", "read as 10", "10 - Extremely likely: read as 10"],
      ["tl-repaired", "read as 7", "'7: read as 7"],
      ["tl-invalid", "not an answer on this scale", "42: not an answer on this scale"],
      ["tl-missing", "missing", "missing"],
      ["", "0", null],
    ]);
    assert.match(await page.run(() => document.querySelector("[data-role=legend]").textContent), /read as something else/);
    // The last rows: one that ends early, one with too many cells.
    await page.run(() => (document.querySelector("regular-table").scrollTop = 1e6));
    await page.wait("td.tl-uncounted");
    await page.wait("td.tl-absent");
    const last = await page.run(() => [...document.querySelectorAll("regular-table tbody tr")].at(-1).querySelector("th").title);
    assert.equal(last, "not counted: it has more cells than the header");
    await page.run(() => (document.querySelector("regular-table").scrollTop = 0));
    await page.click("[data-role=language]");
    await settled(page);
    await page.until(() => document.querySelector("td.tl-repaired")?.title === "读作 9");
  });
}
