// SPDX-License-Identifier: Apache-2.0
// What the open answers say, where a study asks for it. Selection only: every count is the core's.

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CommentCount, CommentTerm, OpenAnswers, Report } from "../wasm/js/report.js";
import { columnsOf, questionText } from "./columns.js";
import { countText, exactText, scoreText } from "./numbers.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

const groups = ["detractors", "passives", "promoters"] as const;

/** Themes as bars for promoters, passives and detractors; words that set them apart; quotes. */
@customElement("topline-comments")
export class ToplineComments extends Piece {
  @property({ attribute: false }) report!: Report;

  override render() {
    return (this.report.open_answers ?? []).map((answers, at) => this.section(answers, `tl-comments-${at}`));
  }

  private section(answers: OpenAnswers, id: string) {
    const column = columnsOf(this.report, answers.table).find((each) => each.column === answers.column);
    const question = column ? questionText(column) : answers.question;
    return html`<section class="tl-comments" aria-labelledby=${id} data-role="comments">
      <h2 id=${id}>${say("comments.title", { question })}</h2>
      <p>${this.rate(answers)}</p>
      ${themes(answers)}
      ${terms("promoters", answers.terms?.promoters ?? [])}
      ${terms("detractors", answers.terms?.detractors ?? [])}
      ${answers.scored_only ? html`<p class="tl-note">${say("comments.scoredOnly")}</p>` : nothing}
      ${anyHidden(answers) ? html`<p class="tl-note">${say("comments.hiddenNote", { n: answers.min_n })}</p>` : nothing}
      ${answers.quotes?.length
        ? html`<h3>${say("comments.quotes")}</h3>${answers.quotes.map((quote) => html`<blockquote>${quote}</blockquote>`)}`
        : nothing}
      ${answers.why_no_quotes ? html`<p class="tl-note">${say(`comments.${answers.why_no_quotes}`)}</p>` : nothing}
    </section>`;
  }

  private rate({ table, column }: OpenAnswers): string {
    const measure = this.report.measures.find(
      (each) => each.id === "comment_rate" && each.table === table && each.column === column);
    if (measure?.value === undefined) {
      return measure?.suppressed ? say("comments.hidden") : (this.report.words[measure?.why ?? ""] ?? say("comments.hidden"));
    }
    const { interval, parts, n } = measure;
    const range = interval
      ? ` (${exactText("%", interval.low)}–${exactText("%", interval.high)})` : "";
    return say("comments.rate", {
      n: countText(Number(parts?.comments ?? 0)), used: countText(n ?? 0), share: exactText("%", measure.value) + range });
  }
}

function themes({ themes: found, score_question: grouped }: OpenAnswers) {
  if (!found?.length) return nothing;
  const bar = (kind: string, count: CommentCount | undefined, label: string) => html`<div class="tl-theme-bar">
    <span class="tl-theme-group">${label}</span>
    <span class="tl-theme-track"><i class=${kind} style="width:${count?.share ?? 0}%"></i></span>
    <span class="tl-theme-share" title=${count?.n === undefined ? say("comments.hidden") : countText(count.n)}>
      ${count?.share === undefined ? "–" : scoreText("%", count.share)}</span>
  </div>`;
  return html`<ul class="tl-themes">${found.map((theme) => html`<li data-theme=${theme.theme}>
    <h3>${theme.theme}</h3>
    ${bar("tl-theme-all", theme, say("comments.all"))}
    ${grouped ? groups.map((group) => bar(`tl-${group}`, theme.groups?.[group], say(`card.${group}`))) : nothing}
  </li>`)}</ul>`;
}

function terms(group: "promoters" | "detractors", found: readonly CommentTerm[]) {
  if (found.length === 0) return nothing;
  return html`<h3>${say(`comments.terms.${group}`)}</h3>
    <table class="tl-terms" data-terms=${group}>
      <thead><tr><th scope="col">${say("comments.word")}</th><th scope="col">${say("comments.here")}</th>
        <th scope="col">${say("comments.elsewhere")}</th><th scope="col">G²</th></tr></thead>
      <tbody>${found.map(({ term, here, elsewhere, g_squared: g }) => html`<tr><th scope="row" lang="en">${term}</th>
        <td>${countText(here)}</td><td>${elsewhere === undefined ? "–" : countText(elsewhere)}</td>
        <td>${g === undefined ? "–" : exactText("score", g)}</td></tr>`)}</tbody>
    </table>`;
}

function anyHidden({ themes: found, terms: words }: OpenAnswers): boolean {
  const hidden = (found ?? []).some(
    (theme) => theme.suppressed || Object.values(theme.groups ?? {}).some(({ suppressed }) => suppressed));
  return hidden || [...(words?.promoters ?? []), ...(words?.detractors ?? [])].some(({ elsewhere }) => elsewhere === undefined);
}
