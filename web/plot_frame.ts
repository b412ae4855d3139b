// SPDX-License-Identifier: Apache-2.0
// What all charts share: their type, the room for labels, and how they stand in the page.

export const chartStyle = { fontFamily: "inherit", background: "transparent", overflow: "visible", fontVariantNumeric: "tabular-nums" };

/** Of the longest label: a Han character is about twice as wide as a Latin one. */
export function textWidth(labels: readonly string[]): number {
  return Math.max(0, ...labels.map((label) => [...label].reduce((sum, character) => sum + (character > "\u2e7f" ? 13.5 : 7.2), 0)));
}

/** Room for the longest label, within reason. */
export function labelWidth(labels: readonly string[]): number {
  return Math.min(220, Math.max(60, textWidth(labels))) + 8;
}

export function drawn(figure: SVGElement | HTMLElement): SVGElement {
  const svg = figure instanceof SVGElement ? figure : figure.querySelector("svg")!;
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("tl-plot");
  return svg;
}
