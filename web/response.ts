// SPDX-License-Identifier: Apache-2.0

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Measure, Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { marks } from "./marks.js";
import { forPage } from "./message_text.js";
import { countText, figureText } from "./numbers.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** Under the summary: how many were invited, and where that is known, how many of them answered. */
@customElement("topline-response")
export class ToplineResponse extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  @state() private wrong = false;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("settings")) this.wrong = false;
  }

  override render() {
    const rates = this.report.measures.filter(({ id, headline }) => id === "response_rate" && headline);
    const shown = rates.filter(({ value }) => value !== undefined);
    // A roster says who was invited: nobody has to be asked.
    const asked = this.settings.invited !== undefined ||
      (this.report.tables.some(({ kind }) => kind === "survey") && rates.every(({ method }) => method === "invited"));
    if (!asked && shown.length === 0) return nothing;
    return html`<div class="tl-response">
      ${asked ? this.field() : nothing}
      ${shown.length > 0 ? html`<p class="tl-note">${shown.map((rate) => html`<span ${marks(rate)}>${this.rate(rate, shown.length > 1)}</span> `)}</p>` : nothing}
    </div>`;
  }

  /** What was typed and not told goes when something else is told, or taken back. */
  override updated(changed: PropertyValues<this>) {
    const field = this.querySelector<HTMLInputElement>("[data-role=invited]");
    if (field && changed.has("settings")) field.value = this.settings.invited === undefined ? "" : String(this.settings.invited);
  }

  private rate({ id, unit, value, interval, n, table }: Measure, several: boolean): string {
    return [
      `${this.report.catalogue[id]?.name ?? id} ${figureText(unit, value!)}`,
      interval ? say("range", { low: figureText(unit, interval.low), high: figureText(unit, interval.high) }) : "",
      n === undefined ? "" : `n ${countText(n)}`,
      several ? table : "",
    ].filter(Boolean).join(" · ");
  }

  private field() {
    const { invited, wave } = this.settings;
    const problem = this.problem();
    return html`<label class="tl-invited">${say(wave ? "invited.each" : "invited.label")}
        <input type="number" min="1" step="1" inputmode="numeric" data-role="invited"
          aria-invalid=${problem ? "true" : nothing} aria-describedby="tl-invited-hint" @change=${this.tell}></label>
      <span id="tl-invited-hint" class=${problem ? "tl-problem" : "tl-note"} role=${problem ? "alert" : nothing}>${
        problem || (invited === undefined ? say("invited.why") : "")}</span>`;
  }

  private problem(): string {
    if (this.wrong) return say("invited.wrong");
    const fewer = this.settings.invited === undefined ? undefined
      : this.report.messages.find(({ code }) => code === "more_answers_than_invited");
    return fewer ? `${forPage(fewer)} ${say("invited.remedy")}` : "";
  }

  private tell(event: Event): void {
    const { value, validity } = event.target as HTMLInputElement;
    const invited = value === "" && !validity.badInput ? undefined : Number(value);
    this.wrong = validity.badInput || (invited !== undefined && (!Number.isInteger(invited) || invited < 1));
    if (!this.wrong) this.emit("topline-tell", { ...this.settings, invited });
  }
}
