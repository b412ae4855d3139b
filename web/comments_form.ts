// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CommentsChoice } from "../wasm/js/settings.js";
import { questionText } from "./columns.js";
import { readThemes, themesText } from "./declared.js";
import type { NamedColumn } from "./item_picker.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

const mostQuotes = 50;
const mostThemes = 60;

/** Which comments are read, for which themes, and how many are quoted. */
@customElement("topline-comments-form")
export class ToplineCommentsForm extends Piece {
  @property({ attribute: false }) offered: readonly NamedColumn[] = [];
  /** the one to be changed */
  @property({ attribute: false }) comments?: CommentsChoice;
  @state() private problem = "";

  override render() {
    const { comments } = this;
    return html`<form class="tl-form" @submit=${this.submit} novalidate>
      <label>${say("codebook.column")}
        <select data-role="comments-column">
          ${this.offered.map(({ key, column }) => html`<option value=${key} .selected=${key === comments?.column}>${questionText(column)}</option>`)}
        </select></label>
      <label>${say("codebook.quotes")}
        <input type="number" min="0" max=${mostQuotes} data-role="comments-quotes" .value=${String(comments?.quotes ?? 0)}></label>
      <label class="tl-wide">${say("codebook.themes")}
        <textarea rows="5" data-role="comments-themes" spellcheck="false" aria-describedby="tl-themes-hint" placeholder=${say("codebook.example")}
          .value=${themesText(comments?.themes)} @input=${() => (this.problem = "")}></textarea></label>
      <p class="tl-note" id="tl-themes-hint">${say("codebook.hint")}</p>
      <p class="tl-note">${say("codebook.privacy")}</p>
      ${this.problem ? html`<p class="tl-problem" role="alert">${this.problem}</p>` : nothing}
      <p class="tl-choices"><button class="tl-primary" data-role="comments-apply">${say(comments ? "analyses.apply" : "analyses.add")}</button>
        <button type="button" @click=${() => this.emit("topline-form", null)}>${say("action.cancel")}</button></p>
    </form>`;
  }

  override firstUpdated() {
    this.querySelector("select")?.focus();
  }

  private submit(event: Event): void {
    event.preventDefault();
    const field = <Kind extends HTMLElement>(role: string) => this.querySelector<Kind & { value: string }>(`[data-role=${role}]`)!.value;
    const { themes, wrong } = readThemes(field("comments-themes"));
    const quotes = Number(field("comments-quotes"));
    if (wrong.length > 0) this.problem = say("codebook.wrong", { line: wrong[0] });
    else if (themes.length > mostThemes) this.problem = say("codebook.many", { n: mostThemes });
    else if (!Number.isInteger(quotes) || quotes < 0 || quotes > mostQuotes) this.problem = say("codebook.quotesWrong", { n: mostQuotes });
    else {
      this.emit("topline-form", {
        column: field("comments-column"),
        ...(themes.length > 0 ? { themes } : {}),
        ...(quotes > 0 ? { quotes } : {}),
      });
    }
  }
}
