// SPDX-License-Identifier: Apache-2.0
// Who did not answer, drawn: the response rate, and how far they could move each headline score.

import { html, type TemplateResult } from "lit";
import type { Measure, Report } from "../wasm/js/report.js";
import { columnsOf, questionText } from "./columns.js";
import "./intervals.js";
import { nameOf } from "./names.js";
import { say } from "./words/words.js";

/** Percentages on one axis, NPS on another. Nothing where it isn't known how many were invited. */
export function responseCharts(report: Report): TemplateResult[] {
  const rates = report.measures.filter(({ id, headline, value }) => id === "response_rate" && headline && value !== undefined);
  const moved = report.measures.filter(({ headline, parts }) => headline && parts?.worst_case_low !== undefined && parts.worst_case_high !== undefined);
  const rows = [
    ...rates.map((measure) => ({ label: say("response.rate_label"), measure })),
    ...moved.map((measure) => ({ label: labelOf(report, measure), measure, reach: { low: measure.parts!.worst_case_low, high: measure.parts!.worst_case_high } })),
  ];
  return [...new Set(rows.map(({ measure }) => measure.unit))].map((unit) => html`<topline-intervals data-role="response-chart" .report=${report}
    .rows=${rows.filter(({ measure }) => measure.unit === unit)} what=${say("chart.question")} heading="${say("response.title")} · ${unit === "points" ? "NPS" : "%"}"></topline-intervals>`);
}

/** NPS is called by its name, other scores by what was asked. */
function labelOf(report: Report, measure: Measure): string {
  if (measure.unit === "points") return nameOf(measure);
  const column = columnsOf(report, measure.table).find((each) => each.column === measure.column);
  return column ? questionText(column) : measure.question;
}
