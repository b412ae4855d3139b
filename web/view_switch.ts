// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { say } from "./words/words.js";

export type View = "scores" | "differences";

/** Scores side by side, or their differences: two ways to look at the same comparison. */
export function viewSwitch(view: View, choose: (view: View) => void) {
  return html`<span class="tl-switch" role="group" aria-label=${say("view.label")}>
    ${(["scores", "differences"] as const).map((each) => html`<button data-role="view-${each}" aria-pressed=${each === view}
      @click=${() => choose(each)}>${say(`view.${each}`)}</button>`)}
  </span>`;
}
