// SPDX-License-Identifier: Apache-2.0
// The charts that several tabs show: a question's groups, its waves, its options.

import { html, type TemplateResult } from "lit";
import type { Report } from "../wasm/js/report.js";
import { differenceOf, segmentSentences, trendOf, waveSentences } from "./comparisons.js";
import { columnsOf, questionText } from "./columns.js";
import "./intervals.js";
import { groupName, nameOf, segmentName } from "./names.js";
import { optionsOf, segmentsOf, wavesOf, type Question } from "./readings.js";
import { say } from "./words/words.js";

export function askedText(report: Report, { table, column, question }: Question): string {
  const found = columnsOf(report, table).find((each) => each.column === column);
  return found ? questionText(found) : question;
}

/** One chart a segment column, best score first. */
export function segmentCharts(report: Report, question: Question) {
  return [...segmentsOf(question)].map(([segment, measures]) => {
    const rows = [...measures]
      .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
      .map((measure) => ({ label: segmentName(measure), measure, difference: differenceOf(report, measure, "rest") }));
    const sentences = segmentSentences(segment, rows.flatMap(({ difference }) => difference ?? []));
    return html`<topline-intervals .report=${report} .rows=${rows} .everyone=${question.headline} what=${segment}
      against=${say("compare.rest")} .sentences=${sentences}
      heading=${say("chart.by", { measure: nameOf(question.headline), segment })}
      asked=${askedText(report, question)}></topline-intervals>`;
  });
}

export function waveChart(report: Report, question: Question) {
  const trend = trendOf(report, question.headline);
  const rows = wavesOf(report, question).map((measure) => ({
    label: measure.wave ?? "", measure,
    difference: differenceOf(report, measure, "previous"),
    limits: trend?.points.find(({ wave }) => wave === measure.wave),
  }));
  return html`<topline-intervals layout="time" .report=${report} .rows=${rows} what=${say("chart.wave")}
    against=${say("compare.previous")} .sentences=${waveSentences(report, question.headline)} .centre=${trend?.centre}
    heading=${say("chart.waves", { measure: nameOf(question.headline) })}
    asked=${askedText(report, question)}></topline-intervals>`;
}

export function choiceChart(report: Report, question: Question) {
  const rows = optionsOf(question).map((measure) => ({ label: groupName(measure.option ?? ""), measure }));
  return html`<topline-intervals .report=${report} .rows=${rows} what=${say("chart.option")}
    heading=${askedText(report, question)}></topline-intervals>`;
}

/** Many ratings are easier read beside each other than card by card. */
export function ratingsChart(report: Report, questions: readonly Question[], scale: string) {
  const rows = questions.map((question) => ({ label: askedText(report, question), measure: question.headline }));
  return html`<topline-intervals .report=${report} .rows=${rows} what=${say("chart.question")}
    heading="${say("card.ratings")} · ${say("card.meanOn", { scale })}"></topline-intervals>`;
}

/** Charts beyond these are drawn when they are asked for: a survey may have hundreds of questions. */
const chartsAtFirst = 24;

export function chartGrid(charts: readonly TemplateResult[], all: boolean, showAll: () => void) {
  const shown = all ? charts : charts.slice(0, chartsAtFirst);
  return html`<div class="tl-charts">${shown}</div>
    ${shown.length < charts.length
      ? html`<button class="tl-link tl-more" @click=${showAll}>${say("chart.more", { n: charts.length })}</button>`
      : ""}`;
}
