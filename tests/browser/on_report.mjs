// SPDX-License-Identifier: Apache-2.0
// The case that most begin with: a table is pasted and its report stands.

import { test } from "./harness.mjs";
import { answered, keepSaved, openStudy, paste, quiet, settled } from "./page.mjs";
import { asTsv } from "./survey.mjs";

/** Tests of one site in one browser and language (its own where none is told). Each gets a page whose
    report stands; `rows` are pasted, `study` is opened behind them. `keep`: what it saves is kept for
    savedFile() instead of downloaded. What it leaves must be quiet: no error, nothing asked of the
    network. */
export function onReportOf({ browser, url, language, keep = false }) {
  return (name, { rows, study }, body) => test([browser.name, language].filter(Boolean).join(" ") + `: ${name}`, async () => {
    const page = await browser.open(language ? { language } : {});
    try {
      await page.goto(url);
      await page.wait("[data-role=paste]");
      if (keep) await keepSaved(page);
      await paste(page, asTsv(rows));
      await answered(page);
      if (study) {
        await openStudy(page, study);
        await settled(page);
      }
      await body(page);
      await quiet(page);
    } finally {
      await page.close();
    }
  });
}
