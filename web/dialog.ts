// SPDX-License-Identifier: Apache-2.0

import { html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** A modal dialog: in the middle, or beside what opened it. The browser keeps the focus inside and
 * gives it back. */
@customElement("topline-dialog")
export class ToplineDialog extends Piece {
  @property() heading = "";
  @property({ attribute: false }) content: TemplateResult | string = "";
  @property({ attribute: false }) at: DOMRect | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;

  override render() {
    return html`<dialog
      class="tl-dialog ${this.at ? "tl-dialog-beside" : ""}"
      aria-labelledby="tl-dialog-heading"
      @close=${() => this.emit("topline-dismiss", null)}
      @click=${this.closeOutside}
    >
      <header>
        <h2 id="tl-dialog-heading">${this.heading}</h2>
        <button class="tl-quiet tl-close" aria-label=${say("action.close")} @click=${() => this.dialog.close()}>
          ✕
        </button>
      </header>
      <div class="tl-dialog-body">${this.content}</div>
    </dialog>`;
  }

  override firstUpdated() {
    this.dialog.showModal();
    this.place();
    // Once more when what it holds has taken its room.
    requestAnimationFrame(() => this.place());
  }

  close(): void {
    this.dialog.close();
  }

  private place(): void {
    if (!this.at || window.innerWidth < 640) return;
    const { width, height } = this.dialog.getBoundingClientRect();
    const left = Math.min(this.at.left, window.innerWidth - width - 12);
    const below = this.at.bottom + 4;
    const top = below + height > window.innerHeight - 12 ? Math.max(12, window.innerHeight - height - 12) : below;
    this.dialog.style.left = `${Math.max(12, left)}px`;
    this.dialog.style.top = `${top}px`;
  }

  /** A click on the dialog itself, not on what is in it, is one on its backdrop. */
  private closeOutside(event: MouseEvent): void {
    if (event.target !== this.dialog) return;
    const box = this.dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left && event.clientX <= box.right &&
      event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) this.dialog.close();
  }
}
