// SPDX-License-Identifier: Apache-2.0
// What a study declares beside the scores: what goes with an outcome, and the reliability and usability of
// scales. Selection only: every number is the core's.

import { html, type TemplateResult } from "lit";
import type { Measure, Report } from "../wasm/js/report.js";
import { columnsOf, questionText } from "./columns.js";
import "./favourable.js";
import "./intervals.js";
import { exactText, scoreText } from "./numbers.js";
import { say } from "./words/words.js";

const scaleIds = ["alpha", "omega", "sus", "umux_lite"];

const isWhole = ({ segment, wave }: Measure) => Object.keys(segment).length === 0 && wave === null;

const figure = ({ parts }: Measure, name: string) => {
  const found = parts?.[name];
  return typeof found === "number" ? found : 0;
};

/** One chart an outcome: each item's part of R², the largest first. */
export function driverCharts(report: Report): TemplateResult[] {
  const found = new Map<string, Measure[]>();
  for (const measure of report.measures) {
    if (measure.id !== "driver") continue;
    const key = `${measure.table}\n${measure.option}`;
    found.set(key, [...(found.get(key) ?? []), measure]);
  }
  return [...found.values()].map((measures) => {
    const sorted = [...measures].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
    const rows = sorted.map((measure) => ({ label: driverLabel(report, measure), measure }));
    return html`<topline-intervals .report=${report} .rows=${rows} what=${say("chart.question")}
      heading=${say("declared.drivers", { outcome: sorted[0].option ?? "", r2: exactText("R²", figure(sorted[0], "r_squared")) })}>
    </topline-intervals>`;
  });
}

function driverLabel(report: Report, measure: Measure): string {
  const column = columnsOf(report, measure.table).find((each) => each.column === measure.column);
  const name = column ? questionText(column) : measure.question;
  return measure.value === undefined ? name : `${scoreText("%", figure(measure, "share"))} · ${name}`;
}

/** Of each table's items, in its headline wave where it has waves. */
export function favourableCharts(report: Report): TemplateResult[] {
  return report.tables.flatMap(({ name, headline_wave }) => {
    const measures = report.measures.filter((measure) =>
      measure.id === "favourable" && measure.table === name && Object.keys(measure.segment).length === 0 && measure.wave === (headline_wave || null));
    return measures.length > 0 ? [html`<topline-favourable .report=${report} .measures=${measures}></topline-favourable>`] : [];
  });
}

/** Coefficients on one axis, scores of 0 to 100 on another. */
export function scaleCharts(report: Report): TemplateResult[] {
  const scales = report.measures.filter((measure) => scaleIds.includes(measure.id) && isWhole(measure));
  return [...new Set(scales.map(({ unit }) => unit))].map((unit) => {
    const rows = scales.filter((measure) => measure.unit === unit).map((measure) => ({
      label: `${measure.option}: ${report.catalogue[measure.id]?.name ?? measure.id}`, measure }));
    return html`<topline-intervals .report=${report} .rows=${rows} what=${say("declared.scales")}
      heading=${say("declared.scales")}></topline-intervals>`;
  });
}
