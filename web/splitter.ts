// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** The bar between table and report. Drag it, or use the arrow keys; Home and End give either side the
 * whole window. It tells its place in per cent; whoever listens moves it. */
@customElement("topline-splitter")
export class ToplineSplitter extends Piece {
  @property({ type: Number }) at = 36;

  override render() {
    return html`<div class="tl-splitter" role="separator" aria-orientation="vertical" tabindex="0"
      aria-label=${say("splitter")} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(this.at)}
      @pointerdown=${this.grab} @keydown=${this.step}></div>`;
  }

  private grab(event: PointerEvent): void {
    const bar = event.currentTarget as HTMLElement;
    bar.setPointerCapture(event.pointerId);
    const box = this.parentElement!.getBoundingClientRect();
    const move = ({ clientX }: PointerEvent) => this.tell(((clientX - box.left) / box.width) * 100);
    const drop = () => bar.removeEventListener("pointermove", move);
    bar.addEventListener("pointermove", move);
    bar.addEventListener("pointerup", drop, { once: true });
    bar.addEventListener("pointercancel", drop, { once: true });
  }

  private step(event: KeyboardEvent): void {
    const to = { ArrowLeft: this.at - 4, ArrowRight: this.at + 4, Home: 0, End: 100 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.tell(to);
  }

  /** Close to an edge it snaps to it: that side is then gone. */
  private tell(at: number): void {
    this.emit("topline-split", at < 8 ? 0 : at > 92 ? 100 : at);
  }
}
