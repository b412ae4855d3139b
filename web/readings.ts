// SPDX-License-Identifier: Apache-2.0
// Which of the report's measures go where on the page. Selection only: every number is the core's.

import type { Measure, Report } from "../wasm/js/report.js";

export interface Question {
  table: string;
  column: number;
  question: string;
  /** what a card shows: the headline, or everyone in all waves */
  headline: Measure;
  /** all measures of the question */
  all: Measure[];
}

const main = new Set(["nps", "enps", "csat", "ces", "rating_mean"]);

const isEveryone = (measure: Measure) => Object.keys(measure.segment).length === 0;

/** Questions with one score each, in the order of their columns. */
export function scoredQuestions(report: Report): Question[] {
  return questions(report, (measure) => main.has(measure.id));
}

/** Choice questions: many shares each. */
export function choiceQuestions(report: Report): Question[] {
  return questions(report, (measure) => measure.id === "share");
}

function questions(report: Report, wanted: (measure: Measure) => boolean): Question[] {
  const found = new Map<string, Question>();
  for (const measure of report.measures) {
    const key = `${measure.table}\n${measure.column}`;
    const known = found.get(key);
    if (known) known.all.push(measure);
    else if (wanted(measure)) {
      const { table, column, question } = measure;
      found.set(key, { table, column, question, headline: measure, all: [measure] });
    }
  }
  const list = [...found.values()];
  for (const question of list) {
    const everyone = question.all.filter((measure) => wanted(measure) && isEveryone(measure));
    question.headline =
      everyone.find((measure) => measure.headline) ??
      everyone.find((measure) => measure.wave === null) ??
      everyone[0] ?? question.headline;
  }
  return list.sort((a, b) => a.table.localeCompare(b.table) || a.column - b.column);
}

/** The measure beside another: same people, same question, another id. */
export function sibling(question: Question, id: string): Measure | undefined {
  const { headline } = question;
  return question.all.find(
    (measure) =>
      measure.id === id && measure.wave === headline.wave && isEveryone(measure) && isEveryone(headline),
  );
}

/** Groups of one segment column (or of several crossed), in the wave of the headline. */
export function segmentsOf(question: Question): Map<string, Measure[]> {
  const { id, wave } = question.headline;
  const found = new Map<string, Measure[]>();
  for (const measure of question.all) {
    if (measure.id !== id || measure.wave !== wave || isEveryone(measure)) continue;
    const names = Object.keys(measure.segment).join(" × ");
    found.set(names, [...(found.get(names) ?? []), measure]);
  }
  return found;
}

/** Everyone, wave by wave, in the order of time that the table gives. */
export function wavesOf(report: Report, question: Question): Measure[] {
  const order = report.tables.find(({ name }) => name === question.table)?.waves ?? [];
  return question.all
    .filter((measure) => measure.id === question.headline.id && measure.wave !== null && isEveryone(measure))
    .sort((a, b) => order.indexOf(a.wave!) - order.indexOf(b.wave!));
}

export function optionsOf(question: Question): Measure[] {
  const { wave } = question.headline;
  return question.all.filter((measure) => measure.id === "share" && measure.wave === wave && isEveryone(measure));
}
