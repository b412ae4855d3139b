// SPDX-License-Identifier: Apache-2.0
// What a reader changes: roles, segments, waves, language, tables; and takes back.

import assert from "node:assert/strict";
import { test } from "./harness.mjs";
import { onReportOf } from "./on_report.mjs";
import { answered, everyonesNps, near, paste, scores, settled } from "./page.mjs";
import { asTsv, npsOf, npsQuestion, surveyRows } from "./survey.mjs";

export async function changeCases({ browser, url }) {
  const rows = surveyRows(400, { seed: 11 });

  const reported = onReportOf({ browser, url });
  const onReport = (name, body) => reported(name, { rows }, body);

  await onReport("a role is changed in its menu and taken back by Ctrl+Z", async (page) => {
    await page.click("[data-role=options]");
    await page.wait("topline-options select");
    await page.run((name) => {
      const row = [...document.querySelectorAll(".tl-columns tr")].find((row) => row.querySelector("th")?.textContent === name);
      const select = row.querySelector("select");
      select.value = "ignore";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, npsQuestion);
    await page.until(() => !document.querySelector('[data-measure="nps"]'));
    await page.press("Escape");
    await page.until(() => !document.querySelector("dialog"));
    await page.run(() => document.activeElement?.blur());
    await page.chord("z");
    await answered(page);
    near((await everyonesNps(page)).value, npsOf(rows));
  });

  await onReport("the chip of a header opens its roles", async (page) => {
    await page.wait("[data-role=column-role]");
    await page.run(() => document.querySelector("[data-role=column-role][data-column='2']").focus());
    await page.press("Enter");
    await page.wait(".tl-dialog [data-value=segment]");
    await page.run(() => document.querySelector("[data-value=segment]").focus());
    await page.press("Enter");
    await page.until(() => document.querySelectorAll('topline-intervals [data-measure="nps"]').length === 5);
    assert.equal(await page.run(() => document.activeElement?.dataset.role), "column-role");
  });

  await onReport("a proposed segment is one click, and undone by the button", async (page) => {
    await page.click("[data-message=segments_proposed]");
    await page.until(() => document.querySelectorAll('topline-intervals [data-measure="nps"]').length === 5);
    for (const { segment, value } of (await scores(page, "nps")).filter(({ segment }) => segment.Department)) {
      near(value, npsOf(rows, (row) => row[1] === segment.Department));
    }
    await page.click("[data-role=undo]");
    await page.until(() => !document.querySelector("topline-intervals .tl-plot"));
  });

  await onReport("waves: proposed, chosen, in the order of time", async (page) => {
    await page.click("#tl-tab-waves");
    await page.wait("topline-waves [data-message=wave_proposed]");
    await page.click("topline-waves [data-message=wave_proposed]");
    await page.wait("topline-waves select");
    await page.run(() => {
      const select = document.querySelector("topline-waves select");
      select.value = "month";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.until(() => new Set([...document.querySelectorAll('topline-waves [data-measure="nps"]')].map((each) => each.dataset.wave)).size === 3);
    const waves = (await scores(page, "nps")).map(({ wave }) => wave);
    assert.deepEqual(waves, [...waves].sort());
  });

  await onReport("groups: who differs clearly is said, and beside each group in the table", async (page) => {
    await page.click("[data-message=segments_proposed]");
    await page.click("#tl-tab-segments");
    await page.wait("topline-segments .tl-verdicts li");
    const said = () => page.run(() => [...document.querySelectorAll("topline-segments topline-intervals")].map((chart) => ({
      lines: [...chart.querySelectorAll(".tl-verdicts li")].map((line) => line.textContent),
      verdicts: [...chart.querySelectorAll("[data-verdict]")].map((cell) => cell.dataset.verdict).filter(Boolean),
      marks: [...chart.querySelectorAll(".tl-plot-verdict text")].map((mark) => mark.textContent),
    })));
    for (const { lines, verdicts, marks } of await said()) {
      assert.ok(verdicts.length > 1 && verdicts.every((verdict) => ["clear", "not_clear"].includes(verdict)));
      const clear = verdicts.filter((verdict) => verdict === "clear").length;
      assert.equal(marks.length, clear);
      assert.equal(lines.filter((line) => /clear difference \(95% interval/.test(line)).length, clear);
      assert.equal(/clearly differs from the rest/.test(lines[0]), clear === 0);
      assert.ok(lines.some((line) => /would usually be missed \(80% power\)/.test(line)));
    }
    await page.click("[data-role=language]");
    await settled(page);
    await page.until(() => /差异/.test(document.querySelector("topline-segments .tl-verdicts")?.textContent ?? ""));
  });

  await onReport("waves: control limits over eight of them, and the change in words", async (page) => {
    await page.click("#tl-tab-waves");
    await page.wait("topline-waves [data-message=wave_proposed]");
    await page.click("topline-waves [data-message=wave_proposed]");
    await page.wait("topline-waves select");
    await page.run(() => {
      const select = document.querySelector("topline-waves select");
      select.value = "week";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.wait("topline-waves .tl-plot-limit");
    const lines = await page.run(() => [...document.querySelectorAll("topline-waves .tl-verdicts li")].map((line) => line.textContent));
    assert.ok(lines.some((line) => / against 2026-W\d\d: [+−0]/.test(line)), lines.join("\n"));
    assert.ok(lines.some((line) => /control limits/.test(line)));
  });

  await onReport("language: the page and the core's words", async (page) => {
    await page.click("[data-role=language]");
    await settled(page);
    await page.until(() => /[\u4e00-\u9fff]/.test(document.querySelector("[data-role=summary]").textContent));
    assert.equal(await page.run(() => document.documentElement.lang), "zh-CN");
    assert.equal(await page.run(() => document.querySelector("[data-role=copy-summary]").textContent), "复制摘要");
    near((await everyonesNps(page)).value, npsOf(rows));
  });

  await onReport("the title is edited in place and undone", async (page) => {
    await page.run(() => {
      const title = document.querySelector("[data-role=title]");
      title.value = "CRM survey";
      title.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await settled(page);
    await page.click("[data-role=undo]");
    await page.until(() => document.querySelector("[data-role=title]").value === "");
  });

  await onReport("a second paste is asked about; added, it is stacked", async (page) => {
    const more = surveyRows(200, { seed: 12, quarter: 2 });
    await page.run(() => document.activeElement?.blur());
    await paste(page, asTsv(more));
    await page.wait("[data-role=paste-add]");
    await page.click("[data-role=paste-add]");
    await page.until(() => document.querySelectorAll(".tl-tables button").length === 3);
    await settled(page);
    near((await everyonesNps(page)).value, npsOf([...rows, ...more.slice(1)]));
  });

  await onReport("a second paste may replace, and be taken back", async (page) => {
    const other = surveyRows(150, { seed: 13 });
    await page.run(() => document.activeElement?.blur());
    await paste(page, asTsv(other));
    await page.wait("[data-role=paste-replace]");
    await page.click("[data-role=paste-replace]");
    await page.until((value) => Math.abs(Number(document.querySelector('[data-measure="nps"]').dataset.value) - value) < 1e-6, npsOf(other));
    await page.click("[data-role=undo]");
    await page.until((value) => Math.abs(Number(document.querySelector('[data-measure="nps"]').dataset.value) - value) < 1e-6, npsOf(rows));
  });
}
