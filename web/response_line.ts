// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { Report } from "../wasm/js/report.js";
import { marks } from "./marks.js";
import { countText, figureText } from "./numbers.js";
import { say } from "./words/words.js";

/** Under the summary, where the invited are known: of how many people how many answered. */
export function responseLine(report: Report) {
  const rates = report.measures.filter(({ id, headline }) => id === "response_rate" && headline);
  if (rates.length === 0) return nothing;
  return html`<p class="tl-note">${rates.map((rate) => html`<span ${marks(rate)}>${[
    `${report.catalogue[rate.id]?.name ?? rate.id} ${rate.value === undefined ? "–" : figureText(rate.unit, rate.value)}`,
    rate.interval
      ? say("range", { low: figureText(rate.unit, rate.interval.low), high: figureText(rate.unit, rate.interval.high) })
      : "",
    rate.n === undefined ? "" : `n ${countText(rate.n)}`,
    rates.length > 1 ? rate.table : "",
  ].filter(Boolean).join(" · ")}</span> `)}</p>`;
}
