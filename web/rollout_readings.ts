// SPDX-License-Identifier: Apache-2.0
// A report's roll-out measures as a reader takes them: by theme, the figures for all first, then what they
// are broken down by. The same order as the core's text (core/report/rollout_outline.cpp).

import type { Measure, Report } from "../wasm/js/report.js";

export interface Breakdown {
  of: "segments" | "waves" | "options";
  id: string;
  /** segments: the column's name */
  dimension: string;
  rows: Measure[];
}

export interface Theme {
  figures: Measure[];
  breakdowns: Breakdown[];
}

const order = ["response", "adoption", "customers", "service", "sales", "money", "fit", "selection", "data"];

const themeOf = (report: Report, { id }: Measure) => report.catalogue[id]?.theme ?? "";

/** The themes that the report has measures of. */
export function themesOf(report: Report): string[] {
  const found = new Set(report.measures.map((measure) => themeOf(report, measure)));
  return order.filter((theme) => found.has(theme));
}

export function readTheme(report: Report, theme: string): Theme {
  const measures = report.measures.filter((measure) => themeOf(report, measure) === theme);
  const whole = ({ segment, wave, option }: Measure) =>
    Object.keys(segment).length === 0 && wave === null && !option;
  const ids = Object.keys(report.catalogue);
  return {
    figures: measures.filter(whole).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    breakdowns: breakdownsOf(measures.filter((measure) => !whole(measure) && measure.value !== undefined)),
  };
}

function breakdownsOf(measures: readonly Measure[]): Breakdown[] {
  const found = new Map<string, Breakdown>();
  for (const measure of measures) {
    const dimension = Object.keys(measure.segment).join(" × ");
    const of = dimension ? "segments" : measure.wave !== null ? "waves" : "options";
    // Years, quarters and months ("0000", "0000-Q0", "0000-00") are not mixed.
    const form = (measure.wave ?? "").replace(/\d/g, "0");
    const key = [measure.id, measure.table, of, dimension, form].join("\n");
    const known = found.get(key);
    if (known) known.rows.push(measure);
    else found.set(key, { of, id: measure.id, dimension, rows: [measure] });
  }
  const breakdowns = [...found.values()];
  for (const { of, dimension, rows } of breakdowns) {
    rows.sort((a, b) =>
      of === "waves" ? (a.wave ?? "").localeCompare(b.wave ?? "")
      : dimension === "cohort" ? a.segment.cohort.localeCompare(b.segment.cohort)
      : (b.value ?? 0) - (a.value ?? 0));
  }
  return breakdowns;
}

/** What a row of a breakdown is called. */
export function rowName(report: Report, { of }: Breakdown, measure: Measure): string {
  const option = measure.option ? (report.words[`option_${measure.option}`] ?? measure.option) : "";
  const name = of === "segments" ? Object.values(measure.segment).join(" × ") : of === "waves" ? (measure.wave ?? "") : "";
  return [name, option].filter(Boolean).join(" · ");
}
