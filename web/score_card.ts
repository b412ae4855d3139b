// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Measure, Report } from "../wasm/js/report.js";
import { askedText } from "./group_charts.js";
import { distributionBars } from "./distribution_bars.js";
import { marks } from "./marks.js";
import { nameOf } from "./names.js";
import { alikeText, levelText, rangeText, scoreText } from "./numbers.js";
import { npsBar } from "./nps_bar.js";
import { Piece } from "./piece.js";
import { sibling, type Question } from "./readings.js";
import { say, sayName } from "./words/words.js";

/** One score: its name, base, value, interval in words, and one small picture. */
@customElement("topline-score")
export class ToplineScore extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) question!: Question;

  override render() {
    const measure = this.question.headline;
    const name = nameOf(measure);
    return html`<article class="tl-card tl-score">
      <header>
        <h2>
          <button class="tl-card-name" title=${say("card.proof", { name })}
            @click=${() => this.emit("topline-proof", measure)}>
            ${name}${measure.wave ? html` <span class="tl-wave">· ${measure.wave}</span>` : nothing}
          </button>
        </h2>
        ${measure.n === undefined ? nothing : html`<span class="tl-base">${say("card.answers", { n: measure.n })}</span>`}
      </header>
      ${measure.value === undefined ? this.absent(measure) : this.scored(measure, measure.value)}
      ${this.asked() === name ? nothing : html`<p class="tl-asked" title=${this.asked()}>${this.asked()}</p>`}
    </article>`;
  }

  private scored(measure: Measure, value: number) {
    const { interval } = measure;
    return html`
      <p class="tl-value"><span ${marks(measure)}>${scoreText(measure.unit, value)}</span>${this.mean()}</p>
      <p class="tl-interval">
        ${measure.id === "rating_mean" ? html`${sayName("measure", measure.id)} · ` : nothing}
        ${interval
          ? say("card.confidence", { range: rangeText(measure.unit, interval), level: levelText(interval.level) })
          : nothing}
      </p>
      ${this.badges(measure)} ${this.picture(measure)}`;
  }

  private absent(measure: Measure) {
    const text = measure.why === "nearly_alike"
      ? alikeText(measure)
      : measure.suppressed
      ? say("card.hidden", { n: this.report.settings.min_n })
      : say(measure.why === "no_answers" ? "card.noAnswers" : "card.absent");
    return html`<p class="tl-absent" ${marks(measure)}>${text}</p>`;
  }

  private mean() {
    const mean = sibling(this.question, "csat_mean") ?? sibling(this.question, "ces_mean");
    if (!mean || mean.value === undefined) return nothing;
    return html` <span class="tl-mean" ${marks(mean)}>${say("card.mean", { mean: scoreText(mean.unit, mean.value) })}</span>`;
  }

  private badges(measure: Measure) {
    const notes = measure.notes ?? [];
    const low = notes.includes("low_base");
    const weighted = notes.includes("weighted");
    if (!low && !weighted) return nothing;
    return html`<p class="tl-badges">
      ${low ? html`<span class="tl-badge" title=${say("card.lowBaseHint")}>${say("card.lowBase")}</span>` : nothing}
      ${weighted ? html`<span class="tl-badge tl-badge-plain">${say("card.weighted")}</span>` : nothing}
    </p>`;
  }

  private picture(measure: Measure) {
    if (measure.id === "nps" || measure.id === "enps") return npsBar(measure);
    return distributionBars(measure);
  }

  private asked(): string {
    return askedText(this.report, this.question);
  }
}
