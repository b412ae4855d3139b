// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { columnsOf, keyText, withoutSegment } from "./columns.js";
import "./compare_choice.js";
import "./crosstabs.js";
import "./difference_charts.js";
import { hasDifferences } from "./difference_readings.js";
import { chartGrid, segmentCharts } from "./group_charts.js";
import { Piece } from "./piece.js";
import "./proposals.js";
import { scoredQuestions } from "./readings.js";
import { viewSwitch, type View } from "./view_switch.js";
import { say } from "./words/words.js";

/** Who differs: every scored question by every chosen segment. */
@customElement("topline-segments")
export class ToplineSegments extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  @state() private all = false;
  @state() private chosen: View = "scores";

  override render() {
    const by = this.settings.by ?? [];
    const columns = this.report.tables.flatMap(({ name }) => columnsOf(this.report, name));
    const compared = by.length > 0 && hasDifferences(this.report, "rest");
    const views: View[] = ["scores", ...(compared ? ["differences" as const] : []), "crosstabs"];
    const view = by.length > 0 && this.settings.crosstabs ? "crosstabs" : compared ? this.chosen : "scores";
    const charts = view !== "scores" ? []
      : scoredQuestions(this.report).flatMap((question) => segmentCharts(this.report, question));
    return html`
      ${by.length === 0
        ? html`<div class="tl-empty"><h2>${say("segments.none")}</h2><p>${say("segments.noneMore")}</p></div>`
        : html`<div class="tl-applied">${say("segments.by")}
            ${by.map((key) => {
              const name = keyText(columns, key);
              return html`<button class="tl-applied-item" aria-label=${say("segments.remove", { name })}
                @click=${() => this.emit("topline-tell", withoutSegment(this.settings, key))}>${name} ✕</button>`;
            })}
            <topline-compare .report=${this.report} .settings=${this.settings}></topline-compare>
            ${viewSwitch(view, (each) => this.choose(each), views)}</div>`}
      <topline-proposals kinds="segments" .report=${this.report} .settings=${this.settings}></topline-proposals>
      ${view === "crosstabs" ? html`<topline-crosstabs .report=${this.report}></topline-crosstabs>` : nothing}
      ${view === "differences"
        ? html`<topline-difference-charts .report=${this.report} compared="rest"></topline-difference-charts>` : nothing}
      ${charts.length > 0 ? chartGrid(charts, this.all, () => (this.all = true)) : nothing}`;
  }

  /** Crosstabs are part of the study: they are asked for, the other views only shown. */
  private choose(view: View) {
    if (view !== "crosstabs") this.chosen = view;
    const asked = view === "crosstabs";
    if (asked !== (this.settings.crosstabs === true)) {
      this.emit("topline-tell", { ...this.settings, crosstabs: asked || undefined });
    }
  }
}
