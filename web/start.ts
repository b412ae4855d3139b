// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** The beginning: a real text field where the grid will stand, so that right-click Paste, phones and
 * the keyboard all work, and what comes out. */
@customElement("topline-start")
export class ToplineStart extends Piece {
  @property({ type: Boolean }) ready = false;
  @state() private typed = false;
  @query("textarea") private field!: HTMLTextAreaElement;

  override render() {
    const keys = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘V" : "Ctrl+V";
    return html`<div class="tl-start">
      <div class="tl-start-field">
        <h1>${say("start.title")}</h1>
        <div class="tl-paste">
          <label for="tl-paste">${say("start.paste")}</label>
          <textarea id="tl-paste" data-role="paste" spellcheck="false" autocomplete="off" wrap="off" autofocus
            aria-describedby="tl-paste-hint" @input=${this.take} @keydown=${this.keys}></textarea>
          ${this.typed ? html`<button class="tl-primary tl-analyse" @click=${this.analyse}>${say("action.analyse")}</button>` : nothing}
        </div>
        <p id="tl-paste-hint" class="tl-hint">${say("start.hint", { keys })}</p>
        <p class="tl-start-actions">
          <button data-role="open-button" @click=${() => this.emit("topline-add", null)}>${say("action.open")}</button>
          <button data-role="sample" @click=${() => this.emit("topline-sample", null)}>${say("action.sample")}</button>
          <span class="tl-note">${say("start.sampleNote")}</span>
        </p>
      </div>
      <section class="tl-start-get" aria-labelledby="tl-get">
        <h2 id="tl-get">${say("start.get")}</h2>
        <ol>
          ${(["get1", "get2", "get3"] as const).map((id) => html`<li>
            <b>${say(`start.${id}`)}</b><span>${say(`start.${id}More`)}</span>
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
