// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Measure, Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { columnsOf } from "./columns.js";
import "./comments.js";
import { driverCharts, favourableCharts, scaleCharts } from "./declared_charts.js";
import { chartGrid, choiceChart, ratingsChart, segmentCharts, waveChart } from "./group_charts.js";
import "./notes.js";
import { Piece } from "./piece.js";
import "./proposals.js";
import "./questions.js";
import { choiceQuestions, scoredQuestions, segmentsOf, wavesOf, type Question } from "./readings.js";
import { responseCharts } from "./response_charts.js";
import "./score_card.js";
import { say } from "./words/words.js";

/** The first tab: what waits for an answer, the scores, who differs, what was odd. Several ratings share
 * a chart: they are easier read beside each other than card by card. */
@customElement("topline-overview")
export class ToplineOverview extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  @state() private all = false;

  override render() {
    const { report, settings } = this;
    const questions = scoredQuestions(report).filter(({ headline }) => !waits(report, headline));
    const ratings = questions.filter(({ headline }) => headline.id === "rating_mean" && headline.value !== undefined);
    const ratingGroups = [...this.byScale(ratings)].filter(([, group]) => group.length > 1);
    const charted = new Set(ratingGroups.flatMap(([, group]) => group));
    const first = questions.find(({ headline }) => headline.value !== undefined);
    const charts = [
      ...(first && segmentsOf(first).size > 0 ? segmentCharts(report, first) : []),
      ...(first && wavesOf(report, first).length > 1 ? [waveChart(report, first)] : []),
      ...responseCharts(report),
      ...ratingGroups.map(([scale, group]) => ratingsChart(report, group, scale)),
      ...driverCharts(report),
      ...scaleCharts(report),
      ...favourableCharts(report),
      ...choiceQuestions(report).map((question) => choiceChart(report, question)),
    ];
    return html`
      <topline-questions .report=${report} .settings=${settings}></topline-questions>
      <div class="tl-cards">
        ${questions.filter((question) => !charted.has(question)).map(
          (question) => html`<topline-score .report=${report} .question=${question}></topline-score>`)}
      </div>
      <div class="tl-further">
        <topline-proposals .report=${report} .settings=${settings}></topline-proposals>
        ${report.tables.some(({ kind }) => kind === "survey")
          ? html`<button class="tl-proposal" data-role="analyses" @click=${() => this.emit("topline-analyses", null)}>${say("analyses.open")}</button>`
          : nothing}
      </div>
      ${chartGrid(charts, this.all, () => (this.all = true))}
      <topline-comments .report=${report}></topline-comments>
      <topline-notes .report=${report}></topline-notes>
    `;
  }

  private byScale(ratings: readonly Question[]): Map<string, Question[]> {
    const found = new Map<string, Question[]>();
    for (const question of ratings) {
      const column = columnsOf(this.report, question.table).find((each) => each.column === question.column);
      const scale = (column?.scale ?? "").replace("-", "–");
      found.set(scale, [...(found.get(scale) ?? []), question]);
    }
    return found;
  }
}

/** The question to the reader stands in the place of its score. */
function waits(report: Report, { value, column, table }: Measure): boolean {
  if (value !== undefined) return false;
  if (columnsOf(report, table).find((each) => each.column === column)?.alternative) return true;
  return report.messages.some(({ level, where }) => {
    const input = report.inputs.find(({ name }) => name === where?.input);
    return level === "question" && where?.column === column && (input?.table ?? table) === table;
  });
}
