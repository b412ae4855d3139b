// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { withSegment } from "./columns.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** Segments, waves and weights that the core proposes. None is applied before it is clicked. */
@customElement("topline-proposals")
export class ToplineProposals extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  /** only these kinds */
  @property() kinds = "segments waves weights";

  override render() {
    const { settings } = this;
    const chosen = new Set(settings.by ?? []);
    const segments = this.wants("segments") ? unique(this.report.tables.flatMap((table) => table.proposed_segments ?? [])) : [];
    const waves = this.wants("waves") && !settings.wave ? unique(this.report.tables.map((table) => table.proposed_wave ?? "")) : [];
    const weights = this.wants("weights") && !settings.weight ? unique(this.report.tables.map((table) => table.proposed_weight ?? "")) : [];
    const open = segments.filter((name) => !chosen.has(name));
    if (open.length + waves.length + weights.length === 0) return nothing;
    return html`<section class="tl-proposals" aria-label=${say("proposals.title")}>
      ${open.map((name) => this.button(say("segments.compareBy", { name }), "segments_proposed", withSegment(settings, name)))}
      ${waves.map((name) => this.button(say("waves.compareBy", { name }), "wave_proposed", { ...settings, wave: name }))}
      ${weights.map((name) => this.button(say("weight.propose", { name }), "weight_proposed", { ...settings, weight: name }, say("weight.why")))}
    </section>`;
  }

  private wants(kind: string): boolean {
    return this.kinds.includes(kind);
  }
  private button(label: string, code: string, told: Settings, title = "") {
    return html`<button class="tl-proposal" data-message=${code} title=${title || nothing}
      @click=${() => this.emit("topline-tell", told)}>${label}</button>`;
  }
}

const unique = (names: readonly string[]) => [...new Set(names.filter(Boolean))];
