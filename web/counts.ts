// SPDX-License-Identifier: Apache-2.0

import { html } from "lit";
import type { Report, ReportInput } from "../wasm/js/report.js";
import { countText } from "./numbers.js";
import { noteList } from "./notes.js";
import { say } from "./words/words.js";

const kinds = ["used", "duplicate", "incomplete", "excluded", "filtered", "blank", "rejected"] as const;

/** Nothing is lost in silence: the sum of the rows, and the messages that say which they were. */
export function countsView(report: Report, input: ReportInput) {
  const messages = report.messages.filter(({ where }) => !where?.input || where.input === input.name);
  return html`
    <p>${say("counts.lead")}</p>
    <table class="tl-table">
      <tbody>
        ${kinds.map((kind) => html`<tr><th scope="row">${say(`counts.${kind}`)}</th><td>${countText(input.rows[kind])}</td></tr>`)}
      </tbody>
      <tfoot><tr><th scope="row">${say("counts.read")}</th><td>${countText(input.rows.read)}</td></tr></tfoot>
    </table>
    ${noteList(messages)}`;
}
