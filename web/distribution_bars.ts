// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { Measure } from "../wasm/js/report.js";
import { countText } from "./numbers.js";

/** How often each answer of the scale was given; the answers of the box are the dark ones. */
export function distributionBars(measure: Measure) {
  const bars = measure.distribution ?? [];
  const most = Math.max(0, ...bars.map(([, count]) => count));
  if (most === 0) return nothing;
  const inBox = boxTest(measure.box);
  const spoken = bars.map(([score, count]) => `${score}: ${countText(count)}`).join(", ");
  return html`<div class="tl-bars" role="img" aria-label=${spoken}>
    ${bars.map(
      ([score, count]) => html`<span class="tl-step ${inBox(Number(score)) ? "tl-in-box" : ""}" title="${score}: ${countText(count)}">
        <em>${countText(count)}</em><i style="height:${(count / most) * 44}px"></i><b>${score}</b>
      </span>`,
    )}
  </div>`;
}

/** "4-5 of 5", "3 of 3": which answers the box holds. Without a box all bars are alike. */
function boxTest(box = ""): (score: number) => boolean {
  const ends = /^(\d+)(?:\D(\d+))?/.exec(box);
  if (!ends) return () => true;
  const low = Number(ends[1]);
  const high = Number(ends[2] ?? ends[1]);
  return (score) => score >= low && score <= high;
}
