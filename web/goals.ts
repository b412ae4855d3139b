// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import type { Goal, Report } from "../wasm/js/report.js";
import { figureText } from "./numbers.js";
import { say, sayName } from "./words/words.js";

/** Goals: how far each has come, what a month must bring, and what its wording lacks. */
export function goalsView(report: Report) {
  if (report.goals.length === 0) return nothing;
  return html`<section class="tl-card tl-goals" aria-labelledby="tl-goals">
    <h2 id="tl-goals">${say("goals.title")}</h2>
    <ul>${report.goals.map((goal) => goalItem(report, goal))}</ul>
  </section>`;
}

function goalItem(report: Report, goal: Goal) {
  const unit = goal.unit ?? "";
  const name = report.catalogue[goal.kpi]?.name ?? goal.kpi;
  const facts = [
    goal.value !== undefined && goal.target !== undefined
      ? say("goals.ofTarget", { value: figureText(unit, goal.value), target: figureText(unit, goal.target) }) : "",
    goal.due ? say("goals.due", { date: goal.due }) : "",
    goal.owner ?? "",
    goal.run_rate === undefined ? "" : say("goals.needed", { rate: figureText(unit, goal.run_rate) }),
    goal.projected === undefined ? "" : say("goals.projected", { value: figureText(unit, goal.projected) }),
    ...goal.missing.map((lacking) => sayName("goals.lacks", lacking)),
  ].filter(Boolean);
  const share = Math.max(0, Math.min(100, goal.progress ?? 0));
  return html`<li>
    <p><b>${name}</b> <span class="tl-verdict tl-goal-${goal.status}">${sayName("goals.status", goal.status)}</span></p>
    ${goal.progress === undefined ? nothing : html`<p class="tl-progress" role="img" aria-label=${figureText("%", goal.progress)}>
      <i style="width:${share}%"></i><span>${figureText("%", goal.progress)}</span></p>`}
    <p class="tl-note">${facts.join(" · ")}</p>
    ${goal.milestones.length === 0 ? nothing : html`<ol class="tl-milestones">${goal.milestones.map((milestone) => html`<li>
      ${milestone.name} <span class="tl-note">${[milestone.due, sayName("goals.milestone", milestone.status)].filter(Boolean).join(" · ")}</span></li>`)}</ol>`}
  </li>`;
}
