// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { query } from "lit/decorators.js";
import { savePng, saveSvg } from "./picture.js";
import { Piece } from "./piece.js";
import { say } from "./words/words.js";

/** A piece with a picture in its `.tl-plot-frame`, drawn anew when its data or its width is another. */
export abstract class PlotPiece extends Piece {
  @query(".tl-plot-frame") private frame?: HTMLElement;
  private drawnWidth = 0;
  private readonly resize = new ResizeObserver(() => this.draw());

  /** The picture at that width; null where there is nothing to draw. */
  protected abstract picture(width: number): SVGElement | null;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.resize.disconnect();
  }

  override updated() {
    if (!this.frame) return;
    this.resize.observe(this.frame);
    this.drawnWidth = 0;
    this.draw();
  }

  /** What takes the picture away, under that name. */
  protected saveButtons(name: string) {
    return html`<span class="tl-save">
      <button class="tl-quiet tl-save-png" @click=${() => this.savePicture(name, "png")} title=${say("export.png")} aria-label="⤓ PNG: ${name}">⤓ PNG</button>
      <button class="tl-quiet tl-save-svg" @click=${() => this.savePicture(name, "svg")} title=${say("export.svg")} aria-label="SVG: ${name}">SVG</button>
    </span>`;
  }

  private savePicture(name: string, kind: "png" | "svg"): void {
    const svg = this.frame?.querySelector("svg");
    if (!svg) return;
    if (kind === "svg") return saveSvg(name, svg);
    const notes = [...this.querySelectorAll(".tl-figure > :is(.tl-hidden-groups, .tl-legend, .tl-note)")].map((note) => this.noteText(note));
    void savePng(name, notes.filter(Boolean), svg);
  }

  /** A legend's swatches are no text: its names stand from left to right, as the parts do. */
  private noteText(note: Element): string {
    const names = [...note.querySelectorAll("span")].map((each) => each.textContent!.trim());
    return names.length > 0 ? names.join(" · ") : note.textContent!.trim();
  }

  private draw(): void {
    const width = Math.floor(this.frame?.clientWidth ?? 0);
    if (!this.frame || width < 80 || width === this.drawnWidth) return;
    this.drawnWidth = width;
    const svg = this.picture(width);
    this.frame.replaceChildren(...(svg ? [svg] : []));
  }
}
