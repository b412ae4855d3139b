// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { DriverChoice } from "../wasm/js/settings.js";
import { questionText } from "./columns.js";
import "./item_picker.js";
import type { NamedColumn } from "./item_picker.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** An outcome and the items that are held against it. Nothing is told before it is complete. */
@customElement("topline-driver-form")
export class ToplineDriverForm extends Piece {
  @property({ attribute: false }) offered: readonly NamedColumn[] = [];
  /** the one to be changed */
  @property({ attribute: false }) driver?: DriverChoice;
  @state() private outcome = "";
  @state() private items: readonly string[] = [];
  @state() private problem = "";

  override connectedCallback() {
    super.connectedCallback();
    this.outcome = this.driver?.outcome ?? this.offered.find(({ column }) => column.role === "nps")?.key ?? this.offered[0]?.key ?? "";
    this.items = this.driver?.items ?? [];
  }

  override render() {
    return html`<form class="tl-form" @submit=${this.submit} novalidate>
      <label>${say("drivers.outcome")}
        <select data-role="driver-outcome" @change=${this.chooseOutcome}>
          ${this.offered.map(({ key, column }) => html`<option value=${key} .selected=${key === this.outcome}>${questionText(column)}</option>`)}
        </select></label>
      <topline-items .legend=${say("drivers.items")} .offered=${this.offered.filter(({ key }) => key !== this.outcome)} .chosen=${this.items}
        @topline-items=${(event: CustomEvent<string[]>) => { this.items = event.detail; this.problem = ""; }}></topline-items>
      ${this.problem ? html`<p class="tl-problem" role="alert">${this.problem}</p>` : nothing}
      <p class="tl-choices"><button class="tl-primary" data-role="driver-apply">${say(this.driver ? "analyses.apply" : "analyses.add")}</button>
        <button type="button" @click=${() => this.emit("topline-form", null)}>${say("action.cancel")}</button></p>
    </form>`;
  }

  override firstUpdated() {
    this.querySelector("select")?.focus();
  }

  private chooseOutcome(event: Event): void {
    this.outcome = (event.target as HTMLSelectElement).value;
    this.items = this.items.filter((key) => key !== this.outcome);
  }

  private submit(event: Event): void {
    event.preventDefault();
    if (this.items.length === 0) this.problem = say("drivers.noItems");
    else this.emit("topline-form", { outcome: this.outcome, items: [...this.items] });
  }
}
