// SPDX-License-Identifier: Apache-2.0

import { html, nothing, svg } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** What comes out, drawn without a number: a bar in three parts, intervals, a paragraph. */
const glyphs = {
  get1: svg`<svg viewBox="0 0 72 48" aria-hidden="true"><rect x="2" y="16" width="14" height="16" rx="3" class="tl-fill-detractor"/><rect x="18" y="16" width="18" height="16" class="tl-fill-passive"/><rect x="38" y="16" width="32" height="16" rx="3" class="tl-fill-promoter"/></svg>`,
  get2: svg`<svg viewBox="0 0 72 48" aria-hidden="true" class="tl-stroke"><path d="M36 2v44" class="tl-dash"/><path d="M40 10h26M20 24h30M8 38h22"/><circle cx="53" cy="10" r="4"/><circle cx="35" cy="24" r="4"/><circle cx="19" cy="38" r="4"/></svg>`,
  get3: svg`<svg viewBox="0 0 72 48" aria-hidden="true" class="tl-stroke"><path d="M4 4v40" stroke-width="4"/><path d="M14 10h54M14 24h50M14 38h32" class="tl-words"/></svg>`,
};

/** The beginning: a real text field where the grid will stand, so that right-click Paste, phones and
 * the keyboard all work, and what comes out. */
@customElement("topline-start")
export class ToplineStart extends Piece {
  @state() private typed = false;
  @query("textarea") private field!: HTMLTextAreaElement;

  override render() {
    const keys = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘V" : "Ctrl+V";
    return html`<div class="tl-start">
      <div class="tl-start-field">
        <h2 class="tl-start-title">${say("start.title")}</h2>
        <div class="tl-paste">
          <label for="tl-paste">${say("start.paste")}</label>
          <textarea id="tl-paste" data-role="paste" spellcheck="false" autocomplete="off" wrap="off"
            aria-describedby="tl-paste-hint" @input=${this.take} @keydown=${this.keys}></textarea>
          ${this.typed ? html`<button class="tl-primary tl-analyse" @click=${this.analyse}>${say("action.analyse")}</button>` : nothing}
        </div>
        <p id="tl-paste-hint" class="tl-hint">${say("start.hint", { keys })}</p>
        <p class="tl-start-actions">
          <button data-role="open-button" @click=${() => this.emit("topline-add", null)}>${say("action.open")}</button>
          <button data-role="sample" @click=${() => this.emit("topline-sample", null)}>${say("action.sample")}</button>
          <button data-role="sample-rollout" @click=${() => this.emit("topline-sample-rollout", null)}>${say("action.sampleRollout")}</button>
          <span class="tl-note">${say("start.sampleNote")}</span>
        </p>
      </div>
      <section class="tl-start-get" aria-labelledby="tl-get">
        <h3 id="tl-get">${say("start.get")}</h3>
        <ol>
          ${(["get1", "get2", "get3"] as const).map((id) => html`<li>
            ${glyphs[id]}<b>${say(`start.${id}`)}</b><span>${say(`start.${id}More`)}</span>
          </li>`)}
        </ol>
      </section>
    </div>`;
  }

  override firstUpdated() {
    this.field.focus({ preventScroll: true });
  }

  /** What arrives in one piece was pasted (phones and tools give no paste event); what is typed waits
   * for the button. */
  private take(event: InputEvent): void {
    const text = this.field.value;
    const typedKey = event.inputType === "insertText" || event.inputType === "insertLineBreak" || event.inputType?.startsWith("delete");
    if (!typedKey && text.trim()) return this.analyse();
    this.typed = text.trim() !== "";
  }
  private keys(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.analyse();
  }
  private analyse(): void {
    const text = this.field.value;
    this.field.value = "";
    this.typed = false;
    this.emit("topline-paste", text);
  }
}
