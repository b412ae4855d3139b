// SPDX-License-Identifier: Apache-2.0
// Dot and whisker: the score, its interval and its base on a labelled axis. Never a bar: a bar hides
// the interval and speaks of zero.

import { axisX, axisY, dot, gridX, gridY, line, link, plot, ruleX, ruleY, text } from "@observablehq/plot";
import type { Difference, Measure, Trend } from "../wasm/js/report.js";
import { verdictMark } from "./comparisons.js";
import { countText, scoreText } from "./numbers.js";
import { chartStyle, drawn, labelWidth, textWidth } from "./plot_frame.js";
import { say } from "./words/words.js";

export interface IntervalRow {
  label: string;
  measure: Measure;
  /** from the rest, or from the wave before */
  difference?: Difference;
  /** control limits */
  limits?: Trend["points"][number];
  /** how far those who did not answer could move it */
  reach?: { low: number; high: number };
}

interface Point {
  key: number;
  label: string;
  n: string;
  value: number;
  low: number;
  high: number;
  text: string;
  /** ▲ or ▼ where it differs clearly */
  verdict: string;
  limits?: { low: number; high: number; out: boolean };
  reach?: { low: number; high: number };
}

export interface PlotOptions {
  width: number;
  unit: string;
  /** the line of everyone */
  everyone?: number;
  /** the middle of the control limits */
  centre?: number;
}

const accent = "var(--tl-accent)";
const mute = "var(--tl-mute)";
const ink = "var(--tl-ink)";
const grid = { stroke: "var(--tl-line)", strokeOpacity: 1 };

/** Groups: one below the other, in the order given. */
export function groupPlot(rows: readonly IntervalRow[], { width, unit, everyone }: PlotOptions): SVGElement {
  const points = pointsOf(rows, unit);
  // Labels too long to stand beside the whiskers stand above them, rather than be cut to a word.
  const labels = points.map(({ label }) => label);
  const above = textWidth(labels) + baseWidth > Math.min(220 + baseWidth, width * 0.52);
  const marginLeft = above ? baseWidth : labelWidth(labels) + baseWidth;
  const rowHeight = above ? 46 : 30;
  const dy = above ? 9 : 0;
  const marginRight = rows.some(({ difference }) => difference) ? 62 : 46;
  const ticks = Math.max(3, Math.floor((width - marginLeft - marginRight) / 64));
  const top = everyone === undefined ? 8 : 24;
  return drawn(
    plot({
      width,
      height: points.length * rowHeight + top + 30,
      marginLeft, marginRight, marginTop: top, marginBottom: 30,
      style: chartStyle,
      x: { domain: domainOf(points, unit, everyone), axis: null },
      y: { domain: points.map(({ key }) => key), type: "band", padding: 0, axis: null },
      marks: [
        gridX({ ...grid, ticks }),
        axisX({ label: null, tickFormat: (value: number) => scoreText(unit, value), tickSize: 0, color: mute, fontSize: 12, ticks }),
        ...(everyone === undefined ? [] : [
          ruleX([everyone], { stroke: mute, strokeDasharray: "3,3" }),
          text([everyone], { x: (d: number) => d, frameAnchor: "top", dy: -12, fill: mute, fontSize: 12,
            text: () => say("chart.everyone", { value: scoreText(unit, everyone) }) }),
        ]),
        link(points.filter(({ reach }) => reach), { x1: (point: Point) => point.reach!.low, x2: (point: Point) => point.reach!.high, y1: "key", y2: "key",
          stroke: "var(--tl-bar)", strokeWidth: 8, dy, className: "tl-plot-reach" }),
        link(points, { x1: "low", x2: "high", y1: "key", y2: "key", stroke: accent, strokeWidth: 2, dy }),
        dot(points, { x: "value", y: "key", r: 5, fill: accent, stroke: "var(--tl-paper)", dy }),
        text(points, { y: "key", text: "label", frameAnchor: "left", dx: -marginLeft, dy: -dy, textAnchor: "start", fill: ink, fontSize: 13,
          lineWidth: (above ? width : marginLeft - baseWidth) / 13, textOverflow: "ellipsis",
          ...(above ? { stroke: "var(--tl-paper)", strokeWidth: 4 } : {}) }),
        text(points, { y: "key", text: "n", frameAnchor: "left", dx: above ? -marginLeft : -12, dy, textAnchor: above ? "start" : "end", fill: mute, fontSize: 12 }),
        text(points, { y: "key", text: "text", frameAnchor: "right", dx: 46, dy, textAnchor: "end", fill: ink, fontSize: 13,
          fontWeight: 600, className: "tl-plot-value" }),
        text(points, { y: "key", text: "verdict", frameAnchor: "right", dx: marginRight, dy, textAnchor: "end", fill: ink, fontSize: 12,
          className: "tl-plot-verdict" }),
      ],
    }),
  );
}

