// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Message, Report } from "../wasm/js/report.js";
import { forPage, isProposal } from "./message_text.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

const shownAtFirst = 6;

/** The core's messages in plain words, what matters most first. */
@customElement("topline-notes")
export class ToplineNotes extends Piece {
  @property({ attribute: false }) report!: Report;
  @state() private all = false;

  override render() {
    const messages = this.report.messages
      .filter(({ level, code }) => level !== "question" && code !== "no_score_column" && !isProposal(code))
      .sort((a, b) => Number(a.level === "info") - Number(b.level === "info"));
    if (messages.length === 0) return nothing;
    const shown = this.all ? messages : messages.slice(0, shownAtFirst);
    return html`<section class="tl-notes" aria-labelledby="tl-notes-title">
      <h2 id="tl-notes-title">${say("messages.title")}</h2>
      ${noteList(shown)}
      ${shown.length < messages.length
        ? html`<button class="tl-link" @click=${() => (this.all = true)}>${say("messages.more", { n: messages.length })}</button>`
        : nothing}
    </section>`;
  }
}

export function noteList(messages: readonly Message[]) {
  return html`<ul class="tl-note-list">
    ${messages.map((message) => html`<li class="tl-level-${message.level}" data-message=${message.code}>
      <span class="tl-level">${say(`message.${message.level}`)}</span> ${forPage(message)}
    </li>`)}
  </ul>`;
}
