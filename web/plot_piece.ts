// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import { query } from "lit/decorators.js";
import { saveSvg } from "./download.js";
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
    return html`<button class="tl-quiet tl-save-svg" @click=${() => this.savePicture(name)} title=${say("export.svg")}
      aria-label="⤓ SVG: ${name}">⤓ SVG</button>`;
  }

  private savePicture(name: string): void {
    const svg = this.frame?.querySelector("svg");
    if (svg) saveSvg(name, svg);
  }

  private draw(): void {
    const width = Math.floor(this.frame?.clientWidth ?? 0);
    if (!this.frame || width < 80 || width === this.drawnWidth) return;
    this.drawnWidth = width;
    const svg = this.picture(width);
    this.frame.replaceChildren(...(svg ? [svg] : []));
  }
}
