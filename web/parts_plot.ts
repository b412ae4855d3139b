// SPDX-License-Identifier: Apache-2.0
// What a whole is made of, one bar a row: its label above, so that a long question is not cut to a word.

import { barX, plot, text } from "@observablehq/plot";
import { shareText } from "./numbers.js";
import { chartStyle, drawn } from "./plot_frame.js";

export interface PartsRow {
  label: string;
  /** from left to right; they sum to 1 */
  parts: { part: "unfavourable" | "neutral" | "favourable"; share: number }[];
}

const fills = { unfavourable: "var(--tl-detractor)", neutral: "var(--tl-passive)", favourable: "var(--tl-accent)" };
const inks = { unfavourable: "var(--tl-on-detractor)", neutral: "var(--tl-on-part)", favourable: "var(--tl-on-accent)" };
/** Narrower parts have no room for their figure. */
const leastShown = 0.08;

export function partsPlot(rows: readonly PartsRow[], width: number): SVGElement {
  const bars = rows.flatMap(({ parts }, key) => {
    let from = 0;
    return parts.map(({ part, share }) => {
      const bar = { key, part, from, to: from + share, text: shareText(share, 1) };
      from += share;
      return bar;
    });
  });
  const last = bars.filter(({ part }) => part === "favourable");
  const told = bars.filter(({ part, from, to }) => part !== "favourable" && to - from >= leastShown);
  const middle = (bar: { from: number; to: number }) => (bar.from + bar.to) / 2;
  return drawn(plot({
    width,
    height: rows.length * 48 + 8,
    marginLeft: 0, marginRight: 0, marginTop: 4, marginBottom: 4,
    style: chartStyle,
    x: { domain: [0, 1], axis: null },
    y: { domain: rows.map((_, key) => key), type: "band", padding: 0, axis: null },
    marks: [
      barX(bars, { x1: "from", x2: "to", y: "key", fill: (bar: { part: keyof typeof fills }) => fills[bar.part],
        insetTop: 22, insetBottom: 6, insetLeft: 1, insetRight: 1 }),
      text(rows.map(({ label }, key) => ({ label, key })), { y: "key", text: "label", frameAnchor: "left", textAnchor: "start", dy: -12,
        fill: "var(--tl-ink)", fontSize: 13, lineWidth: width / 13, textOverflow: "ellipsis" }),
      text(told, { x: middle, y: "key", text: "text", dy: 8, fill: (bar: { part: keyof typeof inks }) => inks[bar.part], fontSize: 12 }),
      text(last, { x: middle, y: "key", text: "text", dy: 8, fill: inks.favourable, fontSize: 12, fontWeight: 600,
        fillOpacity: (bar: { from: number; to: number }) => (bar.to - bar.from >= leastShown ? 1 : 0), className: "tl-plot-value" }),
    ],
  }));
}
