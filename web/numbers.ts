// SPDX-License-Identifier: Apache-2.0
// Numbers as people read them. On the screen a true minus; the clipboard gets the core's own text.

import type { Interval, Measure } from "../wasm/js/report.js";
import { language, say } from "./words/words.js";

function written(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(language(), options).format(value).replace("-", "−");
}

/** A score without decimals; means keep one. NPS always shows its sign. */
export function scoreText(unit: string, value: number): string {
  if (unit === "points") return written(value, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
  if (unit === "%") return written(value / 100, { style: "percent", maximumFractionDigits: 0 });
  const decimals = unit === "R²" || unit === "coefficient" ? 2 : 1;
  return written(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** What is said in place of a value that nearly everybody in the group shares. */
export function alikeText({ bound, unit }: Measure): string {
  if (!bound || (bound.low === undefined && bound.high === undefined)) return say("card.alikeUnsaid");
  const { low, high } = bound;
  const text = low !== undefined && high !== undefined
    ? `${scoreText(unit, low)} … ${scoreText(unit, high)}`
    : low !== undefined ? `≥ ${scoreText(unit, low)}` : `≤ ${scoreText(unit, high as number)}`;
  return say("card.alike", { bound: text });
}

/** The same, as finely as a tooltip or a table wants it. */
export function exactText(unit: string, value: number): string {
  if (unit === "points") return written(value, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  if (unit === "%") return written(value / 100, { style: "percent", maximumFractionDigits: 1 });
  return written(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A difference, always with its sign; of percentages in points, without a unit. */
export function signedText(unit: string, value: number): string {
  const digits = unit === "points" || unit === "%" ? 0 : 2;
  return written(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "exceptZero" });
}

const minute = 60, hour = 3600, day = 86400;

/** A figure of a roll-out in its unit: money by its currency, durations in the unit that reads best. */
export function figureText(unit: string, value: number): string {
  if (unit === "points") return scoreText(unit, value);
  if (unit === "%") return written(value / 100, { style: "percent", maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0 });
  if (unit === "seconds") return durationText(value);
  if (/^[A-Z]{3}$/.test(unit)) {
    return written(value, { style: "currency", currency: unit, maximumFractionDigits: Math.abs(value) >= 1000 ? 0 : 2 });
  }
  if (unit === "months" || unit === "quarters" || unit === "years") {
    return say(`figure.${unit}`, { n: written(value, { maximumFractionDigits: 2 }) });
  }
  return written(value, { maximumFractionDigits: Math.abs(value) >= 1000 ? 0 : 2 });
}

function durationText(seconds: number): string {
  const size = Math.abs(seconds);
  const [id, unit] = size < 2 * minute ? (["figure.seconds", 1] as const)
    : size < 2 * hour ? (["figure.minutes", minute] as const)
    : size < 2 * day ? (["figure.hours", hour] as const) : (["figure.days", day] as const);
  return say(id, { n: written(seconds / unit, { maximumFractionDigits: 1 }) });
}

/** The same for an axis: "1.2M", "40%", "3 d". */
export function shortFigure(unit: string, value: number): string {
  if (unit === "%" || unit === "points" || unit === "seconds") return figureText(unit, value);
  return written(value, { notation: "compact", maximumFractionDigits: 1 });
}

/** A p-value: what is smaller than a thousandth is said to be so. */
export function pText(p: number): string {
  return p < 0.001 ? `< ${written(0.001, { maximumFractionDigits: 3 })}` : written(p, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}

/** All digits that the report has. */
export function fullText(value: number): string {
  return written(value, { maximumSignificantDigits: 12 });
}

export function countText(value: number): string {
  return written(value, {});
}

export function shareText(part: number, whole: number): string {
  return written(whole > 0 ? part / whole : 0, { style: "percent", maximumFractionDigits: 0 });
}

export function levelText(level: number): string {
  return written(level, { style: "percent", maximumFractionDigits: 1 });
}

export function rangeText(unit: string, { low, high }: Interval, text = scoreText): string {
  return say("range", { low: text(unit, low), high: text(unit, high) });
}

export function sizeText(bytes: number): string {
  const steps = [["size.gb", 1e9], ["size.mb", 1e6], ["size.kb", 1e3]] as const;
  for (const [id, unit] of steps) {
    if (bytes >= unit) return say(id, { n: written(bytes / unit, { maximumSignificantDigits: 3 }) });
  }
  return say("size.bytes", { n: bytes });
}
