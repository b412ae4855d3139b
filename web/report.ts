// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { Piece } from "./piece.js";
import "./segments_tab.js";
import "./tabs.js";
import "./topline_tab.js";
import "./waves_tab.js";
import { say } from "./words/words.js";

export type ReportTab = "topline" | "segments" | "waves";

/** The report: the paragraph that can be forwarded, then the scores, the groups and the waves. It needs
 * nothing but a Report; what the reader chooses is told by events. */
@customElement("topline-report")
export class ToplineReport extends Piece {
  @property({ attribute: false }) report: Report | null = null;
  @property({ attribute: false }) settings: Settings = {};
  @property() tab: ReportTab = "topline";

  override render() {
    if (!this.report) return nothing;
    const tabs = (["topline", "segments", "waves"] as const).map((id) => ({ id, label: say(`tab.${id}`) }));
    return html`
      <section class="tl-summary" aria-label=${say("summary.label")} lang=${this.report.language}>
        <p data-role="summary">${onScreen(this.report.summary)}</p>
      </section>
      <topline-tabs .tabs=${tabs} .chosen=${this.tab} label=${say("tabs.label")}
        @topline-tab=${(event: CustomEvent<ReportTab>) => (this.tab = event.detail)}></topline-tabs>
      <div role="tabpanel" id="tl-panel" aria-labelledby="tl-tab-${this.tab}" tabindex="-1">${this.panel(this.report)}</div>
    `;
  }

  private panel(report: Report) {
    switch (this.tab) {
      case "topline":
        return html`<topline-overview .report=${report} .settings=${this.settings}></topline-overview>`;
      case "segments":
        return html`<topline-segments .report=${report} .settings=${this.settings}></topline-segments>`;
      case "waves":
        return html`<topline-waves .report=${report} .settings=${this.settings}></topline-waves>`;
    }
  }
}

/** The core writes text that can be pasted anywhere; on the screen a minus is a minus. */
const onScreen = (text: string) => text.replace(/(^|[^\p{L}\p{N}])-(?=\d)/gu, "$1−");
