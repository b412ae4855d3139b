// SPDX-License-Identifier: Apache-2.0

import type { Measure } from "../wasm/js/report.js";
import { say, sayName } from "./words/words.js";

/** What a score is called on the page; its full name is in the core's catalogue. A rating is called by
 * its question: there are many. */
export function nameOf(measure: Measure): string {
  if (measure.id === "rating_mean") return measure.question;
  const name = sayName("measure", measure.id);
  return (measure.id === "csat" || measure.id === "ces") && measure.box ? `${name} (${boxText(measure.box)})` : name;
}

/** "4-5 of 5" as the core writes it: the answers that count, with a dash for a range, which no line is broken after. */
export function boxText(box: string): string {
  return box.replace(/\s.*$/, "").replace("-", "–\u2060");
}

export function groupName(text: string): string {
  return text === "" ? say("group.noAnswer") : text;
}

/** A cell of people: its groups, in the order of the segment's columns. */
export function segmentName(measure: Measure): string {
  return Object.values(measure.segment).map(groupName).join(" × ");
}
