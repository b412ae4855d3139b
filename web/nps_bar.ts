// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { Measure } from "../wasm/js/report.js";
import { countText, shareText } from "./numbers.js";
import { say } from "./words/words.js";

const groups = ["detractors", "passives", "promoters"] as const;

/** Detractors, passives and promoters as one bar. With weights the parts are people, not shares of the
 * score, so they are labelled as counts. */
export function npsBar(measure: Measure) {
  const parts = measure.parts ?? {};
  const whole = groups.reduce((sum, group) => sum + (parts[group] ?? 0), 0);
  if (whole === 0) return nothing;
  const weighted = measure.notes?.includes("weighted");
  const label = (part: number) => (weighted ? countText(part) : shareText(part, whole));
  const spoken = say("card.npsParts", {
    d: parts.detractors ?? 0, p: parts.passives ?? 0, q: parts.promoters ?? 0,
  });
  return html`<div class="tl-nps-bar" role="img" aria-label=${spoken} title=${spoken}>
      ${groups.map((group) => {
        const part = parts[group] ?? 0;
        if (part === 0) return nothing;
        return html`<span class="tl-${group}" style="flex-grow:${part}">
          ${part / whole > 0.08 ? label(part) : nothing}
        </span>`;
      })}
    </div>
    <p class="tl-legend" aria-hidden="true">
      ${groups.map((group) => html`<span><i class="tl-${group}"></i>${say(`card.${group}`)}</span>`)}
    </p>`;
}
