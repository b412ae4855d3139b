// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { columnsOf } from "./columns.js";
import { forPage } from "./message_text.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** Waves compared by the people who answered in both: offered where a column tells people apart. */
@customElement("topline-paired")
export class ToplinePaired extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};

  override render() {
    const told = this.settings.paired === true;
    const known = this.report.tables.some(({ kind, name }) => kind === "survey" && columnsOf(this.report, name).some(({ role }) => role === "respondent_id"));
    if (!known && !told) return nothing;
    const unknown = told ? this.report.messages.find(({ code }) => code === "pairs_unknown") : undefined;
    return html`<label class="tl-check" title=${say("paired.more")}><input type="checkbox" data-role="paired" .checked=${told}
        aria-describedby=${unknown ? "tl-paired-problem" : nothing}
        @change=${(event: Event) => this.emit("topline-tell", { ...this.settings, paired: (event.target as HTMLInputElement).checked || undefined })}>
      <span>${say("paired.label")}</span></label>
      ${unknown ? html`<span class="tl-problem" id="tl-paired-problem">${forPage(unknown)} ${say("paired.remedy")}</span>` : nothing}`;
  }
}
