// SPDX-License-Identifier: Apache-2.0
// Bars for sums and shares of a census, which have no interval to hide; a line for a run of periods.

import { axisX, axisY, barX, dot, gridY, line, plot, ruleX, text } from "@observablehq/plot";
import { chartStyle, drawn, labelWidth } from "./plot_frame.js";
import { shortFigure } from "./numbers.js";

export interface Bar {
  label: string;
  value: number;
  text: string;
}

const accent = "var(--tl-accent)";
const mute = "var(--tl-mute)";
const ink = "var(--tl-ink)";

export function barPlot(bars: readonly Bar[], width: number): SVGElement {
  const rows = bars.map((bar, key) => ({ ...bar, key }));
  const marginLeft = Math.min(labelWidth(rows.map(({ label }) => label)), width * 0.45);
  const marginRight = Math.min(labelWidth(rows.map((bar) => bar.text)), width * 0.3);
  const low = Math.min(0, ...rows.map(({ value }) => value));
  const high = Math.max(0, ...rows.map(({ value }) => value));
  return drawn(plot({
    width,
    height: rows.length * 26 + 12,
    marginLeft, marginRight, marginTop: 6, marginBottom: 6,
    style: chartStyle,
    x: { domain: low === high ? [0, 1] : [low, high], axis: null },
    y: { domain: rows.map(({ key }) => key), type: "band", padding: 0.3, axis: null },
    marks: [
      barX(rows, { x: "value", y: "key", fill: accent, rx: 2 }),
      ruleX([0], { stroke: mute }),
      text(rows, { y: "key", text: "label", frameAnchor: "left", dx: -marginLeft, textAnchor: "start", fill: ink, fontSize: 13,
        lineWidth: marginLeft / 13, textOverflow: "ellipsis" }),
      text(rows, { y: "key", text: "text", frameAnchor: "right", dx: marginRight, textAnchor: "end", fill: ink, fontSize: 13,
        fontWeight: 600, className: "tl-plot-value" }),
    ],
  }));
}

export function linePlot(bars: readonly Bar[], width: number, unit: string): SVGElement {
  const points = bars.map((bar, key) => ({ ...bar, key }));
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1e-9);
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 72))));
  return drawn(plot({
    width,
    height: 210,
    marginLeft: 56, marginRight: 24, marginTop: 24, marginBottom: 30,
    style: chartStyle,
    x: { domain: points.map(({ key }) => key), type: "point", padding: 0.4, axis: null },
    y: { domain: [low, high], nice: true, axis: null },
    marks: [
      gridY({ stroke: "var(--tl-line)", strokeOpacity: 1, ticks: 4 }),
      axisY({ label: null, tickFormat: (value: number) => shortFigure(unit, value), tickSize: 0, color: mute, fontSize: 12, ticks: 4 }),
      axisX({ label: null, tickFormat: (key: number) => (key % every === 0 ? points[key].label : ""), tickSize: 0, color: ink, fontSize: 12 }),
      line(points, { x: "key", y: "value", stroke: accent, strokeWidth: 1.5 }),
      dot(points, { x: "key", y: "value", r: 4, fill: accent, stroke: "var(--tl-paper)" }),
      text(points, { x: "key", y: "value", text: (d: { key: number }) => shortFigure(unit, points[d.key].value), dy: -12, fill: ink,
        fontSize: 12, fontWeight: 600, className: "tl-plot-value", stroke: "var(--tl-paper)", strokeWidth: 4,
        fillOpacity: points.length > 9 ? 0 : 1, strokeOpacity: points.length > 9 ? 0 : 1 }),
    ],
  }));
}
