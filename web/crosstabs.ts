// SPDX-License-Identifier: Apache-2.0
// Every answer of a question by segment. Selection only: counts, percentages and tests are the core's.

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Crosstab, CrosstabColumn, Report } from "../wasm/js/report.js";
import { columnsOf, questionText } from "./columns.js";
import { countText, exactText, pText, scoreText } from "./numbers.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

const classes = ["detractors", "passives", "promoters"] as const;

/** More than these are drawn when they are asked for: a survey may have hundreds of questions. */
const tablesAtFirst = 24;

/** A table for each question and segment column: people and percentages, and the test in words. */
@customElement("topline-crosstabs")
export class ToplineCrosstabs extends Piece {
  @property({ attribute: false }) report!: Report;
  @state() private all = false;

  override render() {
    const tables = this.report.crosstabs ?? [];
    const shown = this.all ? tables : tables.slice(0, tablesAtFirst);
    return html`${shown.map((each, at) => this.section(each, `tl-crosstab-${at}`))}
      ${shown.length < tables.length
        ? html`<button class="tl-link tl-more" @click=${() => (this.all = true)}>${say("crosstab.more", { n: tables.length })}</button>`
        : nothing}`;
  }

  private section(crosstab: Crosstab, id: string) {
    const found = columnsOf(this.report, crosstab.table).find(({ column }) => column === crosstab.column);
    const name = say("crosstab.title", { question: found ? questionText(found) : crosstab.question, by: crosstab.by });
    const columns: (readonly [string, CrosstabColumn])[] = crosstab.segments.map((each) => [each.name, each]);
    if (columns.length > 0) columns.push([say("crosstab.total"), crosstab.total]);
    if (crosstab.no_answer) columns.push([say("crosstab.noAnswer"), crosstab.no_answer]);
    const net = found?.role === "nps" || found?.role === "enps";
    return html`<section class="tl-crosstab" aria-labelledby=${id} data-question=${crosstab.question} data-by=${crosstab.by}>
      <h2 id=${id}>${crosstab.wave ? `${name} · ${crosstab.wave}` : name}</h2>
      ${columns.length === 0 ? nothing : html`<div class="tl-crosstab-table" tabindex="0" role="region" aria-labelledby=${id}><table class="tl-table">
        <thead><tr><th scope="col">${say("crosstab.answer")}</th>${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}</tr></thead>
        <tbody>${crosstab.answers.map((answer, row) => html`<tr>
          <th scope="row">${net ? say(`card.${classes[row]}`) : answer}</th>
          ${columns.map(([, { counts, percent }]) => html`<td title=${percent[row] === null ? "" : exactText("%", percent[row])}>
            ${countText(counts[row])} <b>${percent[row] === null ? "–" : scoreText("%", percent[row])}</b></td>`)}
        </tr>`)}</tbody>
        <tfoot><tr><th scope="row">${say("chart.n")}</th>${columns.map(([, { n }]) => html`<td>${countText(n)}</td>`)}</tr></tfoot>
      </table></div>`}
      <p data-role="crosstab-test" data-p=${crosstab.p ?? ""}>${this.test(crosstab)}</p>
      ${crosstab.notes.map((note) => html`<p class="tl-note">${this.report.words[`crosstab_${note}`]}</p>`)}
      ${crosstab.no_answer ? html`<p class="tl-note">${say("crosstab.apart")}</p>` : nothing}
      ${crosstab.left_out > 0 ? html`<p class="tl-note">${say("crosstab.leftOut", { n: crosstab.left_out })}</p>` : nothing}
    </section>`;
  }

  private test({ p, p_adjusted: adjusted, chi_squared: chi, f, df, ddf, cramers_v: v, n, by, verdict, why }: Crosstab): string {
    const { words } = this.report;
    if (p === undefined || adjusted === undefined) return words[`crosstab_no_${why}`] ?? "";
    return say(f === undefined ? "crosstab.test" : "crosstab.testWeighted", {
      verdict: words[`verdict_${verdict}`] ?? verdict, chi: exactText("score", f ?? chi!), n: countText(n),
      df: f === undefined ? df! : exactText("score", df!), ddf: ddf === undefined ? "" : exactText("score", ddf),
      p: equation(p), adjusted: equation(adjusted), by, v: exactText("score", v!) });
  }
}

function equation(p: number): string {
  return p < 0.001 ? `p ${pText(p)}` : `p = ${pText(p)}`;
}
