// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ScaleChoice } from "../wasm/js/settings.js";
import { scaleItems, scaleKinds, type ScaleKind } from "./declared.js";
import "./item_picker.js";
import type { NamedColumn } from "./item_picker.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** Items that are meant to measure one thing. Nothing is told before they are as many as the kind takes. */
@customElement("topline-scale-form")
export class ToplineScaleForm extends Piece {
  @property({ attribute: false }) offered: readonly NamedColumn[] = [];
  /** names that others have */
  @property({ attribute: false }) taken: readonly string[] = [];
  /** the one to be changed */
  @property({ attribute: false }) scale?: ScaleChoice;
  @state() private name = "";
  @state() private kind: ScaleKind = "alpha";
  @state() private items: readonly string[] = [];
  @state() private problem = "";

  override connectedCallback() {
    super.connectedCallback();
    this.name = this.scale?.name ?? "";
    this.kind = this.scale?.kind ?? "alpha";
    this.items = this.scale?.items ?? [];
  }

  override render() {
    return html`<form class="tl-form" @submit=${this.submit} novalidate>
      <label>${say("scales.kind")}
        <select data-role="scale-kind" @change=${(event: Event) => { this.kind = (event.target as HTMLSelectElement).value as ScaleKind; this.problem = ""; }}>
          ${scaleKinds.map((kind) => html`<option value=${kind} .selected=${kind === this.kind}>${say(`scales.${kind}`)}</option>`)}
        </select></label>
      <label>${say("scales.name")}
        <input data-role="scale-name" maxlength="80" .value=${this.name} placeholder=${this.unnamed()}
          @input=${(event: Event) => { this.name = (event.target as HTMLInputElement).value; this.problem = ""; }}></label>
      <p class="tl-note">${say(`scales.${this.kind}Items`)}</p>
      <topline-items .legend=${say("scales.items")} .offered=${this.offered} .chosen=${this.items}
        @topline-items=${(event: CustomEvent<string[]>) => { this.items = event.detail; this.problem = ""; }}></topline-items>
      ${this.problem ? html`<p class="tl-problem" role="alert">${this.problem}</p>` : nothing}
      <p class="tl-choices"><button class="tl-primary" data-role="scale-apply">${say(this.scale ? "analyses.apply" : "analyses.add")}</button>
        <button type="button" @click=${() => this.emit("topline-form", null)}>${say("action.cancel")}</button></p>
    </form>`;
  }

  override firstUpdated() {
    this.querySelector("select")?.focus();
  }

  /** What it is called where nobody gives it a name. */
  private unnamed(): string {
    const plain = this.kind === "alpha" ? say("scales.one") : say(`scales.${this.kind}`);
    for (let n = 1; ; ++n) {
      const name = n === 1 ? plain : `${plain} ${n}`;
      if (!this.taken.includes(name)) return name;
    }
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.name.trim() || this.unnamed();
    const n = this.items.length;
    const takes = scaleItems[this.kind];
    if (this.kind === "alpha" ? n < takes : n !== takes) {
      this.problem = say(`scales.${this.kind}Wrong`, { n });
    } else if (this.taken.includes(name)) {
      this.problem = say("scales.taken", { name });
    } else {
      this.emit("topline-form", { name, kind: this.kind, items: [...this.items] });
    }
  }
}
