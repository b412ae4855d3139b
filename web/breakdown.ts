// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Report } from "../wasm/js/report.js";
import { barPlot, linePlot } from "./bar_plot.js";
import { mark } from "./marks.js";
import { countText, figureText } from "./numbers.js";
import { PlotPiece } from "./plot_piece.js";
import { rowName, type Breakdown } from "./rollout_readings.js";
import { say } from "./words/words.js";

const shownRows = 14;

/** One measure by group, by class or over time: a picture with its values, and the same as a table. */
@customElement("topline-breakdown")
export class ToplineBreakdown extends PlotPiece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) breakdown!: Breakdown;

  override render() {
    const { rows } = this.breakdown;
    const heading = this.heading();
    return html`<figure class="tl-card tl-figure">
      <figcaption>
        <h3>${heading}</h3>
        ${this.saveButtons(heading)}
      </figcaption>
      <div class="tl-plot-frame"></div>
      ${rows.length > shownRows ? html`<p class="tl-note">${say("breakdown.some", { shown: shownRows, n: rows.length })}</p>` : nothing}
      <details>
        <summary>${say("chart.table")}</summary>
        <table class="tl-table">
          <thead><tr><th>${this.breakdown.dimension}</th><th>${say("breakdown.value")}</th><th>n</th></tr></thead>
          <tbody>${rows.map((measure) => html`<tr>
            <th scope="row">${rowName(this.report, this.breakdown, measure)}</th>
            <td>${figureText(measure.unit, measure.value!)}</td>
            <td>${measure.n === undefined ? "–" : countText(measure.n)}</td>
          </tr>`)}</tbody>
        </table>
      </details>
    </figure>`;
  }

  private heading(): string {
    const { of, id, dimension, rows } = this.breakdown;
    const measure = this.report.catalogue[id]?.name ?? id;
    const name = of === "segments" ? say("chart.by", { measure, segment: dimension })
      : of === "waves" ? say("breakdown.time", { measure }) : measure;
    const tables = new Set(this.report.measures.filter((each) => each.id === id).map(({ table }) => table));
    return tables.size > 1 ? `${name} · ${rows[0].table}` : name;
  }

  protected picture(width: number): SVGElement | null {
    const { of, rows } = this.breakdown;
    // Of a long run of periods the latest are shown, of others the highest.
    const shown = of === "waves" ? rows.slice(-shownRows) : rows.slice(0, shownRows);
    const bars = shown.map((measure) => ({
      label: rowName(this.report, this.breakdown, measure),
      value: measure.value!,
      text: figureText(measure.unit, measure.value!),
    }));
    const svg = of === "waves" && bars.length > 2 ? linePlot(bars, width, shown[0].unit) : barPlot(bars, width);
    svg.querySelectorAll(".tl-plot-value text").forEach((text, at) => mark(text, shown[at]));
    return svg;
  }
}
