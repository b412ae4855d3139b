// SPDX-License-Identifier: Apache-2.0
// Generated survey tables, and their scores computed here a second time, independently of the core.

export const npsQuestion = "How likely are you to recommend the CRM to a colleague?";
export const csatQuestion = "Overall, how satisfied are you with the CRM?";

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const departments = ["Sales", "Support", "Finance", "IT", "Operations"];

/** Rows as cells; the first is the header. */
export function surveyRows(count, { seed = 1, quarter = 1 } = {}) {
  const next = random(seed);
  const rows = [["Response ID", "Department", "Submitted", npsQuestion, csatQuestion, "Comment"]];
  for (let at = 0; at < count; ++at) {
    const month = quarter * 3 - 2 + Math.floor(next() * 3);
    rows.push([
      `R${seed * 1_000_000 + at}`,
      departments[Math.floor(next() * departments.length)],
      `2026-${String(month).padStart(2, "0")}-${String(1 + Math.floor(next() * 28)).padStart(2, "0")}`,
      next() < 0.03 ? "" : String(Math.min(10, Math.floor(next() * 8) + 3)),
      String(1 + Math.floor(next() ** 0.6 * 5)),
      next() < 0.2 ? "Search is slow, please mend it" : "",
    ]);
  }
  return rows;
}

export const asTsv = (rows) => rows.map((row) => row.join("\t")).join("\n");
export const asCsv = (rows, delimiter = ",") =>
  rows.map((row) => row.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(delimiter)).join("\r\n") + "\r\n";

/** 100 × (promoters − detractors) ÷ answered */
export function npsOf(rows, keep = () => true) {
  const answers = rows.slice(1).filter(keep).map((row) => row[3]).filter((cell) => cell !== "").map(Number);
  const promoters = answers.filter((answer) => answer >= 9).length;
  const detractors = answers.filter((answer) => answer <= 6).length;
  return (100 * (promoters - detractors)) / answers.length;
}
