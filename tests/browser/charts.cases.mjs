// SPDX-License-Identifier: Apache-2.0
// Differences, bounds and pictures: what is drawn is what the report says, and it can be taken away.

import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { test } from "./harness.mjs";
import { onReportOf } from "./on_report.mjs";
import { near, savedFile, savedStudy, settled } from "./page.mjs";
import { netOf, panelItems, panelRows, scoresOf } from "./panel.mjs";

const told = [{ name: "Employee ID", role: "respondent_id" }, ...panelItems.map((name) => ({ name, role: "rating" }))];

const drawn = (page) => page.run(() => [...document.querySelectorAll("[data-difference]")].map((each) => ({
  ...each.dataset, segment: JSON.parse(each.dataset.segment), value: Number(each.dataset.value), text: each.textContent,
})));

/** The report as the page exports it. */
async function reportOf(page) {
  await page.click("[data-role=export]");
  const { bytes } = await savedFile(page, () => page.click("[data-role=export-json]"));
  return JSON.parse(Buffer.from(bytes, "latin1").toString("utf8"));
}

/** Width, height, and how many colours its pixels have. */
function readPng(bytes) {
  const data = Buffer.from(bytes, "latin1");
  assert.equal(data.subarray(1, 4).toString(), "PNG");
  const [width, height, depth, kind] = [data.readUInt32BE(16), data.readUInt32BE(20), data[24], data[25]];
  assert.equal(depth, 8);
  const parts = [];
  for (let at = 8; at < data.length; at += data.readUInt32BE(at) + 12) {
    if (data.subarray(at + 4, at + 8).toString() === "IDAT") parts.push(data.subarray(at + 8, at + 8 + data.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const line = 1 + width * (kind === 6 ? 4 : 3);
  // A row that holds nothing but its paper is all zeros under the filters that refer to its neighbours.
  let inked = 0;
  for (let row = 1; row < height; ++row) {
    const filter = rows[row * line];
    const bare = filter === 2 || filter === 4 ? rows.subarray(row * line + 1, (row + 1) * line).every((byte) => byte === 0) : false;
    if (!bare) ++inked;
  }
  return { width, height, inked };
}

export async function chartCases({ browser, url }) {
  const rows = panelRows({ people: 120, waves: 3 });

  for (const language of ["en-US", "zh-CN"]) {
    const speaks = (en, zh) => (language === "en-US" ? en : zh);
    const reported = onReportOf({ browser, url, language, keep: true });
    const onReport = (name, study, body) => reported(name, { rows, study: { columns: told, ...study } }, body);

    await onReport("groups against the rest: every difference of the wave, its verdict in words", { by: ["Department"], wave: "Wave", compare: "all" }, async (page) => {
      await page.click("#tl-tab-segments");
      await page.click("topline-segments [data-role=view-differences]");
      await page.wait("topline-differences svg");
      assert.ok(await page.run(() => [...document.querySelectorAll("topline-differences svg")].every((svg) => svg.querySelector(".tl-plot-zero line"))));
      const report = await reportOf(page);
      assert.equal(report.settings.compare, "all");
      const expected = (wave) => report.comparisons.filter((each) => each.against === "rest" && each.a.wave === wave && each.difference !== undefined);
      const same = async (wave) => {
        const shown = await drawn(page);
        assert.equal(shown.length, expected(wave).length);
        for (const { id, question, a, difference, verdict, unit } of expected(wave)) {
          const found = shown.find((each) => each.difference === id && each.question === question && each.segment.Department === a.segment.Department);
          near(found.value, difference, 1e-12);
          assert.equal(found.verdict, verdict);
          assert.match(found.text, verdict === "clear" ? speaks(/clear difference/, /差异显著/) : speaks(/no clear difference|only on its own/, /不显著|仅单独/));
          if (unit === "points") assert.equal(found.text.replace("−", "-").replace("+", "").split(" ")[0], String(Math.sign(difference) * Math.round(Math.abs(difference))));
        }
        return shown;
      };
      const latest = await same("2026-Q3");
      assert.ok(latest.some(({ difference }) => difference === "rating_mean"), "means are compared too");
      const nps = latest.find(({ difference, segment }) => difference === "nps" && segment.Department === "Sales");
      const ofDepartment = (keep) => rows.slice(1).filter((row) => row[2] === "2026-Q3" && keep(row[1])).map((row) => Number(row[3]));
      near(nps.value, netOf(ofDepartment((name) => name === "Sales")) - netOf(ofDepartment((name) => name !== "Sales")), 1e-9);
      await page.run(() => {
        const select = document.querySelector("[data-role=difference-wave]");
        select.value = "2026-Q1";
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await page.until(() => document.querySelector("[data-difference]")?.dataset.wave === "2026-Q1");
      await settled(page);
      const clear = (await same("2026-Q1")).filter(({ verdict }) => verdict === "clear").length;
      await page.run(() => document.querySelector("[data-role=only-clear]").focus());
      await page.press(" ");
      await settled(page);
      assert.equal((await drawn(page)).filter(({ verdict }) => verdict === "clear").length, clear);
      assert.equal(await page.run(() => document.querySelector("topline-difference-charts .tl-empty") !== null), clear === 0);
    });

    await onReport("waves against those before, paired, with the first below", { wave: "Wave", paired: true }, async (page) => {
      await page.click("#tl-tab-waves");
      await page.click("topline-waves [data-role=view-differences]");
      await page.wait("topline-differences svg");
      const nps = (await drawn(page)).filter(({ difference }) => difference === "nps");
      assert.deepEqual(nps.map(({ wave, against }) => [wave, against]), [["2026-Q3", "2026-Q2"], ["2026-Q3", "2026-Q1"]]);
      const net = (wave) => netOf(scoresOf(rows, wave));
      near(nps[0].value, net("2026-Q3") - net("2026-Q2"), 1e-9);
      near(nps[1].value, net("2026-Q3") - net("2026-Q1"), 1e-9);
      await page.click("[data-role=view-scores]");
      await page.wait("topline-waves topline-intervals svg");
      assert.equal((await drawn(page)).length, 0);
    });

    await onReport("crosstabs: every answer by segment, the test in words, part of the study", { by: ["Department"], wave: "Wave" }, async (page) => {
      await page.click("#tl-tab-segments");
      await page.click("topline-segments [data-role=view-crosstabs]");
      await page.wait("topline-crosstabs [data-by=Department]");
      await settled(page);
      const net = rows.slice(1).filter((row) => row[2] === "2026-Q3");
      const classes = [(score) => score <= 6, (score) => score === 7 || score === 8, (score) => score >= 9];
      const names = ["Finance", "Sales", "Support"];
      const counts = classes.map((within) => names.map((name) => net.filter((row) => row[1] === name && within(Number(row[3]))).length));
      const shown = await page.run((question) => {
        const section = [...document.querySelectorAll(".tl-crosstab")].find((each) => each.dataset.question === question);
        return {
          heads: [...section.querySelectorAll("thead th")].slice(1).map((each) => each.textContent),
          counts: [...section.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => parseInt(cell.textContent.trim(), 10))),
          said: section.querySelector("[data-role=crosstab-test]").textContent,
        };
      }, rows[0][3]);
      assert.deepEqual(shown.heads, [...names, speaks("total", "合计")]);
      const sum = (values) => values.reduce((a, b) => a + b, 0);
      assert.deepEqual(shown.counts, counts.map((line) => [...line, sum(line)]));
      const chi = sum(counts.flatMap((line) => line.map((n, at) => {
        const expected = (sum(line) * sum(counts.map((each) => each[at]))) / net.length;
        return (n - expected) ** 2 / expected;
      })));
      assert.ok(shown.said.includes(`χ²(4, n = ${net.length}) = ${chi.toFixed(2)}`), shown.said);
      assert.equal(await page.run(() => document.querySelectorAll(".tl-crosstab").length), 5, "the NPS and four ratings");
      assert.equal((await savedStudy(page)).crosstabs, true);
      await page.click("[data-role=view-scores]");
      await page.wait("topline-segments topline-intervals svg");
      assert.equal(await page.run(() => document.querySelector("topline-crosstabs")), null);
      assert.equal((await savedStudy(page)).crosstabs, undefined);
    });

    await onReport("nothing compared: no switch to differences", { by: ["Department"], compare: "none" }, async (page) => {
      await page.click("#tl-tab-segments");
      await page.wait("topline-segments topline-intervals");
      assert.equal(await page.run(() => document.querySelector("[data-role=view-differences]")), null);
    });

    await onReport("who did not answer: rate and worst-case bounds are drawn", { wave: "Wave", invited: 150 }, async (page) => {
      await page.until(() => document.querySelector("[data-role=response-chart] .tl-plot-reach"));
      const table = await page.run(() => [...document.querySelectorAll("[data-role=response-chart]")].map((chart) =>
        [...chart.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent.replaceAll("−", "-").trim()))).flat());
      const latest = scoresOf(rows, "2026-Q3");
      const nps = table.find(([name]) => name.includes("NPS"));
      const exact = (value) => Number(value.toFixed(1));
      assert.deepEqual(nps.at(-1).match(/[+-]?\d+(\.\d+)?/g).map(Number), [netOf(latest, 30, -1), netOf(latest, 30, 1)].map(exact));
      assert.equal(table[0][1], "80%");
      assert.equal(await page.run(() => document.querySelectorAll("[data-role=response-chart] .tl-plot-reach path").length), 1);
    });

    await onReport("a chart as PNG: its title, its picture, from a local file", { by: ["Department"] }, async (page) => {
      await page.wait("topline-intervals .tl-plot");
      const heading = await page.run(() => document.querySelector("topline-intervals h2").textContent);
      const file = await savedFile(page, () => page.click("topline-intervals .tl-save-png"));
      assert.equal(file.type, "image/png");
      assert.ok(file.name.endsWith(".png") && file.name.startsWith(heading.replace(/[\\/:*?"<>|]+/g, "-").slice(0, 20)), file.name);
      const { width, height, inked } = readPng(file.bytes);
      const plot = await page.run(() => {
        const { width, height } = document.querySelector("topline-intervals .tl-plot").getBoundingClientRect();
        return { width, height };
      });
      assert.ok(width >= 2 * plot.width && height >= 2 * (plot.height + 40), `${width} × ${height}`);
      assert.ok(inked > height / 4, `${inked} rows of ${height} hold something`);
    });
  }
}
