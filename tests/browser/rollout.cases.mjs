// SPDX-License-Identifier: Apache-2.0
// The tables of a roll-out in the page: several files in one go, the roll-out and money tabs, kinds that
// can be told, and nothing that leaves the tab.

import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { answered, near, quiet, scores, settled } from "./page.mjs";

const orders = [
  "Customer,Order date,Amount",
  "Ann,2026-01-05,100", "Ann,2026-02-05,50", "Bob,2026-01-20,30", "Cem,2026-02-21,20",
].join("\n");
const cashflows = ["Period,Cash flow", "0,-1000", "1,500", "2,800"].join("\n");
const goals = ["KPI,Baseline,Target,Value,Due,Owner", "repeat_rate,0,50,25,2026-12-31,Mia"].join("\n");

const files = (named) => Object.entries(named).map(([name, text]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) }));

export async function rolloutCases({ browser, url, pictures }) {
  async function onTables(name, named, body, options = {}) {
    await test(`${browser.name}: ${name}`, async () => {
      const page = await browser.open(options);
      try {
        await page.goto(url);
        await page.wait("[data-role=paste]");
        await page.tab.setInputFiles("[data-role=open]", files(named));
        await answered(page);
        await body(page);
        await quiet(page);
      } finally {
        await page.close();
      }
    });
  }

  await onTables("several tables of a roll-out", { "orders.csv": orders, "flows.csv": cashflows, "goals.csv": goals }, async (page) => {
    const [sales] = (await scores(page, "sales_total")).filter(({ segment, wave }) => Object.keys(segment).length === 0 && wave === "");
    near(sales.value, 200);
    const [repeat] = (await scores(page, "repeat_rate")).filter(({ wave }) => wave === "");
    near(repeat.value, 100 / 3);
    await page.click("#tl-tab-money");
    await page.wait('[data-measure="irr"]');
    const [irr] = await scores(page, "irr");
    near(irr.value, 100 * ((0.5 + Math.sqrt(0.25 + 3.2)) / 2 - 1));
    await page.picture(`${pictures}/money.png`);
  });

  for (const language of ["en-US", "zh-CN"]) {
    await test(`${browser.name}: the sample of a whole roll-out, ${language}`, async () => {
      const page = await browser.open({ language, width: 1366, height: 768 });
      try {
        await page.goto(url);
        await page.click("[data-role=sample-rollout]");
        await answered(page);
        await page.click("#tl-tab-rollout");
        await page.wait('[data-measure="adoption_rate"]');
        await settled(page);
        await page.picture(`${pictures}/sample-rollout-${language}.png`, true);
        const lefts = (row) => page.run((row) => [...document.querySelector(row).children].map((cell) => Math.round(cell.getBoundingClientRect().left)), row);
        assert.deepEqual(await lefts(".tl-scorecard thead tr"), await lefts(".tl-scorecard tbody tr"), "heads stand over their columns");
        assert.ok(await page.run(() => document.querySelectorAll("[data-criterion]").length >= 9));
        await page.click("#tl-tab-money");
        await page.wait('[data-measure="roi"]');
        await page.picture(`${pictures}/sample-money-${language}.png`, true);
        await quiet(page);
      } finally {
        await page.close();
      }
    });
  }

  await onTables("a table is told to be of another kind", { "orders.csv": orders }, async (page) => {
    await page.click("[data-role=options]");
    await page.wait("topline-options select");
    await page.tab.selectOption("topline-options select >> nth=0", "survey");
    await settled(page);
    assert.equal((await scores(page, "sales_total")).length, 0);
    await page.tab.selectOption("topline-options select >> nth=0", "orders");
    await page.wait('[data-measure="sales_total"]');
  });

  for (const language of ["en-US", "zh-CN"]) {
    for (const [width, height] of [[1366, 768], [390, 844]]) {
      await onTables(`roll-out at ${width} px, ${language}`, { "orders.csv": orders, "flows.csv": cashflows, "goals.csv": goals }, async (page) => {
        await page.picture(`${pictures}/rollout-${language}-${width}.png`, width < 500);
        const over = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0);
      }, { language, width, height });
    }
  }
}
