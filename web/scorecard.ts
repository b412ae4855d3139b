// SPDX-License-Identifier: Apache-2.0
// Did it land? One line a criterion: the verdict in words, what it rests on, what would bring more.

import { html, nothing } from "lit";
import type { Criterion, Difference, Report } from "../wasm/js/report.js";
import { figureText } from "./numbers.js";
import { say } from "./words/words.js";

export function scorecardView(report: Report) {
  const drawn = report.scorecard.filter(({ evidence, verdict }) => evidence.length > 0 || verdict !== "not_measured");
  if (drawn.length === 0) return nothing;
  const open = report.scorecard.filter((criterion) => !drawn.includes(criterion));
  return html`<section class="tl-card tl-scorecard" aria-labelledby="tl-scorecard">
    <h2 id="tl-scorecard">${say("scorecard.title")}</h2>
    <table class="tl-table tl-verdicts">
      <thead><tr><th>${say("scorecard.criterion")}</th><th>${say("scorecard.verdict")}</th><th>${say("scorecard.evidence")}</th></tr></thead>
      <tbody>${drawn.map((criterion) => html`<tr data-criterion=${criterion.criterion} data-verdict=${criterion.verdict}>
        <th scope="row">${nameOf(report, criterion)}</th>
        <td><span class="tl-verdict tl-verdict-${criterion.verdict}">${say(`verdict.${criterion.verdict}`)}</span></td>
        <td>${shownEvidence(criterion).map((one, at) => html`${at > 0 ? " · " : ""}${evidence(report, one)}`)}</td>
      </tr>`)}</tbody>
    </table>
    ${open.length > 0
      ? html`<p class="tl-note">${say("scorecard.open", { names: open.map((criterion) => nameOf(report, criterion)).join(say("list.comma")) })}</p>`
      : nothing}
  </section>`;
}

/** What has a target decides; of the rest a few say what there is. */
function shownEvidence({ evidence }: Criterion): Criterion["evidence"] {
  const aimed = evidence.filter(({ target }) => target !== undefined);
  const beside = evidence.filter(({ target, value }) => target === undefined && value !== undefined);
  return [...aimed, ...beside.slice(0, 3)];
}

function nameOf(report: Report, { criterion }: Criterion): string {
  return report.words[`criterion_${criterion}`] ?? criterion;
}

function evidence(report: Report, { id, value, target }: Criterion["evidence"][number]) {
  const entry = report.catalogue[id];
  const unit = report.measures.find((measure) => measure.id === id && measure.value === value)?.unit ?? entry?.unit ?? "";
  const text = value === undefined ? "–" : figureText(unit, value);
  const aim = target === undefined ? "" : ` (${say("scorecard.target", { value: figureText(unit, target) })})`;
  return `${entry?.name ?? id} ${text}${aim}`;
}

/** Before and after the change: the difference with its interval, and what it can't tell. */
export function differencesView(report: Report) {
  const shown = report.comparisons.filter(({ against }) => !against);
  if (shown.length === 0) return nothing;
  return html`<section class="tl-card" aria-labelledby="tl-differences">
    <h2 id="tl-differences">${say("differences.title")}</h2>
    <table class="tl-table">
      <thead><tr><th>${say("differences.what")}</th><th>${say("differences.change")}</th><th>${say("differences.range")}</th><th>${say("scorecard.verdict")}</th></tr></thead>
      <tbody>${shown.map((each) => differenceRow(report, each))}</tbody>
    </table>
  </section>`;
}

function differenceRow(report: Report, { id, a, difference, interval, unit, verdict, notes }: Difference) {
  const group = Object.values(a.segment).join(" × ");
  const name = report.catalogue[id]?.name ?? id;
  return html`<tr>
    <th scope="row">${group ? `${name} (${group})` : name}</th>
    <td>${difference === undefined ? "–" : figureText(unit, difference)}</td>
    <td>${interval ? say("range", { low: figureText(unit, interval.low), high: figureText(unit, interval.high) }) : "–"}</td>
    <td>${report.words[`verdict_${verdict}`] ?? verdict}${notes.map((note) => (report.words[note] ? html`<br><span class="tl-note">${report.words[note]}</span>` : nothing))}</td>
  </tr>`;
}
