// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { say } from "./words/words.js";

export type View = "scores" | "differences" | "crosstabs";

/** Scores side by side, their differences, every answer: ways to look at the same comparison. */
export function viewSwitch(view: View, choose: (view: View) => void, views: readonly View[] = ["scores", "differences"]) {
  return html`<span class="tl-switch" role="group" aria-label=${say("view.label")}>
    ${views.map((each) => html`<button data-role="view-${each}" aria-pressed=${each === view}
      @click=${() => choose(each)}>${say(`view.${each}`)}</button>`)}
  </span>`;
}
