// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

const choices = ["headline", "all", "none"] as const;

/** What is tested for differences, and how many tests are made up for. */
@customElement("topline-compare")
export class ToplineCompare extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};

  override render() {
    const now = this.settings.compare ?? (this.report.settings.compare as (typeof choices)[number]);
    return html`<label title=${say(`compareWhat.${now}More`)}>${say("compareWhat.label")}
      <select data-role="compare" @change=${(event: Event) => this.emit("topline-tell", {
        ...this.settings, compare: (event.target as HTMLSelectElement).value as Settings["compare"] })}>
        ${choices.map((choice) => html`<option value=${choice} .selected=${choice === now}>${say(`compareWhat.${choice}`)}</option>`)}
      </select></label>`;
  }
}
