// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import { differenceGroups, type ComparedWith } from "./difference_readings.js";
import "./differences.js";
import { chartGrid } from "./group_charts.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** All comparisons with the rest, or with the waves before: of one wave, and the clear ones alone where there
 * are too many to read. */
@customElement("topline-difference-charts")
export class ToplineDifferenceCharts extends Piece {
  @property({ attribute: false }) report!: Report;
  @property() compared: ComparedWith = "rest";
  /** null: all waves together; undefined: the reader chose none */
  @state() private wave?: string | null;
  @state() private onlyClear = false;
  @state() private all = false;

  override render() {
    const groups = differenceGroups(this.report, this.compared);
    const waves = [...new Set(groups.map(({ wave }) => wave))].sort((a, b) => (a ?? "~").localeCompare(b ?? "~"));
    const headline = this.report.tables.find(({ headline_wave }) => headline_wave)?.headline_wave ?? null;
    const wave = this.wave !== undefined && waves.includes(this.wave) ? this.wave
      : waves.includes(headline) ? headline : (waves.at(-1) ?? null);
    const ofWave = groups.filter((group) => group.wave === wave);
    const isClear = ({ rows }: (typeof groups)[number]) => rows.some(({ difference }) => difference.verdict === "clear");
    const shown = this.onlyClear ? ofWave.filter(isClear) : ofWave;
    const clear = ofWave.flatMap(({ rows }) => rows).filter(({ difference }) => difference.verdict === "clear").length;
    return html`
      <div class="tl-applied">
        ${waves.length < 2 ? nothing : html`<label>${say("chart.wave")}
          <select data-role="difference-wave" @change=${(event: Event) => (this.wave = (event.target as HTMLSelectElement).value || null)}>
            ${waves.map((each) => html`<option value=${each ?? ""} .selected=${each === wave}>${each ?? say("card.allWaves")}</option>`)}
          </select></label>`}
        <label class="tl-check"><input type="checkbox" data-role="only-clear" .checked=${this.onlyClear}
          @change=${(event: Event) => (this.onlyClear = (event.target as HTMLInputElement).checked)}>
          <span>${say("difference.onlyClear")}</span></label>
        <span>${say("difference.count", { clear, n: ofWave.reduce((sum, { rows }) => sum + rows.length, 0) })}
          ${say(this.report.settings.compare === "all" ? "compareWhat.allMore" : "compareWhat.headlineMore")}</span>
      </div>
      ${shown.length === 0 ? html`<div class="tl-empty"><p>${say("difference.noneClear")}</p></div>` : nothing}
      ${chartGrid(shown.map(({ heading, asked, rows }) => html`<topline-differences .report=${this.report} .rows=${rows}
        heading=${heading} asked=${asked}></topline-differences>`), this.all, () => (this.all = true))}`;
  }
}
