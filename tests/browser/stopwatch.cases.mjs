// SPDX-License-Identifier: Apache-2.0
// The promise of the page: a cold start by double click, a paste, the summary on the clipboard. At
// most three actions and ten seconds, by keyboard alone, in both languages.

import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { copyOnDesk, everyonesNps, near, pasteOnDesk, settled } from "./page.mjs";
import { asTsv, npsOf, surveyRows } from "./survey.mjs";

export async function stopwatchCases({ browser, url, site }) {
  const rows = surveyRows(1200, { seed: 3 });
  for (const language of ["en-US", "zh-CN"]) {
    await test(`${browser.name}: stopwatch ${language}`, async () => {
      const page = await browser.open({ language, clipboard: false });
      try {
        await copyOnDesk(page, site, asTsv(rows));
        const began = performance.now();
        await page.goto(url);
        await page.wait("[data-role=paste]");
        const shown = performance.now();
        await page.chord("v");
        await page.until(() => document.activeElement?.dataset.role === "copy-summary");
        const scored = performance.now();
        await page.press("Enter");
        await page.until(() => document.querySelector(".tl-notice")?.textContent.trim());
        const took = performance.now() - began;
        assert.ok(took < 10_000, `${took} ms`);
        await settled(page);
        assert.equal(await page.run(() => document.documentElement.lang), language === "zh-CN" ? "zh-CN" : "en");
        const nps = await everyonesNps(page);
        near(nps.value, npsOf(rows));
        const { plain, rich } = await pasteOnDesk(page, site);
        const score = nps.text.replace("−", "-");
        assert.ok(plain.includes(score), `${score} is not in: ${plain}`);
        assert.ok(rich.includes(score) && rich.includes("<table"), "rich text with the scores as a table");
        assert.ok(!/[−\u2009\u202f\u00a0]/.test(plain), "ASCII hyphens and plain spaces");
        const ms = (from, to) => `${Math.round(to - from)} ms`;
        return `2 actions; open ${ms(began, shown)}, paste to score ${ms(shown, scored)}, all ${Math.round(took)} ms`;
      } finally {
        await page.close();
      }
    });
  }
}
