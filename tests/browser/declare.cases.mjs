// SPDX-License-Identifier: Apache-2.0
// What a reader declares on the page: comparisons, the invited, the same people, drivers, scales, favourable
// answers. It is in the saved study, which opens to the same state, and each step is undone.

import assert from "node:assert/strict";
import { onReportOf } from "./on_report.mjs";
import { answered, near, openStudy, savedStudy, settled } from "./page.mjs";
import { alphaOf, netOf, panelItems, panelNps, panelRows, scoresOf } from "./panel.mjs";
import { checkStudy } from "./study_schema.mjs";

const choose = (page, selector, value) => page.run(([selector, value]) => {
  const field = document.querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}, [selector, value]);

/** By keyboard: the boxes are focused and pressed. */
async function tick(page, form, names) {
  for (const name of names) {
    await page.run(([form, name]) => [...document.querySelectorAll(`${form} .tl-item-list label`)]
      .find((label) => label.textContent.trim() === name).querySelector("input").focus(), [form, name]);
    await page.press(" ");
  }
}

const values = (page, id) => page.run((id) => [...document.querySelectorAll(`[data-measure="${id}"]`)].map((each) => Number(each.dataset.value)), id);

/** Said beforehand: three of the items would wait for an answer. */
const told = [{ name: "Employee ID", role: "respondent_id" }, ...panelItems.map((name) => ({ name, role: "rating" }))];

