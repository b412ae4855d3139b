// SPDX-License-Identifier: Apache-2.0
// axe finds nothing, in both languages, light and dark, in every state that has its own look.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "./harness.mjs";
import { answered, paste, settled } from "./page.mjs";
import { asTsv, surveyRows } from "./survey.mjs";

const states = {
  start: async () => {},
  report: async (page) => {
    await paste(page, asTsv(surveyRows(200)));
    await answered(page);
    await page.click("[data-message=segments_proposed]");
    await page.wait("topline-intervals .tl-plot");
  },
  "role menu": async (page) => {
    await page.click("[data-role=column-role]");
    await page.wait(".tl-roles");
  },
  options: async (page) => {
    await page.press("Escape");
    await page.click("[data-role=options]");
    await page.wait(".tl-fields");
  },
  proof: async (page) => {
    await page.press("Escape");
    await page.click(".tl-card-name");
    await page.wait(".tl-explain");
  },
  export: async (page) => {
    await page.press("Escape");
    await page.click("[data-role=export]");
    await page.wait("[data-role=export-csv]");
  },
};

export async function accessCases({ browser, url, root }) {
  const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, "utf8");
  for (const look of [{ language: "en-US" }, { language: "zh-CN" }, { language: "en-US", dark: true }, { language: "en-US", width: 390, height: 844 }]) {
    const page = await browser.open(look);
    await page.goto(url);
    await page.wait("[data-role=paste]");
    await page.run(axe);
    for (const [state, enter] of Object.entries(states)) {
      await test(`${browser.name}: axe ${look.language}${look.dark ? " dark" : ""}${look.width ? ` ${look.width} px` : ""}, ${state}`, async () => {
        await enter(page);
        await settled(page);
        const { violations } = await page.run(() => window.axe.run(document, { resultTypes: ["violations"] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`), []);
      });
    }
    await page.close();
  }
}
