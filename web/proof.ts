// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { Measure, Proof, Report } from "../wasm/js/report.js";
import { countText, exactText, fullText, levelText } from "./numbers.js";
import { say, sayName } from "./words/words.js";

/** The proof of a headline score; undefined for other scores. */
export function proofOf(report: Report, measure: Measure): Proof | undefined {
  if (!measure.headline) return undefined;
  return report.proof.find(({ id, table, column, wave }) =>
    id === measure.id && table === measure.table && column === measure.column && wave === measure.wave);
}

/** How one score was computed: every digit, the counts behind it, the formula and its source; for a
 * headline score also what other tools' rules would give, and R code that gives the same. */
export function proofView(measure: Measure, explanation: string, proof?: Proof) {
  const { value, interval } = measure;
  const lines: [string, string | undefined][] = [
    [say("proof.value"), value === undefined ? undefined : `${fullText(value)} ${measure.unit === "%" ? "%" : ""}`],
    [say("proof.n"), measure.n === undefined ? undefined : countText(measure.n)],
    [say("proof.effective"), measure.n_effective === undefined ? undefined : fullText(measure.n_effective)],
    [say("proof.se"), measure.se === undefined ? undefined : fullText(measure.se)],
    [say("proof.interval"), !interval ? undefined : `${say("range", { low: fullText(interval.low), high: fullText(interval.high) })} (${levelText(interval.level)})`],
    [say("proof.method"), interval?.method],
  ];
  return html`
    <table class="tl-table">
      <tbody>${lines.map(([name, text]) => text ? html`<tr><th scope="row">${name}</th><td>${text}</td></tr>` : nothing)}
        ${Object.entries(measure.parts ?? {}).map(([part, value]) => html`<tr><th scope="row">${sayName("part", part)}</th><td>${partText(value)}</td></tr>`)}
      </tbody>
    </table>
    ${distribution(measure)}
    <pre class="tl-explain">${explanation}</pre>
    ${proof === undefined ? nothing : html`${otherRules(proof)}${code(proof)}`}`;
}

function otherRules({ other_rules: rules }: Proof) {
  if (rules.length === 0) return nothing;
  return html`<h3>${say("proof.others")}</h3>
    <table class="tl-table" data-role="other-rules">
      <tbody>${rules.map(({ text, value, unit }) => html`<tr><th scope="row">${text}</th><td>${exactText(unit, value)}</td></tr>`)}</tbody>
    </table>`;
}

function code({ r }: Proof) {
  if (r === undefined) return html`<p>${say("proof.noCode")}</p>`;
  return html`<h3>${say("proof.code")}</h3><pre class="tl-explain" data-role="r-code" tabindex="0">${r}</pre>`;
}

/** A count, a figure, or a list of figures (the roots of a rate of return). */
function partText(value: number | readonly number[]): string {
  if (Array.isArray(value)) return value.map((each) => fullText(each as number)).join(say("list.comma"));
  return Number.isInteger(value) ? countText(value as number) : fullText(value as number);
}

function distribution({ distribution = [] }: Measure) {
  if (distribution.length === 0) return nothing;
  return html`<h3>${say("proof.distribution")}</h3>
    <table class="tl-table tl-across">
      <tbody>
        <tr><th scope="row">${say("proof.score")}</th>${distribution.map(([score]) => html`<td>${score}</td>`)}</tr>
        <tr><th scope="row">${say("proof.count")}</th>${distribution.map(([, count]) => html`<td>${countText(count)}</td>`)}</tr>
      </tbody>
    </table>`;
}

/** Why nothing can leave: the policy itself, as the browser has it. */
export function privacyView() {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
  return html`
    <p>${say("private.lead")}</p>
    <pre class="tl-explain">${policy.replace(/; /g, ";\n")}</pre>
    <p>${say("private.check")}</p>
    <p>${say("private.keep")}</p>`;
}
