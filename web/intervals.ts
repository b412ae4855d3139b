// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Measure, Report } from "../wasm/js/report.js";
import { changeWithVerdict, verdictMark } from "./comparisons.js";
import { groupPlot, timePlot, type IntervalRow } from "./interval_plot.js";
import { mark } from "./marks.js";
import { alikeText, countText, exactText, levelText, rangeText } from "./numbers.js";
import { PlotPiece } from "./plot_piece.js";
import { say } from "./words/words.js";

const shownAtFirst = 12;

/** Scores compared: a dot-and-whisker chart, the groups that are hidden, the question as it was asked,
 * and the same figures as a table. */
@customElement("topline-intervals")
export class ToplineIntervals extends PlotPiece {
  @property() heading = "";
  @property() asked = "";
  /** what the rows are: the head of the table's first column */
  @property() what = "";
  @property() layout: "groups" | "time" = "groups";
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) rows: readonly IntervalRow[] = [];
  @property({ attribute: false }) everyone?: Measure;
  /** what each row is compared with: the head of the table's last column */
  @property() against = "";
  /** what the comparisons say */
  @property({ attribute: false }) sentences: readonly string[] = [];
  /** the middle of the control limits */
  @property({ attribute: false }) centre?: number;
  @state() private all = false;

  override render() {
    const hidden = this.rows.filter(({ measure }) => measure.suppressed && measure.why !== "nearly_alike");
    const alike = this.rows.filter(({ measure }) => measure.why === "nearly_alike");
    const shown = this.scored();
    const level = levelText(this.report.settings.confidence);
    return html`<figure class="tl-card tl-figure">
      <figcaption>
        <h2>${this.heading}</h2>
        ${shown.length === 0 ? nothing : this.saveButtons(this.heading)}
      </figcaption>
      <div class="tl-plot-frame"></div>
      ${shown.length > shownAtFirst && !this.all
        ? html`<button class="tl-link" @click=${() => (this.all = true)}>${say("chart.more", { n: shown.length })}</button>`
        : nothing}
      ${hidden.length === 0 ? nothing : html`<p class="tl-hidden-groups">${say("chart.hidden", {
        n: this.report.settings.min_n, names: hidden.map(({ label }) => label).join(", ") })}</p>`}
      ${this.absences().map((reason) => html`<p class="tl-problem">${reason}</p>`)}
      ${alike.map(({ label, measure }) => html`<p class="tl-hidden-groups">${label}: ${alikeText(measure)}</p>`)}
      ${this.sentences.length === 0 ? nothing : html`<ul class="tl-verdicts">${this.sentences.map((each) => html`<li>${each}</li>`)}</ul>`}
      <p class="tl-note">${this.legend(level)}</p>
      ${this.asked ? html`<p class="tl-note">${say("chart.asked", { question: this.asked })}</p>` : nothing}
      <details>
        <summary>${say("chart.table")}</summary>
        ${this.table(level)}
      </details>
    </figure>`;
  }

  private legend(level: string): string {
    const parts = [say("chart.legend", { level })];
    if (this.rows.some(({ difference }) => verdictMark(difference) !== "")) parts.push(say("compare.legend"));
    if (this.rows.some(({ reach }) => reach)) parts.push(say("response.legend"));
    if (this.rows.some(({ limits }) => limits?.low !== undefined)) parts.push(say("compare.limits"));
    return parts.join(" · ");
  }

  /** Why rows have no score, where nobody hid it. */
  private absences(): string[] {
    const absent = new Map<string, string[]>();
    for (const { label, measure } of this.rows) {
      if (measure.value !== undefined || measure.suppressed || !measure.why) continue;
      const reason = this.report.words[measure.why];
      if (reason) absent.set(reason, [...(absent.get(reason) ?? []), label]);
    }
    return [...absent].map(([reason, labels]) => say("chart.absent", { names: labels.join(say("list.comma")), reason }));
  }

  private scored(): IntervalRow[] {
    return this.rows.filter(({ measure }) => measure.value !== undefined);
  }

  protected picture(width: number): SVGElement | null {
    const scored = this.scored();
    const shown = this.all ? scored : scored.slice(0, shownAtFirst);
    if (shown.length === 0) return null;
    const unit = shown[0].measure.unit;
    const svg =
      this.layout === "time"
        ? timePlot(shown, { width, unit, centre: this.centre })
        : groupPlot(shown, { width, unit, everyone: this.everyone?.value });
    svg.querySelectorAll(".tl-plot-value text").forEach((text, at) => mark(text, shown[at].measure));
    return svg;
  }

  private table(level: string) {
    const compared = this.rows.some(({ difference }) => difference !== undefined);
    const reaching = this.rows.some(({ reach }) => reach !== undefined);
    return html`<table class="tl-table">
      <thead>
        <tr><th>${this.what}</th><th>${say("chart.value")}</th>
          <th>${say("chart.range", { level })}</th><th>${say("chart.n")}</th>
          ${reaching ? html`<th>${say("response.reach")}</th>` : nothing}
          ${compared ? html`<th>${this.against}</th>` : nothing}</tr>
      </thead>
      <tbody>
        ${this.rows.map(({ label, measure, difference, reach }) => html`<tr>
          <th scope="row">${label}</th>
          <td>${measure.value === undefined ? "–" : exactText(measure.unit, measure.value)}</td>
          <td>${measure.interval ? rangeText(measure.unit, measure.interval, exactText) : "–"}</td>
          <td>${measure.n === undefined ? "–" : countText(measure.n)}</td>
          ${!reaching ? nothing : html`<td>${reach ? say("range", { low: exactText(measure.unit, reach.low), high: exactText(measure.unit, reach.high) }) : "–"}</td>`}
          ${!compared ? nothing : html`<td data-verdict=${difference?.verdict ?? ""}>${difference ? `${verdictMark(difference)} ${changeWithVerdict(difference)}`.trim() : "–"}</td>`}
        </tr>`)}
      </tbody>
    </table>`;
  }
}
