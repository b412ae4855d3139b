// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { Piece } from "./piece.js";
import { scoredQuestions } from "./readings.js";
import "./response.js";
import { themesOf } from "./rollout_readings.js";
import "./rollout_tab.js";
import "./segments_tab.js";
import "./tabs.js";
import "./topline_tab.js";
import "./waves_tab.js";
import { say } from "./words/words.js";

export type ReportTab = "topline" | "segments" | "waves" | "rollout" | "money";

/** The report: the paragraph that can be forwarded, then the scores, the groups and the waves. It needs
 * nothing but a Report; what the reader chooses is told by events. */
@customElement("topline-report")
export class ToplineReport extends Piece {
  @property({ attribute: false }) report: Report | null = null;
  @property({ attribute: false }) settings: Settings = {};
  /** chosen by the reader; else the first that has something to show */
  @property() tab: ReportTab | "" = "";

  override render() {
    if (!this.report) return nothing;
    const ids = tabsOf(this.report);
    const chosen = ids.find((id) => id === this.tab) ?? ids[0];
    const tabs = ids.map((id) => ({ id, label: say(`tab.${id}`) }));
    return html`
      <section class="tl-summary" aria-label=${say("summary.label")} lang=${this.report.language}>
        <p data-role="summary">${onScreen(this.report.summary)}</p>
        <topline-response .report=${this.report} .settings=${this.settings}></topline-response>
      </section>
      <topline-tabs .tabs=${tabs} .chosen=${chosen} label=${say("tabs.label")}
        @topline-tab=${(event: CustomEvent<ReportTab>) => (this.tab = event.detail)}></topline-tabs>
      <div role="tabpanel" id="tl-panel" aria-labelledby="tl-tab-${chosen}" tabindex="-1">${this.panel(this.report, chosen)}</div>
    `;
  }

  private panel(report: Report, tab: ReportTab) {
    switch (tab) {
      case "topline":
        return html`<topline-overview .report=${report} .settings=${this.settings}></topline-overview>`;
      case "segments":
        return html`<topline-segments .report=${report} .settings=${this.settings}></topline-segments>`;
      case "waves":
        return html`<topline-waves .report=${report} .settings=${this.settings}></topline-waves>`;
      case "rollout":
        return html`<topline-rollout .report=${report} .themes=${rolloutThemes(report)} verdicts></topline-rollout>`;
      case "money":
        return html`<topline-rollout .report=${report} .themes=${["money"]}></topline-rollout>`;
    }
  }
}

/** Tabs exist for the tables that exist: scores of surveys, then the roll-out and its money. */
function tabsOf(report: Report): ReportTab[] {
  const surveys = report.tables.some(({ kind }) => kind === "survey") || scoredQuestions(report).length > 0;
  const themes = themesOf(report);
  const rollout = themes.some((theme) => theme !== "money" && theme !== "response") || report.goals.length > 0;
  return [
    ...(surveys ? (["topline", "segments", "waves"] as const) : []),
    ...(rollout ? (["rollout"] as const) : []),
    ...(themes.includes("money") ? (["money"] as const) : []),
    ...(!surveys && themes.length === 0 && report.goals.length === 0 ? (["topline"] as const) : []),
  ];
}

const rolloutThemes = (report: Report) => themesOf(report).filter((theme) => theme !== "money");

/** The core writes text that can be pasted anywhere; on the screen a minus is a minus. */
const onScreen = (text: string) => text.replace(/(^|[^\p{L}\p{N}])-(?=\d)/gu, "$1−");