/** Waves: from left to right, joined by a line. */
export function timePlot(rows: readonly IntervalRow[], { width, unit, centre }: PlotOptions): SVGElement {
  const points = pointsOf(rows, unit);
  const limited = points.filter(({ limits }) => limits);
  const room = (width - 64) / Math.max(1, points.length);
  const baseOf = (point: Point) => say("card.answers", { n: rows[point.key].measure.n ?? 0 });
  const named = spread(points, room, labelWidth(points.flatMap((point) => [point.label, baseOf(point)])));
  const told = new Set(spread(points, room, valueWidth));
  // All are drawn, as scripts find each score by its mark; those without room are not seen.
  const seen = (point: Point) => (told.has(point) ? 1 : 0);
  return drawn(
    plot({
      width,
      height: 232,
      marginLeft: 44, marginRight: 20, marginTop: 24, marginBottom: 44,
      style: chartStyle,
      x: { domain: points.map(({ key }) => key), type: "point", padding: 0.4, axis: null },
      y: { domain: domainOf(points, unit), axis: null },
      marks: [
        gridY({ ...grid, ticks: 5 }),
        axisY({ label: null, tickFormat: (value: number) => scoreText(unit, value), tickSize: 0, color: mute, fontSize: 12, ticks: 5 }),
        axisX(named.map(({ key }) => key), { label: null, tickFormat: (key: number) => points[key].label, tickSize: 0, color: ink, fontSize: 12 }),
        text(named, { x: "key", text: baseOf, frameAnchor: "bottom", dy: 34, fill: mute, fontSize: 12 }),
        ...(limited.length === 0 || centre === undefined ? [] : [
          ruleY([centre], { stroke: mute, strokeWidth: 1 }),
          ...(["low", "high"] as const).map((end) => line(limited, { x: "key", y: (point: Point) => point.limits![end], stroke: mute,
            strokeDasharray: "4,3", curve: "step", className: "tl-plot-limit" })),
          dot(limited.filter(({ limits }) => limits!.out), { x: "key", y: "value", r: 9, stroke: "var(--tl-amber-ink)", strokeWidth: 2,
            className: "tl-plot-out" }),
        ]),
        line(points, { x: "key", y: "value", stroke: accent, strokeOpacity: 0.45, strokeWidth: 1.5 }),
        link(points, { x1: "key", x2: "key", y1: "low", y2: "high", stroke: accent, strokeWidth: 2 }),
        dot(points, { x: "key", y: "value", r: 5, fill: accent, stroke: "var(--tl-paper)" }),
        // Over its whisker: beside it the next wave's stands.
        text(points, { x: "key", y: "high", text: "text", fillOpacity: seen, strokeOpacity: seen, dy: -10, fill: ink, fontSize: 13,
          fontWeight: 600, className: "tl-plot-value", stroke: "var(--tl-paper)", strokeWidth: 4 }),
        text(points, { x: "key", y: "value", text: "verdict", dx: 9, textAnchor: "start", dy: 7, fill: ink, fontSize: 11,
          className: "tl-plot-verdict", stroke: "var(--tl-paper)", strokeWidth: 4 }),
      ],
    }),
  );
}

const valueWidth = 40;

/** As many of the waves as there is room to name, the latest among them. */
function spread(points: readonly Point[], room: number, wide: number): Point[] {
  const step = Math.max(1, Math.ceil(wide / room));
  return points.filter(({ key }) => (points.length - 1 - key) % step === 0);
}

/** Room for the base, between label and axis. */
const baseWidth = 48;

function pointsOf(rows: readonly IntervalRow[], unit: string): Point[] {
  return rows.map(({ label, measure, difference, limits, reach }, key) => {
    const value = measure.value!;
    return {
      key, label, value, reach,
      n: countText(measure.n ?? 0),
      low: measure.interval?.low ?? value,
      high: measure.interval?.high ?? value,
      text: scoreText(unit, value),
      verdict: verdictMark(difference),
      limits: limits?.low === undefined || limits.high === undefined ? undefined : { low: limits.low, high: limits.high, out: limits.out === true },
    };
  });
}

/** By unit: the least air, and the ends of what is possible. */
const ranges: Record<string, [air: number, low: number, high: number]> = {
  points: [2, -100, 100],
  "%": [2, 0, 100],
  "R²": [0.02, 0, 1],
  coefficient: [0.02, -Infinity, 1],
};

/** All intervals, a little air, never beyond what the unit allows. */
function domainOf(points: readonly Point[], unit: string, everyone?: number): [number, number] {
  const ends = points.flatMap(({ low, high, limits, reach }) =>
    [low, high, limits?.low ?? low, limits?.high ?? high, reach?.low ?? low, reach?.high ?? high]).concat(everyone ?? []);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const [least, ...limits] = ranges[unit] ?? [0.1, -Infinity, Infinity];
  const air = Math.max((high - low) * 0.08, least);
  return [Math.max(low - air, limits[0]), Math.min(high + air, limits[1])];
}
