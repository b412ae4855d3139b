// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import "./compare_choice.js";
import "./difference_charts.js";
import { hasDifferences } from "./difference_readings.js";
import { chartGrid, waveChart } from "./group_charts.js";
import "./paired_choice.js";
import { Piece } from "./piece.js";
import "./proposals.js";
import { scoredQuestions, wavesOf } from "./readings.js";
import { viewSwitch, type View } from "./view_switch.js";
import { say } from "./words/words.js";

const units = ["", "day", "week", "month", "quarter", "year"] as const;

/** How the scores move from wave to wave. */
@customElement("topline-waves")
export class ToplineWaves extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  @state() private all = false;
  @state() private view: View = "scores";

  override render() {
    if (!this.settings.wave) return this.noWave();
    const questions = scoredQuestions(this.report).filter((question) => wavesOf(this.report, question).length > 0);
    const waves = [...new Set(this.report.tables.flatMap((table) => table.waves ?? []))];
    const compared = hasDifferences(this.report, "before");
    return html`
      <div class="tl-applied">
        <button class="tl-applied-item" aria-label=${say("waves.remove")}
          @click=${() => this.emit("topline-tell", { ...this.settings, wave: "", wave_unit: "" })}>${this.settings.wave} ✕</button>
        <label>${say("waves.unit")}
          <select @change=${this.chooseUnit}>
            ${units.map((unit) => html`<option value=${unit} .selected=${unit === (this.settings.wave_unit ?? "")}>
              ${say(unit === "" ? "unit.auto" : `unit.${unit}`)}</option>`)}
          </select>
        </label>
        <topline-compare .report=${this.report} .settings=${this.settings}></topline-compare>
        <topline-paired .report=${this.report} .settings=${this.settings}></topline-paired>
        ${compared ? viewSwitch(this.view, (view) => (this.view = view)) : nothing}
      </div>
      ${waves.length === 1 ? html`<div class="tl-empty"><p>${say("waves.one", { wave: waves[0] })}</p></div>` : nothing}
      ${compared && this.view === "differences"
        ? html`<topline-difference-charts .report=${this.report} compared="before"></topline-difference-charts>`
        : chartGrid(questions.map((question) => waveChart(this.report, question)), this.all, () => (this.all = true))}`;
  }

  private noWave() {
    const proposed = this.report.tables.some((table) => table.proposed_wave);
    return html`<div class="tl-empty">
        <h2>${say("waves.none")}</h2>
        <p>${say(proposed ? "waves.noneMore" : "waves.noColumn")}</p>
      </div>
      <topline-proposals kinds="waves" .report=${this.report} .settings=${this.settings}></topline-proposals>`;
  }

  private chooseUnit(event: Event): void {
    const wave_unit = (event.target as HTMLSelectElement).value as Settings["wave_unit"];
    this.emit("topline-tell", { ...this.settings, wave_unit });
  }
}
