// SPDX-License-Identifier: Apache-2.0
// Differences with their intervals against the line of none. A row's words stand above its whisker, so that
// neither is cut on a phone.

import { axisX, dot, gridX, link, plot, text, tickX } from "@observablehq/plot";
import type { Difference } from "../wasm/js/report.js";
import { changeText, verdictWord } from "./comparisons.js";
import { signedText } from "./numbers.js";
import { chartStyle, drawn, textWidth } from "./plot_frame.js";

export interface DifferenceRow {
  label: string;
  difference: Difference;
}

const accent = "var(--tl-accent)";
const mute = "var(--tl-mute)";
const ink = "var(--tl-ink)";

/** Rows have a difference each; the dot of a clear one is filled. */
export function differencePlot(rows: readonly DifferenceRow[], width: number): SVGElement {
  const { unit } = rows[0].difference;
  const points = rows.map(({ label, difference }, key) => ({
    key, label,
    value: difference.difference!,
    low: difference.interval?.low ?? difference.difference!,
    high: difference.interval?.high ?? difference.difference!,
    clear: difference.verdict === "clear",
    said: `${changeText(unit, difference.difference!)} · ${verdictWord(difference)}`,
  }));
  const labelRoom = Math.max(60, width - textWidth(points.map(({ said }) => said)) - 16);
  const ends = points.flatMap(({ low, high }) => [low, high]).concat(0);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const air = Math.max((high - low) * 0.06, unit === "score" ? 0.05 : 1);
  const ticks = Math.max(3, Math.floor(width / 90));
  return drawn(plot({
    width,
    height: points.length * 46 + 34,
    marginLeft: 12, marginRight: 12, marginTop: 4, marginBottom: 30,
    style: chartStyle,
    x: { domain: [low - air, high + air], axis: null },
    y: { domain: points.map(({ key }) => key), type: "band", padding: 0, axis: null },
    marks: [
      gridX({ stroke: "var(--tl-line)", strokeOpacity: 1, ticks }),
      axisX({ label: null, tickFormat: (value: number) => signedText(unit, value), tickSize: 0, color: mute, fontSize: 12, ticks }),
      // Beside the whiskers only: the words above them are not struck through.
      tickX(points, { x: () => 0, y: "key", stroke: mute, strokeWidth: 1.5, insetTop: 24, className: "tl-plot-zero" }),
      link(points, { x1: "low", x2: "high", y1: "key", y2: "key", stroke: accent, strokeWidth: 2, dy: 9 }),
      dot(points, { x: "value", y: "key", r: 5, fill: (point: { clear: boolean }) => (point.clear ? accent : "var(--tl-paper)"), stroke: accent,
        strokeWidth: 2, dy: 9 }),
      text(points, { y: "key", text: "label", frameAnchor: "left", dx: -12, dy: -9, textAnchor: "start", fill: ink, fontSize: 13,
        lineWidth: labelRoom / 13, textOverflow: "ellipsis", stroke: "var(--tl-paper)", strokeWidth: 4 }),
      text(points, { y: "key", text: "said", frameAnchor: "right", dx: 12,
        dy: -9, textAnchor: "end", fill: (point: { clear: boolean }) => (point.clear ? ink : mute), fontSize: 13,
        className: "tl-plot-verdict", stroke: "var(--tl-paper)", strokeWidth: 4 }),
    ],
  }));
}
