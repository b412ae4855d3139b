// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Difference, Report } from "../wasm/js/report.js";
import { changeText, missedText, notesText, verdictText } from "./comparisons.js";
import { differencePlot, type DifferenceRow } from "./difference_plot.js";
import { levelText, pText } from "./numbers.js";
import { PlotPiece } from "./plot_piece.js";
import { say } from "./words/words.js";

/** Comparisons of one figure: each difference with its interval against none, its verdict in words, and the
 * same as a table. */
@customElement("topline-differences")
export class ToplineDifferences extends PlotPiece {
  @property() heading = "";
  @property() asked = "";
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) rows: readonly DifferenceRow[] = [];

  override render() {
    const shown = this.drawable();
    const untold = this.rows.filter(({ difference }) => difference.difference === undefined);
    const differences = this.rows.map(({ difference }) => difference);
    const sentences = [...missedText(differences), ...notesText(differences)];
    return html`<figure class="tl-card tl-figure" data-role="differences">
      <figcaption><h2>${this.heading}</h2>${shown.length === 0 ? nothing : this.saveButtons(this.heading)}</figcaption>
      <div class="tl-plot-frame"></div>
      ${untold.length === 0 ? nothing : html`<p class="tl-hidden-groups">${say("chart.absent", {
        names: untold.map(({ label }) => label).join(say("list.comma")), reason: say("compare.noVerdict") })}</p>`}
      ${sentences.length === 0 ? nothing : html`<ul class="tl-verdicts">${sentences.map((each) => html`<li>${each}</li>`)}</ul>`}
      <p class="tl-note">${say("difference.legend", { level: levelText(this.report.settings.confidence) })}</p>
      ${this.asked && this.asked !== this.heading ? html`<p class="tl-note">${say("chart.asked", { question: this.asked })}</p>` : nothing}
      <details>
        <summary>${say("chart.table")}</summary>
        <table class="tl-table">
          <thead><tr><th>${say("difference.what")}</th><th>${say("differences.change")}</th><th>${say("scorecard.verdict")}</th><th>p</th></tr></thead>
          <tbody>${this.rows.map(({ label, difference }) => this.line(label, difference))}</tbody>
        </table>
      </details>
    </figure>`;
  }

  private line(label: string, difference: Difference) {
    const { unit, difference: value, p_adjusted: p, verdict } = difference;
    return html`<tr data-verdict=${verdict}>
      <th scope="row">${label}</th>
      <td>${value === undefined ? "–" : changeText(unit, value)}</td>
      <td>${verdictText(difference)}</td>
      <td title=${say("difference.adjusted")}>${p === undefined ? "–" : pText(p)}</td>
    </tr>`;
  }

  private drawable(): DifferenceRow[] {
    return this.rows.filter(({ difference }) => difference.difference !== undefined);
  }

  protected picture(width: number): SVGElement | null {
    const shown = this.drawable();
    if (shown.length === 0) return null;
    const svg = differencePlot(shown, width);
    svg.querySelectorAll(".tl-plot-verdict text").forEach((text, at) => markDifference(text, shown[at].difference));
    return svg;
  }
}

/** As scores are marked for scripts: the report's own figure. */
function markDifference(element: Element, { id, question, a, b, difference, verdict }: Difference): void {
  element.setAttribute("data-difference", id);
  element.setAttribute("data-question", question ?? "");
  element.setAttribute("data-segment", JSON.stringify(a.segment));
  element.setAttribute("data-wave", a.wave ?? "");
  element.setAttribute("data-against", b.rest ? "rest" : (b.wave ?? ""));
  element.setAttribute("data-value", String(difference));
  element.setAttribute("data-verdict", verdict);
}