export async function declareCases({ browser, url }) {
  const rows = panelRows();
  const latest = scoresOf(rows, "2026-Q2");

  for (const language of ["en-US", "zh-CN"]) {
    const speaks = (en, zh) => (language === "en-US" ? en : zh);
    const reported = onReportOf({ browser, url, language, keep: true });
    const onReport = (name, body, study = {}) => reported(name, { rows, study: { columns: told, ...study } }, body);

    await onReport("the invited: rate, bounds, a wrong number and one that is too small", async (page) => {
      await page.wait("[data-role=invited]");
      await choose(page, "[data-role=invited]", "100");
      await page.until(() => document.querySelector("[data-measure=response_rate]")?.dataset.value === "80");
      const [low, high] = [-1, 1].map((as) => Math.round(netOf(latest, 20, as)));
      const summary = await page.run(() => document.querySelector("[data-role=summary]").textContent.replaceAll("−", "-"));
      assert.ok(summary.includes(String(low)) && summary.includes(String(high)), summary);
      await choose(page, "[data-role=invited]", "12");
      await page.until(() => document.querySelector(".tl-response .tl-problem") && !document.querySelector("[data-measure=response_rate]"));
      assert.match(await page.run(() => document.querySelector(".tl-response .tl-problem").textContent),
        speaks(/80 people answered.*Correct the number/, /80.*请更正人数/));
      await choose(page, "[data-role=invited]", "-3");
      await page.until((words) => document.querySelector(".tl-response .tl-problem")?.textContent.includes(words), speaks("whole number", "整数"));
      assert.equal(await page.run(() => document.querySelector("[data-role=invited]").getAttribute("aria-invalid")), "true");
      assert.equal((await savedStudy(page)).invited, 12, "what is no number is not told");
      await page.click("[data-role=undo]");
      await page.until(() => document.querySelector("[data-role=invited]").value === "100" && !document.querySelector(".tl-response .tl-problem"));
      await page.click("[data-role=redo]");
      await page.until(() => document.querySelector("[data-role=invited]").value === "12");
      await choose(page, "[data-role=invited]", "");
      await page.until(() => !document.querySelector(".tl-response .tl-problem"));
      assert.equal("invited" in (await savedStudy(page)), false);
      await page.click("[data-role=undo]");
      await page.until(() => document.querySelector("[data-role=invited]").value === "12");
    }, { wave: "Wave" });

    await onReport("comparisons: all, none, and the same people", async (page) => {
      await page.click("#tl-tab-waves");
      await page.wait("topline-waves [data-role=paired]");
      const compared = () => page.run(() => [...document.querySelectorAll("topline-waves .tl-verdicts li")].map((line) => line.textContent).join("\n"));
      assert.doesNotMatch(await compared(), speaks(/each with their own earlier answer/, /仅含两个波次均作答/));
      await page.run(() => document.querySelector("topline-waves [data-role=paired]").focus());
      await page.press(" ");
      await page.until((words) => document.querySelector("topline-waves .tl-verdicts")?.textContent.includes(words),
        speaks("each with their own earlier answer", "仅含两个波次均作答"));
      await choose(page, "topline-waves [data-role=compare]", "none");
      await page.until(() => !document.querySelector("topline-waves .tl-verdicts"));
      await choose(page, "topline-waves [data-role=compare]", "all");
      await page.wait("topline-waves .tl-verdicts");
      const study = await savedStudy(page);
      checkStudy(study);
      assert.deepEqual([study.compare, study.paired, study.wave], ["all", true, "Wave"]);
      for (let step = 0; step < 3; ++step) {
        await page.click("[data-role=undo]");
        await settled(page);
      }
      await page.until(() => document.querySelector("[data-role=paired]")?.checked === false);
      assert.equal(await page.run(() => document.querySelector("topline-waves [data-role=compare]").value), "headline");
      await page.click("[data-role=redo]");
      await page.until(() => document.querySelector("[data-role=paired]")?.checked === true);
    }, { wave: "Wave" });

    await onReport("without a person's id nothing is offered to pair by", async (page) => {
      await page.click("#tl-tab-waves");
      await page.wait("topline-waves [data-role=compare]");
      assert.equal(await page.run(() => document.querySelector("[data-role=paired]")), null);
    }, { wave: "Wave", columns: [...told.slice(1), { name: "Employee ID", role: "ignore" }] });

    await onReport("drivers, scale, favourable: declared, saved, opened again, taken away", async (page) => {
      await page.click("[data-role=analyses]");
      await page.click("[data-role=add-drivers]");
      await page.wait("topline-driver-form");
      assert.equal(await page.run(() => document.activeElement?.dataset.role), "driver-outcome");
      await page.click("[data-role=driver-apply]");
      await page.wait("topline-driver-form [role=alert]");
      await tick(page, "topline-driver-form", panelItems.slice(0, 3));
      await page.click("[data-role=driver-apply]");
      await page.until(() => document.querySelectorAll("[data-measure=driver]").length === 3);
      assert.equal(await page.run(() => document.activeElement?.closest("[data-analysis]")?.dataset.analysis), "drivers", "the focus stays there");

      await page.click("[data-role=add-scales]");
      await page.wait("topline-scale-form");
      await choose(page, "[data-role=scale-kind]", "sus");
      await tick(page, "topline-scale-form", panelItems);
      await page.click("[data-role=scale-apply]");
      await page.until((words) => document.querySelector("topline-scale-form [role=alert]")?.textContent.includes(words), speaks("SUS takes ten", "SUS 需要十题"));
      await choose(page, "[data-role=scale-kind]", "alpha");
      await choose(page, "[data-role=scale-name]", "Ease & fit");
      await page.click("[data-role=scale-apply]");
      await page.until(() => document.querySelector("[data-measure=alpha]"));
      near((await values(page, "alpha"))[0], alphaOf(rows, [4, 5, 6, 7]), 1e-9);

      await page.run(() => document.querySelector("[data-role=favourable]").focus());
      await page.press(" ");
      await page.until(() => document.querySelectorAll("topline-favourable [data-measure=favourable]").length === 4);
      const share = (column) => (100 * rows.slice(1).filter((row) => Number(row[column]) >= 4).length) / (rows.length - 1);
      for (const [at, name] of panelItems.entries()) {
        near(await page.run((name) => Number(document.querySelector(`[data-measure=favourable][data-question="${name}"]`).dataset.value), name), share(4 + at));
      }
      await page.press("Escape");

      const study = await savedStudy(page);
      checkStudy(study);
      assert.deepEqual([study.drivers, study.scales, study.favourable], [
        [{ outcome: panelNps, items: panelItems.slice(0, 3) }], [{ name: "Ease & fit", kind: "alpha", items: panelItems }], true]);
      const figures = async () => ({ driver: await values(page, "driver"), alpha: await values(page, "alpha"), favourable: await values(page, "favourable") });
      const before = await figures();
      for (let step = 0; step < 3; ++step) {
        await page.click("[data-role=undo]");
        await settled(page);
      }
      await page.until(() => !document.querySelector("[data-measure=driver], [data-measure=alpha], [data-measure=favourable]"));
      await openStudy(page, study);
      await page.until(() => document.querySelectorAll("[data-measure=favourable]").length === 4);
      await settled(page);
      assert.deepEqual(await figures(), before);

      await page.click("[data-role=analyses]");
      for (const kind of ["drivers", "scales"]) {
        await page.click(`[data-analysis=${kind}] [data-role=remove]`);
        await settled(page);
      }
      await page.until(() => !document.querySelector("[data-measure=driver], [data-measure=alpha]"));
      await page.press("Escape");
      assert.deepEqual(Object.keys(await savedStudy(page)).filter((key) => ["drivers", "scales"].includes(key)), []);
    });

    await onReport("a scale is changed, and another may not have its name", async (page) => {
      await page.click("[data-role=analyses]");
      await page.click("[data-analysis=scales] [data-role=change]");
      await page.wait("topline-scale-form");
      assert.equal(await page.run(() => document.querySelectorAll("topline-scale-form input:checked").length), 2);
      await tick(page, "topline-scale-form", [panelItems[2]]);
      await page.click("[data-role=scale-apply]");
      await page.until((value) => Math.abs(Number(document.querySelector("[data-measure=alpha]")?.dataset.value) - value) < 1e-9, alphaOf(rows, [4, 5, 6]));
      await page.click("[data-role=add-scales]");
      await page.wait("topline-scale-form");
      await choose(page, "[data-role=scale-name]", "Ease");
      await tick(page, "topline-scale-form", panelItems.slice(0, 2));
      await page.click("[data-role=scale-apply]");
      await page.until(() => document.querySelector("topline-scale-form [role=alert]")?.textContent.includes("Ease"));
    }, { scales: [{ name: "Ease", items: panelItems.slice(0, 2) }] });

    await onReport("an outcome without numbers: the reason stands beside it", async (page) => {
      await page.click("[data-role=analyses]");
      await page.until((words) => document.querySelector("[data-analysis=drivers] .tl-problem")?.textContent.includes(words), speaks("numbers", "数字"));
    }, { drivers: [{ outcome: "Department", items: [panelItems[0]] }] });
  }
}
