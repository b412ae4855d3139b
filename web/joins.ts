// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { Join, Report } from "../wasm/js/report.js";
import { say } from "./words/words.js";

/** Which tables found each other, and who was left over. */
export function joinsView(report: Report) {
  if (report.joins.length === 0) return nothing;
  return html`<section class="tl-notes" aria-labelledby="tl-joins">
    <h2 id="tl-joins">${say("joins.title")}</h2>
    <ul class="tl-note-list tl-joins">${report.joins.map(joinItem)}</ul>
  </section>`;
}

function joinItem({ left, right, left_keys, right_keys, matched, left_only, right_only }: Join) {
  const rest = (table: string, count: number, names: readonly string[]) =>
    count === 0 ? nothing : html`<br><span class="tl-note">${say("joins.only", { n: count, table })}${names.length > 0 ? `: ${names.join(", ")}` : ""}${
      names.length < count && names.length > 0 ? " …" : ""}</span>`;
  return html`<li>${say("joins.matched", { left, right, n: matched })}
    ${rest(left, left_keys - matched, left_only)} ${rest(right, right_keys - matched, right_only)}</li>`;
}
