// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Measure, Report } from "../wasm/js/report.js";
import "./breakdown.js";
import { goalsView } from "./goals.js";
import { marks } from "./marks.js";
import { countText, figureText } from "./numbers.js";
import { joinsView } from "./joins.js";
import "./notes.js";
import { Piece } from "./piece.js";
import { readTheme } from "./rollout_readings.js";
import { differencesView, scorecardView } from "./scorecard.js";
import { say } from "./words/words.js";

const chartsAtFirst = 8;

/** The roll-out: the verdict per criterion, the goals, then theme by theme the figures and what they are
 * broken down by. */
@customElement("topline-rollout")
export class ToplineRollout extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) themes: readonly string[] = [];
  /** the scorecard, goals and notes belong to the first of the tabs */
  @property({ type: Boolean }) verdicts = false;

  override render() {
    const { report } = this;
    return html`
      ${this.verdicts ? html`${scorecardView(report)} ${goalsView(report)}` : nothing}
      ${this.themes.map((theme) => this.theme(theme))}
      ${this.verdicts
        ? html`${differencesView(report)} ${joinsView(report)} <topline-notes .report=${report}></topline-notes>`
        : nothing}`;
  }

  private theme(theme: string) {
    const { figures, breakdowns } = readTheme(this.report, theme);
    const title = this.report.words[`theme_${theme}`] ?? theme;
    return html`<section class="tl-theme" aria-labelledby="tl-theme-${theme}">
      <h2 id="tl-theme-${theme}">${title}</h2>
      <div class="tl-tiles">${figures.map((measure) => this.tile(measure))}</div>
      <div class="tl-charts">
        ${breakdowns.slice(0, chartsAtFirst).map((breakdown) => html`<topline-breakdown
          .report=${this.report} .breakdown=${breakdown}></topline-breakdown>`)}
      </div>
      ${breakdowns.length > chartsAtFirst
        ? html`<details class="tl-more-charts">
            <summary>${say("chart.more", { n: breakdowns.length })}</summary>
            <div class="tl-charts">${breakdowns.slice(chartsAtFirst).map((breakdown) => html`<topline-breakdown
              .report=${this.report} .breakdown=${breakdown}></topline-breakdown>`)}</div>
          </details>`
        : nothing}
    </section>`;
  }

  private tile(measure: Measure) {
    const { report } = this;
    const name = report.catalogue[measure.id]?.name ?? measure.id;
    const several = new Set(report.measures.filter(({ id }) => id === measure.id).map(({ table }) => table)).size > 1;
    const notes = (measure.notes ?? []).map((note) => report.words[note]).filter(Boolean);
    return html`<article class="tl-card tl-tile">
      <h3><button class="tl-card-name" title=${say("card.proof", { name })}
        @click=${() => this.emit("topline-proof", measure)}>${name}</button></h3>
      ${measure.value === undefined
        ? html`<p class="tl-absent" ${marks(measure)}>${measure.suppressed
            ? say("card.hidden", { n: report.settings.min_n })
            : (report.words[measure.why ?? ""] ?? say("card.absent"))}</p>`
        : html`<p class="tl-tile-value" ${marks(measure)}>${figureText(measure.unit, measure.value)}</p>`}
      <p class="tl-note">${[
        measure.interval
          ? say("range", { low: figureText(measure.unit, measure.interval.low), high: figureText(measure.unit, measure.interval.high) })
          : "",
        measure.n === undefined ? "" : `n ${countText(measure.n)}`,
        ...notes,
        several ? measure.table : "",
      ].filter(Boolean).join(" · ")}</p>
    </article>`;
  }
}
