// SPDX-License-Identifier: Apache-2.0
// What is taken away: files that the core wrote, and a study that can be opened again.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { onReportOf } from "./on_report.mjs";
import { scores, settled } from "./page.mjs";
import { surveyRows } from "./survey.mjs";

export async function takeCases({ browser, url }) {
  const rows = surveyRows(200, { seed: 31 });

  const reported = onReportOf({ browser, url });
  const onReport = (name, body) => reported(name, { rows }, body);

  async function download(page, click) {
    const [file] = await Promise.all([page.tab.waitForEvent("download"), click()]);
    return { name: file.suggestedFilename(), path: await file.path() };
  }

  for (const [kind, ending, begins] of [["csv", "csv", "\ufeff"], ["json", "json", "{"], ["markdown", "md", ""]]) {
    await onReport(`export ${kind}`, async (page) => {
      await page.click("[data-role=export]");
      const file = await download(page, () => page.click(`[data-role=export-${kind}]`));
      assert.ok(file.name.endsWith(`.${ending}`), file.name);
      const text = await readFile(file.path, "utf8");
      assert.ok(text.startsWith(begins) && text.length > 100);
      const [nps] = await scores(page, "nps");
      if (kind === "json") assert.equal(JSON.parse(text).measures.find(({ id }) => id === "nps").value, nps.value);
    });
  }

  await onReport("a score opened up: other tools' rules and R code", async (page) => {
    await page.click(".tl-card-name");
    await page.wait("[data-role=r-code]");
    const code = await page.tab.locator("[data-role=r-code]").innerText();
    assert.match(code, /^# nps/);
    assert.match(code, /uniroot/);
    const rules = await page.tab.locator("[data-role=other-rules] tr").allInnerTexts();
    assert.ok(rules.length > 0);
    for (const rule of rules) assert.match(rule, /\d/);
  });

  await onReport("a chart as SVG, its colours written in", async (page) => {
    await page.click("[data-message=segments_proposed]");
    await page.wait("topline-intervals .tl-plot");
    await settled(page);
    const { path } = await download(page, () => page.click(".tl-save-svg"));
    const svg = await readFile(path, "utf8");
    assert.ok(svg.startsWith("<svg") && !svg.includes("var(--"));
  });

  await onReport("a study is saved and opened again", async (page) => {
    await page.click("[data-message=segments_proposed]");
    await page.wait("topline-intervals .tl-plot");
    const study = await download(page, () => page.click("[data-role=save]"));
    const told = JSON.parse(await readFile(study.path, "utf8"));
    assert.deepEqual(told.by, ["Department"]);
    await page.click("[data-role=undo]");
    await page.until(() => !document.querySelector("topline-intervals .tl-plot"));
    await page.tab.setInputFiles("[data-role=open]", { name: study.name, mimeType: "application/json", buffer: await readFile(study.path) });
    await page.wait("topline-intervals .tl-plot");
  });

  await onReport("drivers that a study declares have a chart of their own", async (page) => {
    const study = { drivers: { outcome: "#4", items: ["#5"] } };
    await page.tab.setInputFiles("[data-role=open]", { name: "study.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(study)) });
    await page.until(() => [...document.querySelectorAll("topline-intervals h2")].some((head) => head.textContent.includes("goes with")));
    const marked = await page.run(() => Boolean(document.querySelector("[data-measure=driver][data-value]")));
    assert.ok(marked, "its figure is marked as the report's");
  });

  await onReport("printed, the report has no table and no buttons", async (page) => {
    await page.tab.emulateMedia({ media: "print" });
    const shown = await page.run(() => [".tl-left", ".tl-actions", "topline-tabs"].filter((each) => document.querySelector(each)?.offsetParent));
    assert.deepEqual(shown, []);
    assert.ok(await page.run(() => document.querySelector("[data-role=summary]").offsetParent !== null));
  });
}
