// SPDX-License-Identifier: Apache-2.0
// Everything that brings a table in: paste, file, drop, sample. And nothing goes out.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "./harness.mjs";
import { answered, copyOnDesk, everyonesNps, near, paste, quiet } from "./page.mjs";
import { asCsv, asTsv, npsOf, surveyRows } from "./survey.mjs";

export async function readCases({ browser, place, url, site }) {
  const rows = surveyRows(300, { seed: 7 });
  const expected = npsOf(rows);
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

  await onPage("Ctrl+V into the fresh page scores it", async (page) => {
    await copyOnDesk(page, site, asTsv(rows));
    await page.chord("v");
    await answered(page);
    const nps = await everyonesNps(page);
    near(nps.value, expected);
    assert.match(nps.text, /^[+−]?\d+$/);
    page.requests.splice(0, page.requests.length, ...page.requests.filter((request) => !request.includes("/desk")));
  });

  await onPage("a file with semicolons", async (page) => {
    const path = join(await mkdtemp(join(tmpdir(), "topline-")), "survey.csv");
    await writeFile(path, asCsv(rows, ";"));
    await page.setFiles("[data-role=open]", path);
    await answered(page);
    near((await everyonesNps(page)).value, expected);
    assert.match(await page.run(() => document.querySelector("[data-role=understood]").textContent), /300/);
  });

  await onPage("a dropped file", async (page) => {
    await page.run((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, asCsv(rows));
    await answered(page);
    near((await everyonesNps(page)).value, expected);
  });

  await onPage("the sample", async (page) => {
    await page.click("[data-role=sample]");
    await answered(page);
    assert.ok(Number.isFinite((await everyonesNps(page)).value));
  });

  await onPage("text that a tool fills in", async (page) => {
    await page.run((text) => {
      const field = document.querySelector("[data-role=paste]");
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }, asTsv(rows));
    await answered(page);
    near((await everyonesNps(page)).value, expected);
  });

  await onPage("the grid shows the cells as read", async (page) => {
    await paste(page, asTsv(rows));
    await answered(page);
    await page.until((cell) => document.querySelector("regular-table tbody td")?.textContent === cell, rows[1][0]);
    const missing = rows.slice(1, 12).some((row) => row[3] === "");
    if (missing) await page.wait("td.tl-missing");
  });
}
