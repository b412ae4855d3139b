// SPDX-License-Identifier: Apache-2.0
// A generated survey of the same people in several waves, with items and comments, and the figures that
// are computed here a second time, independently of the core.

export const panelItems = ["The CRM is easy to use", "The CRM meets my requirements", "Reports are helpful", "Search finds what I need"];
export const panelNps = "How likely are you to recommend the CRM to a colleague?";

const remarks = {
  promoters: ["Search is fast", "Fast and friendly, great reports", "Great reports every morning"],
  detractors: ["Search is slow", "Slow again, login crashes", "Login crashes, write to anna@example.com"],
};

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Rows as cells; the first is the header. Person `at` answers once in each wave. */
export function panelRows({ people = 80, waves = 2, seed = 3 } = {}) {
  const next = random(seed);
  const rows = [["Employee ID", "Department", "Wave", panelNps, ...panelItems, "Comment"]];
  for (let wave = 1; wave <= waves; ++wave) {
    for (let at = 0; at < people; ++at) {
      const mood = next();
      const item = () => String(Math.max(1, Math.min(5, Math.round(1 + 4 * (mood * 0.7 + next() * 0.3)))));
      const score = Math.max(0, Math.min(10, Math.round(11 * (mood * 0.8 + next() * 0.25))));
      const said = score >= 9 ? remarks.promoters : remarks.detractors;
      rows.push([
        `E${100 + at}`, ["Sales", "Support", "Finance"][at % 3], `2026-Q${wave}`, String(score),
        ...panelItems.map(item),
        score === 7 || score === 8 ? "" : `${said[Math.floor(next() * 3)]} (${wave}.${at})`,
      ]);
    }
  }
  return rows;
}

export const scoresOf = (rows, wave) => rows.slice(1).filter((row) => row[2] === wave).map((row) => Number(row[3]));

export function netOf(scores, missing = 0, as = 0) {
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return (100 * (promoters - detractors + as * missing)) / (scores.length + missing);
}

function variance(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Cronbach: k/(k−1) · (1 − Σ variances ÷ variance of the sum) */
export function alphaOf(rows, columns) {
  const answers = rows.slice(1).map((row) => columns.map((column) => Number(row[column])));
  const k = columns.length;
  const parts = columns.reduce((sum, _, at) => sum + variance(answers.map((row) => row[at])), 0);
  return (k / (k - 1)) * (1 - parts / variance(answers.map((row) => row.reduce((a, b) => a + b, 0))));
}
