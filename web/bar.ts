// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Piece } from "./piece.js";
import { language, say } from "./words/words.js";

export type BarAction = "privacy" | "language" | "undo" | "redo" | "save" | "copy" | "csv" | "json" | "markdown" | "print" | "new";

/** The top bar. What it is asked for it tells by one event each: the page does it. */
@customElement("topline-bar")
export class ToplineBar extends Piece {
  @property() study = "";
  @property({ type: Boolean }) canUndo = false;
  @property({ type: Boolean }) canRedo = false;
  @property({ type: Boolean }) hasReport = false;
  @property({ type: Boolean }) copied = false;
  @state() private menu = false;

  override render() {
    return html`<header class="tl-bar">
      <h1 class="tl-logo" translate="no">Topline</h1>
      ${this.hasReport
        ? html`<input class="tl-title" data-role="title" aria-label=${say("study.name")} placeholder=${say("study.untitled")}
            .value=${this.study} @change=${this.rename} @keydown=${this.leaveTitle}>`
        : nothing}
      <span class="tl-space"></span>
      <button class="tl-quiet tl-private" data-role="privacy" aria-label=${say("private.short")} @click=${() => this.ask("privacy")}>
        <i aria-hidden="true"></i><span>${say("private.short")}</span></button>
      ${this.canUndo ? html`<button class="tl-quiet tl-icon" data-role="undo" title="${say("action.undo")} (Ctrl+Z)" aria-label=${say("action.undo")} @click=${() => this.ask("undo")}>↶</button>` : nothing}
      ${this.canRedo ? html`<button class="tl-quiet tl-icon" data-role="redo" title="${say("action.redo")} (Ctrl+Y)" aria-label=${say("action.redo")} @click=${() => this.ask("redo")}>↷</button>` : nothing}
      <button class="tl-language" data-role="language" @click=${() => this.ask("language")}>
        <span lang="en" class=${language() === "en" ? "tl-spoken" : ""}>EN</span> / <span lang="zh-CN" class=${language() === "zh-CN" ? "tl-spoken" : ""}>中文</span></button>
      ${this.hasReport ? this.actions() : nothing}
    </header>`;
  }

  private actions() {
    return html`<div class="tl-actions">
      <button data-role="save" title=${say("action.saveHint")} @click=${() => this.ask("save")}>${say("action.save")}</button>
      <div class="tl-menu" @focusout=${this.leaveMenu} @keydown=${this.menuKeys}>
        <button data-role="export" aria-haspopup="true" aria-expanded=${this.menu} @click=${() => (this.menu = !this.menu)}>${say("action.export")} ▾</button>
        ${this.menu
          ? html`<div class="tl-menu-items">
              ${(["csv", "json", "markdown", "print"] as const).map((kind) => html`<button data-role="export-${kind}"
                @click=${() => { this.menu = false; this.ask(kind); }}>${say(`export.${kind}`)}</button>`)}
              <button data-role="new" @click=${() => { this.menu = false; this.ask("new"); }}>${say("action.new")}</button>
            </div>`
          : nothing}
      </div>
      <button class="tl-primary" data-role="copy-summary" @click=${() => this.ask("copy")}>${say(this.copied ? "action.copied" : "action.copy")}</button>
    </div>`;
  }

  private ask(action: BarAction): void {
    this.dispatchEvent(new CustomEvent("topline-action", { detail: action, bubbles: true }));
  }
  private rename(event: Event): void {
    this.dispatchEvent(new CustomEvent("topline-rename", { detail: (event.target as HTMLInputElement).value, bubbles: true }));
  }
  private leaveTitle(event: KeyboardEvent): void {
    if (event.key === "Escape") (event.target as HTMLInputElement).value = this.study;
    if (event.key === "Enter" || event.key === "Escape") (event.target as HTMLElement).blur();
  }
  private leaveMenu(event: FocusEvent): void {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) this.menu = false;
  }
  private menuKeys(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.menu) return;
    this.menu = false;
    this.querySelector<HTMLElement>("[data-role=export]")?.focus();
  }
}
