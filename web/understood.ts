// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ReportInput } from "../wasm/js/report.js";
import { sizeText } from "./numbers.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

const delimiters: Record<string, "comma" | "tab" | "semicolon" | "pipe"> = {
  ",": "comma", "\t": "tab", tab: "tab", ";": "semicolon", "|": "pipe",
};
const leftOut = ["duplicate", "incomplete", "excluded", "filtered", "blank", "rejected"] as const;

/** One sentence above the grid: how the bytes were read and what became of the rows. */
@customElement("topline-understood")
export class ToplineUnderstood extends Piece {
  @property({ attribute: false }) input!: ReportInput;
  @property({ type: Boolean }) readOnly = false;

  override render() {
    const { rows, delimiter, encoding, sheet, header_rows = 1, bytes } = this.input;
    // A sheet reaches the core as CSV, but nobody gave it one.
    const form = sheet !== undefined
      ? [say("understood.workbook", { sheet })]
      : [delimiters[delimiter] ? say(`understood.${delimiters[delimiter]}`) : delimiter, encoding.toUpperCase()];
    const how = [
      ...form,
      header_rows === 0 ? say("understood.noHeader") : say("understood.header", { n: header_rows }),
      this.readOnly ? say("understood.readOnly", { size: sizeText(bytes) }) : "",
    ];
    return html`<p class="tl-understood" data-role="understood">
      ${this.count(say("understood.read", { n: rows.read }))} ·
      ${this.count(say("understood.used", { n: rows.used }))} ·
      ${leftOut.map((kind) => (rows[kind] > 0 ? html`${this.count(say(`understood.${kind}`, { n: rows[kind] }))} · ` : nothing))}
      ${how.filter(Boolean).join(" · ")}
      —
      <button class="tl-link" data-role="options" @click=${() => this.emit("topline-options", null)}>${say("action.change")}</button>
    </p>`;
  }

  private count(text: string) {
    return html`<button class="tl-link" @click=${() => this.emit("topline-counts", null)}>${text}</button>`;
  }
}
