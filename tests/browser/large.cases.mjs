// SPDX-License-Identifier: Apache-2.0
// Files that no paste could bring: read by slices with progress, cancelled, scrolled to the last row.

import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { answered, settled } from "./page.mjs";
import { asCsv, surveyRows } from "./survey.mjs";

/** Drops a file of `copies` times the same rows; the browser keeps one copy of them. */
function dropLarge(page, copies) {
  const rows = surveyRows(2000, { seed: 5 });
  return page.run(({ header, body, copies }) => {
    const data = new DataTransfer();
    const part = new Blob([body]);
    data.items.add(new File([header, ...Array.from({ length: copies }, () => part)], "large.csv", { type: "text/csv" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, { header: asCsv(rows.slice(0, 1)), body: asCsv(rows.slice(1)), copies });
}

export async function largeCases({ browser, url }) {
  await test(`${browser.name}: 100 MB are read, and the grid reaches the last row`, async () => {
    const page = await browser.open();
    try {
      await page.goto(url);
      await page.wait("[data-role=paste]");
      const copies = 800;
      const began = performance.now();
      await dropLarge(page, copies);
      await page.until(() => document.querySelector("[data-measure]"));
      const took = performance.now() - began;
      await settled(page);
      await page.run(() => {
        const grid = document.querySelector("regular-table");
        grid.scrollTop = grid.scrollHeight;
      });
      const last = (2000 * copies).toLocaleString("en-US");
      await page.until((last) => [...document.querySelectorAll("regular-table tbody th")].some((each) => each.textContent === last), last);
      await page.until(() => [...document.querySelectorAll("regular-table tbody tr:last-child td")][0]?.textContent.startsWith("R"));
      // Other words for the same answers come from the tally: the file is not read again.
      const asked = performance.now();
      await page.click("[data-role=language]");
      await page.until(() => /[\u4e00-\u9fff]/.test(document.querySelector("[data-role=summary]").textContent));
      const restated = performance.now() - asked;
      assert.ok(restated < Math.max(1500, took / 2), `${restated} ms`);
      await settled(page);
      await page.until(() => document.querySelector("regular-table tbody tr:last-child td")?.textContent.startsWith("R"));
      return `read ${Math.round(took)} ms, restated ${Math.round(restated)} ms`;
    } finally {
      await page.close();
    }
  }, { seconds: 90 });

  await test(`${browser.name}: reading can be cancelled, and the former report stays`, async () => {
    const page = await browser.open();
    try {
      await page.goto(url);
      await page.click("[data-role=sample]");
      await answered(page);
      const before = await page.run(() => document.querySelector('[data-measure="nps"]').dataset.value);
      await dropLarge(page, 4000);
      await page.wait("[data-role=paste-replace]");
      await page.click("[data-role=paste-replace]");
      await page.wait("[data-role=cancel]");
      await page.click("[data-role=cancel]");
      await page.until(() => !document.querySelector("[data-role=cancel]"));
      await settled(page);
      assert.equal(await page.run(() => document.querySelector('[data-measure="nps"]').dataset.value), before);
    } finally {
      await page.close();
    }
  }, { seconds: 90 });
}
