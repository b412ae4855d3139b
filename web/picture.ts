// SPDX-License-Identifier: Apache-2.0
// A drawn chart on its own, as a file: what the page's styles say of it is written into it.

import { fileName, save } from "./download.js";

/** What overhangs the chart's box is seen on the page, but an image ends with its box. */
const overhang = { x: 16, y: 4 };
const padding = 16;
/** Pixels a CSS pixel: slides are shown large. */
const fineness = 2;

interface Standalone {
  text: string;
  width: number;
  height: number;
}

function standalone(svg: SVGElement): Standalone {
  const style = getComputedStyle(svg);
  const copy = svg.cloneNode(true) as SVGElement;
  const width = Number(svg.getAttribute("width")) + 2 * overhang.x;
  const height = Number(svg.getAttribute("height")) + 2 * overhang.y;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${-overhang.x} ${-overhang.y} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.style.fontFamily = style.fontFamily;
  copy.style.background = style.getPropertyValue("--tl-paper");
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  return { text, width, height };
}

export function saveSvg(title: string, svg: SVGElement): void {
  save(fileName(title, "svg"), "image/svg+xml", standalone(svg).text);
}

/** With its title above and what explains it below, for a slide or a mail. Where the browser draws no image
 * of it, the SVG is saved instead. */
export async function savePng(title: string, notes: readonly string[], svg: SVGElement): Promise<void> {
  const drawing = standalone(svg);
  try {
    const png = await painted(title, notes, drawing, getComputedStyle(svg));
    save(fileName(title, "png"), "image/png", png);
  } catch {
    saveSvg(title, svg);
  }
}

async function painted(title: string, notes: readonly string[], { text, width, height }: Standalone, style: CSSStyleDeclaration): Promise<Blob> {
  const image = new Image();
  // A data: address, as a canvas that drew a blob: one of a local file may not be read.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const fonts = { title: `600 16px ${style.fontFamily}`, note: `12px ${style.fontFamily}` };
  const room = width - 2 * overhang.x;
  const lines = [
    ...wrapped(pen, fonts.title, title, room).map((line) => ({ line, font: fonts.title, step: 22, ink: colour("--tl-ink") })),
  ];
  const below = notes.flatMap((note) => wrapped(pen, fonts.note, note, room)).map((line) => ({ line, font: fonts.note, step: 17, ink: colour("--tl-mute") }));
  const sum = (some: { step: number }[]) => some.reduce((total, { step }) => total + step, 0);
  canvas.width = Math.ceil((width + 2 * (padding - overhang.x)) * fineness);
  canvas.height = Math.ceil((sum(lines) + height + sum(below) + 2 * padding) * fineness);
  pen.scale(fineness, fineness);
  pen.fillStyle = colour("--tl-paper");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "top";
  let y = padding;
  const write = (some: typeof lines) => {
    for (const { line, font, step, ink } of some) {
      pen.font = font;
      pen.fillStyle = ink;
      pen.fillText(line, padding, y);
      y += step;
    }
  };
  write(lines);
  pen.drawImage(image, padding - overhang.x, y, width, height);
  y += height;
  write(below);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no image"))), "image/png"));
}

/** Lines that fit: broken between words, and between Han characters. */
function wrapped(pen: CanvasRenderingContext2D, font: string, text: string, room: number): string[] {
  pen.font = font;
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line !== "" && pen.measureText((line + part).trimEnd()).width > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
