// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Piece } from "./piece.js";

export interface Tab {
  id: string;
  label: string;
}

/** Tabs as the ARIA practices want them: one stop for Tab, arrows between them. */
@customElement("topline-tabs")
export class ToplineTabs extends Piece {
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() chosen = "";
  @property() label = "";
  /** the element that shows the chosen tab's content */
  @property() panel = "tl-panel";

  override render() {
    return html`<div role="tablist" class="tl-tabs" aria-label=${this.label} @keydown=${this.move}>
      ${this.tabs.map(({ id, label }) => html`<button role="tab" id="tl-tab-${id}" aria-controls=${this.panel}
        aria-selected=${id === this.chosen} tabindex=${id === this.chosen ? 0 : -1}
        @click=${() => this.emit("topline-tab", id)}>${label}</button>`)}
    </div>`;
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = this.tabs.findIndex(({ id }) => id === this.chosen);
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    this.emit("topline-tab", next.id);
    this.querySelector<HTMLElement>(`#tl-tab-${CSS.escape(next.id)}`)?.focus();
  }
}
