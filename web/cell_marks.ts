// SPDX-License-Identifier: Apache-2.0
// Why a cell does not count as it stands: its mark, its words, and the legend of them all.

import { html } from "lit";
import type { ReportColumn } from "../wasm/js/report.js";
import { CellState, type RowPage } from "../wasm/js/rows.js";
import { say, sayName } from "./words/words.js";

export const marks = ["repaired", "missing", "absent", "invalid", "undecodable", "uncounted"] as const;
/** "uncounted": its row is not counted; the others are of the cell itself. */
export type Mark = (typeof marks)[number];

export interface CellMark {
  state: string;
  /** of a repaired cell */
  readAs: string;
  /** why its row is not counted, in words; empty where it is */
  left: string;
  /** it should be a point on a scale */
  scored: boolean;
}

const questions: ReadonlySet<string> = new Set(["nps", "enps", "csat", "rating", "ces", "choice", "ranking", "option"]);

/** The mark of a page's cell; null for one that counts as it stands. */
export function markOf(page: RowPage, row: number, place: number, column: ReportColumn): CellMark | null {
  const state = page.states[row]?.[place] ?? CellState.plain;
  const why = page.left_out[row] ?? "";
  if (state === CellState.plain && why === "") return null;
  return {
    state,
    readAs: page.read_as[row]?.[place] ?? "",
    left: why && sayName("left", why),
    scored: questions.has(column.role),
  };
}

export function markClasses(mark: CellMark | null): [Mark, boolean][] {
  return marks.map((name) => [name, mark !== null && (name === "uncounted" ? mark.left !== "" : mark.state === CellState[name])]);
}

/** "read as 10"; of a cell in a row that is not counted also why. */
export function wordsOf({ state, readAs, left, scored }: CellMark): string {
  const own =
    state === CellState.repaired ? say("sheet.repaired", { text: readAs })
    : state === CellState.missing ? say("sheet.missing")
    : state === CellState.absent ? say("sheet.absent")
    : state === CellState.undecodable ? say("sheet.undecodable")
    : state === CellState.invalid ? say(scored ? "sheet.invalid" : "sheet.noValue")
    : "";
  return [own, left].filter(Boolean).join("; ");
}

/** Of the marks that were met, in their order. One line, whatever it says: the grid above keeps its height. */
export function legend(met: ReadonlySet<Mark>) {
  if (met.size === 0) return html`<p class="tl-marks" data-role="legend">${say("sheet.unmarked")}</p>`;
  return html`<ul class="tl-marks" aria-label=${say("sheet.legend")} data-role="legend" tabindex="0">
    ${marks.filter((mark) => met.has(mark)).map((mark) => html`<li><i class="tl-${mark}"></i>${say(`legend.${mark}`)}</li>`)}
  </ul>`;
}
