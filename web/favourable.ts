// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Measure, Report } from "../wasm/js/report.js";
import { columnsOf, questionText } from "./columns.js";
import { partsPlot } from "./parts_plot.js";
import { mark } from "./marks.js";
import { countText, exactText, levelText, rangeText, shareText } from "./numbers.js";
import { PlotPiece } from "./plot_piece.js";
import { say } from "./words/words.js";

const parts = ["unfavourable", "neutral", "favourable"] as const;

/** Of each item the unfavourable, neutral and favourable answers, the most favourable first. */
@customElement("topline-favourable")
export class ToplineFavourable extends PlotPiece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) measures: readonly Measure[] = [];

  override render() {
    const heading = this.heading();
    const level = levelText(this.report.settings.confidence);
    return html`<figure class="tl-card tl-figure">
      <figcaption><h2>${heading}</h2>${this.saveButtons(heading)}</figcaption>
      <div class="tl-plot-frame"></div>
      <p class="tl-legend" aria-hidden="true">${parts.map((part) => html`<span><i class="tl-${part}"></i>${say(`favourable.${part}`)}</span>`)}</p>
      <details>
        <summary>${say("chart.table")}</summary>
        <table class="tl-table">
          <thead><tr><th>${say("chart.question")}</th><th>${say("favourable.favourable")}</th><th>${say("chart.range", { level })}</th>
            <th>${say("favourable.neutral")}</th><th>${say("favourable.unfavourable")}</th><th>${say("chart.n")}</th></tr></thead>
          <tbody>${this.sorted().map((measure) => html`<tr><th scope="row">${this.name(measure)}</th>
            <td>${measure.value === undefined ? "–" : exactText("%", measure.value)}</td>
            <td>${measure.interval ? rangeText("%", measure.interval, exactText) : "–"}</td>
            ${(["neutral", "unfavourable"] as const).map((part) => html`<td>${measure.parts ? shareText(measure.parts[part] ?? 0, whole(measure)) : "–"}</td>`)}
            <td>${measure.n === undefined ? "–" : countText(measure.n)}</td></tr>`)}</tbody>
        </table>
      </details>
    </figure>`;
  }

  protected picture(width: number): SVGElement | null {
    const shown = this.sorted().filter((measure) => measure.value !== undefined && whole(measure) > 0);
    if (shown.length === 0) return null;
    const svg = partsPlot(shown.map((measure) => ({
      label: this.name(measure),
      parts: parts.map((part) => ({ part, share: (measure.parts![part] ?? 0) / whole(measure) })),
    })), width);
    svg.querySelectorAll(".tl-plot-value text").forEach((text, at) => mark(text, shown[at]));
    return svg;
  }

  private heading(): string {
    const wave = this.measures[0]?.wave;
    return wave ? `${say("favourable.title")} · ${wave}` : say("favourable.title");
  }
  private sorted(): Measure[] {
    return [...this.measures].sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  }
  private name({ table, column, question }: Measure): string {
    const found = columnsOf(this.report, table).find((each) => each.column === column);
    return found ? questionText(found) : question;
  }
}

/** The people of the parts; with weights their sums. */
function whole({ parts: counted }: Measure): number {
  return parts.reduce((sum, part) => sum + (counted?.[part] ?? 0), 0);
}
