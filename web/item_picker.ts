// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ReportColumn } from "../wasm/js/report.js";
import { questionText } from "./columns.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

export interface NamedColumn {
  /** how the core is told of it */
  key: string;
  column: ReportColumn;
}

const findFrom = 12;

/** Several columns to choose from. The chosen ones are told in the order of the table, which is that of the
 * questionnaire. */
@customElement("topline-items")
export class ToplineItems extends Piece {
  @property() legend = "";
  @property({ attribute: false }) offered: readonly NamedColumn[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @state() private find = "";

  override render() {
    const { offered, chosen } = this;
    const wanted = offered.filter(({ column }) => questionText(column).toLowerCase().includes(this.find.toLowerCase()));
    const all = wanted.length > 0 && wanted.every(({ key }) => chosen.includes(key));
    return html`<fieldset class="tl-items">
      <legend>${this.legend} · <span>${say("analyses.chosen", { n: chosen.length })}</span></legend>
      ${offered.length > findFrom
        ? html`<input type="search" aria-label=${say("options.find")} placeholder=${say("options.find")}
            @input=${(event: Event) => (this.find = (event.target as HTMLInputElement).value)}>`
        : nothing}
      <div class="tl-item-list">
        ${wanted.map(({ key, column }) => html`<label><input type="checkbox" value=${key} .checked=${chosen.includes(key)}
          @change=${(event: Event) => this.choose([key], (event.target as HTMLInputElement).checked)}>
          <span>${questionText(column)}</span></label>`)}
      </div>
      ${wanted.length > 1
        ? html`<button type="button" class="tl-link" @click=${() => this.choose(wanted.map(({ key }) => key), !all)}>
            ${say(all ? "analyses.noItems" : "analyses.allItems")}</button>`
        : nothing}
    </fieldset>`;
  }

  private choose(keys: readonly string[], on: boolean): void {
    const chosen = new Set(this.chosen);
    for (const key of keys) {
      if (on) chosen.add(key);
      else chosen.delete(key);
    }
    this.emit("topline-items", this.offered.map(({ key }) => key).filter((key) => chosen.has(key)));
  }
}
