// SPDX-License-Identifier: Apache-2.0
// axe finds nothing, in both languages, light and dark, in every state that has its own look.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "./harness.mjs";
import { answered, paste, settled } from "./page.mjs";
import { panelRows } from "./panel.mjs";
import { asTsv } from "./survey.mjs";

const states = {
  start: async () => {},
  report: async (page) => {
    await paste(page, asTsv(panelRows({ people: 200, waves: 1 })));
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
  analyses: async (page) => {
    await page.press("Escape");
    await page.click("[data-role=analyses]");
    await page.click("[data-role=add-scales]");
    await page.wait("topline-scale-form");
    await page.click("[data-role=scale-apply]");
    await page.wait("topline-scale-form [role=alert]");
  },
  "codebook form": async (page) => {
    await page.click("[data-role=add-codebook]");
    await page.wait("topline-comments-form");
  },
  differences: async (page) => {
    await page.press("Escape");
    await page.run(() => {
      const field = document.querySelector("[data-role=invited]");
      field.value = "20";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.wait(".tl-response .tl-problem");
    await page.click("#tl-tab-segments");
    await page.click("topline-segments [data-role=view-differences]");
    await page.wait("topline-differences svg");
  },
  proof: async (page) => {
    await page.click("#tl-tab-topline");
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
