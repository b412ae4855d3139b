// SPDX-License-Identifier: Apache-2.0
// What goes wrong is said, and the way on is shown.

import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { answered, paste, settled } from "./page.mjs";
import { asTsv, surveyRows } from "./survey.mjs";

export async function troubleCases({ browser, url }) {
  async function onPage(name, body, options = {}) {
    await test(`${browser.name}: ${name}`, async () => {
      const page = await browser.open(options);
      try {
        await body(page);
      } finally {
        await page.close();
      }
    });
  }
  async function started(page) {
    await page.goto(url);
    await page.wait("[data-role=paste]");
  }

  await onPage("a header without rows is an error with a remedy, and the start stays", async (page) => {
    await started(page);
    await paste(page, "Department,How likely are you to recommend us?\n");
    await page.wait("[data-message=header_only]");
    assert.ok(await page.run(() => document.querySelector("[data-role=paste]") !== null));
    await paste(page, asTsv(surveyRows(50)));
    await answered(page);
    assert.equal(await page.run(() => document.querySelector("[data-message=header_only]")), null);
  });

  await onPage("an empty clipboard is said", async (page) => {
    await started(page);
    await paste(page, "  \n");
    await page.until(() => document.querySelector(".tl-notice").textContent.trim());
  });

  await onPage("no score column: the columns are offered", async (page) => {
    await started(page);
    await paste(page, ["Name\tTown", ...Array.from({ length: 40 }, (_, at) => `Person number ${at}\tTown called ${at * 7}`)].join("\n"));
    await page.wait("[data-message=no_score_column]");
    await page.wait("[data-message=no_score_column] button");
  });

  await onPage("everyone under min_n: hidden, and said so", async (page) => {
    await started(page);
    await paste(page, asTsv(surveyRows(3)));
    await settled(page);
    await page.wait("[data-measure]");
    const values = await page.run(() => [...document.querySelectorAll("[data-measure]")].map((each) => each.dataset.value));
    assert.deepEqual([...new Set(values)], [""]);
  });

  await onPage("200 columns", async (page) => {
    await started(page);
    const header = Array.from({ length: 200 }, (_, at) => `Rate the feature number ${at + 1}`);
    const rows = Array.from({ length: 30 }, (_, row) => header.map((_, at) => String(1 + ((row * 7 + at * 3) % 5))));
    await paste(page, asTsv([header, ...rows]));
    await page.wait("regular-table tbody td");
    await settled(page);
    await page.click("[data-role=options]");
    await page.wait(".tl-find");
  });

  if (browser.name !== "chromium") return;

  await onPage("clipboard denied: the summary is selected in a dialog", async (page) => {
    await page.tab.addInitScript(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("denied"));
      document.execCommand = () => false;
    });
    await started(page);
    await paste(page, asTsv(surveyRows(60)));
    await answered(page);
    await page.click("[data-role=copy-summary]");
    await page.wait(".tl-copy-field");
    await page.until(() => {
      const field = document.querySelector(".tl-copy-field");
      return field.value.length > 20 && field.selectionEnd - field.selectionStart === field.value.length;
    });
  });

  await onPage("without WebAssembly the page says what to do", async (page) => {
    await page.tab.addInitScript(() => delete window.WebAssembly);
    await started(page);
    await page.wait("[data-message=wasm_missing]");
  });

  await onPage("a paste too big is refused with its way out", async (page) => {
    await started(page);
    await page.run(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "a,b\n1,2\n".repeat(8_000_000));
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.until(() => /MB/.test(document.querySelector(".tl-notice").textContent));
  });
}
