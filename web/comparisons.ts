// SPDX-License-Identifier: Apache-2.0
// What the core compared, in the page's words. Selection and wording only: every number and verdict
// is the core's.

import type { Difference, Measure, Report, Trend } from "../wasm/js/report.js";
import { groupName } from "./names.js";
import { exactText, levelText, signedText } from "./numbers.js";
import { say } from "./words/words.js";

type Against = NonNullable<Difference["against"]>;

/** Comparisons by what they are of: a report may have a hundred thousand. */
const known = new WeakMap<Report, Map<string, Difference>>();

function keyOf(table: string, column: number, id: string, option: string, wave: string | null, segment: Record<string, string>, against: string): string {
  return JSON.stringify([table, column, id, option, wave, Object.entries(segment), against]);
}

/** The difference whose side a the measure is. */
export function differenceOf(report: Report, measure: Measure, against: Against): Difference | undefined {
  let all = known.get(report);
  if (!all) {
    all = new Map();
    for (const each of report.comparisons) {
      if (!each.against) continue;
      all.set(keyOf(each.table, each.column ?? 0, each.id, each.option ?? "", each.a.wave, each.a.segment, each.against), each);
    }
    known.set(report, all);
  }
  const { table, column, id, option, wave, segment } = measure;
  return all.get(keyOf(table, column, id, option ?? "", wave, segment, against));
}

export function trendOf(report: Report, { table, column, id, option }: Measure): Trend | undefined {
  return report.trends.find((trend) => trend.table === table && trend.column === column && trend.id === id && trend.option === option);
}

/** ▲ and ▼ where the difference is clear, else nothing. */
export function verdictMark(difference: Difference | undefined): string {
  if (difference?.verdict !== "clear" || difference.difference === undefined) return "";
  return difference.difference > 0 ? "▲" : "▼";
}

/** "+12", "+5 pp" */
export function changeText(unit: string, value: number): string {
  const text = signedText(unit, value);
  return unit === "%" ? say("compare.points", { value: text }) : text;
}

/** The verdict alone, as short as a chart wants it. */
export function verdictWord({ verdict, notes }: Difference): string {
  if (verdict === "no_verdict") return say("compare.noVerdict");
  if (verdict === "clear") return say("compare.clearBare");
  return say(notes.includes("one_of_many") ? "compare.clearAlone" : "compare.notClearBare");
}

/** "clear difference (95% interval +2 to +16)" */
export function verdictText({ verdict, interval, unit, notes }: Difference): string {
  if (verdict === "no_verdict") return say("compare.noVerdict");
  const range = interval
    ? say("range", { low: signedText(unit, interval.low), high: changeText(unit, interval.high) })
    : "";
  const words = !range
    ? say(verdict === "clear" ? "compare.clearBare" : "compare.notClearBare")
    : verdict === "clear"
      ? say("compare.clear", { level: levelText(interval!.level), range })
      : say("compare.notClear", { range });
  return notes.includes("one_of_many") ? say("compare.oneOfMany", { words }) : words;
}

/** "+12, clear difference (…)" */
export function changeWithVerdict(difference: Difference): string {
  const { unit, difference: value } = difference;
  return value === undefined ? verdictText(difference) : say("compare.both", { change: changeText(unit, value), verdict: verdictText(difference) });
}

/** "With these bases a difference under about 9 to 21 would usually be missed." */
export function missedText(differences: readonly Difference[]): string[] {
  const sizes = differences.flatMap(({ parts }) => (parts?.detectable === undefined ? [] : [parts.detectable]));
  if (sizes.length === 0) return [];
  const unit = differences[0].unit;
  const size = (value: number) => (unit === "score" ? exactText(unit, value) : String(Math.ceil(value)));
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)].map(size);
  const text = low === high ? high : say("range", { low, high });
  return [say("compare.missed", { size: unit === "%" ? say("compare.points", { value: text }) : text })];
}

export function notesText(differences: readonly Difference[]): string[] {
  const notes = new Set(differences.flatMap(({ notes }) => notes));
  return (["paired", "unpaired", "rest_with_no_answer"] as const).filter((note) => notes.has(note)).map((note) => say(`compare.${note}`));
}

/** Beneath the groups of a segment: who differs clearly, or that nobody does. */
export function segmentSentences(segment: string, differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  const clear = differences.filter((each) => verdictMark(each) !== "");
  const names = clear.map((each) =>
    say("compare.group", { name: Object.values(each.a.segment).map(groupName).join(" × "), what: changeWithVerdict(each) }));
  return [...(names.length > 0 ? names : [say("compare.none", { segment })]), ...missedText(differences), ...notesText(differences)];
}

/** Beneath the waves: the headline wave against the previous one and the first, mix and rate, limits. */
export function waveSentences(report: Report, headline: Measure): string[] {
  const lines: string[] = [];
  const compared = (["previous", "first"] as const).flatMap((against) => differenceOf(report, headline, against) ?? []);
  for (const each of compared) {
    lines.push(say("compare.wave", { wave: each.a.wave ?? "", before: each.b.wave ?? "", what: changeWithVerdict(each) }));
    for (const { by, mix, rate } of each.mix_and_rate ?? []) {
      lines.push(say("compare.mix", { by, mix: changeText(each.unit, mix), rate: changeText(each.unit, rate) }));
    }
  }
  lines.push(...missedText(compared), ...notesText(compared));
  const trend = trendOf(report, headline);
  if (trend) {
    lines.push(trend.out.length > 0 ? say("compare.out", { waves: trend.out.join(say("compare.comma")) }) : say("compare.within"));
  }
  return lines;
}
