// SPDX-License-Identifier: Apache-2.0
// Which comparisons stand in one picture: the groups of one segment against the rest, or the waves against
// those before. Selection and names only: every number and verdict is the core's.

import type { Difference, Report } from "../wasm/js/report.js";
import { columnsOf, questionText } from "./columns.js";
import { groupName } from "./names.js";
import { say, sayName } from "./words/words.js";

export interface DifferenceGroup {
  /** of the first of them; all are of the same figure */
  heading: string;
  asked: string;
  /** the wave whose groups are compared; null in reports without waves, and where waves are compared */
  wave: string | null;
  rows: { label: string; difference: Difference }[];
}

export type ComparedWith = "rest" | "before";

const isWith = (against: Difference["against"], compared: ComparedWith) =>
  compared === "rest" ? against === "rest" : against === "previous" || against === "first";

export function hasDifferences(report: Report, compared: ComparedWith): boolean {
  return report.comparisons.some(({ against }) => isWith(against, compared));
}

/** In the order of the report. */
export function differenceGroups(report: Report, compared: ComparedWith): DifferenceGroup[] {
  const found = new Map<string, Difference[]>();
  for (const each of report.comparisons) {
    if (!isWith(each.against, compared)) continue;
    const cell = compared === "rest" ? [Object.keys(each.a.segment), each.a.wave] : Object.entries(each.a.segment);
    const key = JSON.stringify([each.table, each.column, each.id, each.option, cell]);
    const known = found.get(key);
    if (known) known.push(each);
    else found.set(key, [each]);
  }
  return [...found.values()].map((differences) => ({
    heading: headingOf(report, differences[0], compared),
    asked: questionOf(report, differences[0]),
    wave: compared === "rest" ? differences[0].a.wave : null,
    rows: sorted(differences, compared).map((difference) => ({ label: labelOf(difference, compared), difference })),
  }));
}

function sorted(differences: readonly Difference[], compared: ComparedWith): Difference[] {
  if (compared === "rest") return [...differences].sort((a, b) => (b.difference ?? -Infinity) - (a.difference ?? -Infinity));
  // The comparison with the first wave stands below those from wave to wave.
  return [...differences].sort((a, b) => Number(a.against === "first") - Number(b.against === "first"));
}

function labelOf({ a, b }: Difference, compared: ComparedWith): string {
  if (compared === "before") return say("difference.waves", { wave: a.wave ?? "", before: b.wave ?? "" });
  return Object.values(a.segment).map(groupName).join(" × ");
}

function headingOf(report: Report, difference: Difference, compared: ComparedWith): string {
  const { id, option } = difference;
  const figure = id === "rating_mean" || id === "share" ? questionOf(report, difference) : sayName("measure", id);
  const measure = figure === id ? (report.catalogue[id]?.name ?? id) : figure;
  const name = option === undefined ? measure : `${measure}: ${groupName(option)}`;
  const segment = Object.entries(difference.a.segment);
  if (compared === "rest") {
    const by = say("difference.rest", { measure: name, segment: segment.map(([column]) => column).join(" × ") });
    return difference.a.wave === null ? by : `${by} · ${difference.a.wave}`;
  }
  const cell = segment.map(([column, value]) => `${column} ${groupName(value)}`).join(" × ");
  return cell ? `${say("difference.before", { measure: name })} · ${cell}` : say("difference.before", { measure: name });
}

function questionOf(report: Report, { table, column, question }: Difference): string {
  const found = columnsOf(report, table).find((each) => each.column === column);
  return found ? questionText(found) : (question ?? "");
}
