// SPDX-License-Identifier: Apache-2.0

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Message, Report, ReportColumn } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { columnsOf, questionText, scales, withRole } from "./columns.js";
import { forPage, isProposal } from "./message_text.js";
import { Piece } from "./piece.js";
import { say, sayName } from "./words/words.js";

const shownAtFirst = 4;
/** Columns that nobody would take for a score. */
const neverScores = new Set(["response_id", "respondent_id", "date", "serial", "text", "personal", "wave", "weight"]);

/** What the core could not settle alone: an unsure role, an ambiguous scale, no score at all. One click
 * answers; the core then computes again. */
@customElement("topline-questions")
export class ToplineQuestions extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  @state() private all = false;

  override render() {
    const rows = this.report.tables.flatMap(({ name }) => this.rowsOf(name));
    const none = this.report.messages.find(({ code }) => code === "no_score_column");
    if (rows.length === 0) return none ? this.noScore(none) : nothing;
    const shown = this.all ? rows : rows.slice(0, shownAtFirst);
    return html`<section class="tl-question" aria-label=${say("message.question")} data-message=${none ? none.code : nothing}>
      ${shown}
      ${shown.length < rows.length
        ? html`<button class="tl-link" @click=${() => (this.all = true)}>${say("messages.more", { n: rows.length })}</button>`
        : nothing}
    </section>`;
  }

  /** One row a column that waits: first those whose role is unsure (a possible NPS before all), then
   * what else is asked. */
  private rowsOf(table: string): TemplateResult[] {
    const columns = columnsOf(this.report, table);
    const weight = ({ role, alternative }: ReportColumn) => Number([role, alternative].some((one) => one === "nps" || one === "enps"));
    const unsure = columns.filter(({ alternative }) => alternative).sort((a, b) => weight(b) - weight(a));
    const asked = this.report.messages.filter(
      (message) => message.level === "question" && message.code !== "no_score_column" && !isProposal(message.code) &&
        this.tableOf(message) === table && message.code !== "unsure_role" &&
        !unsure.some(({ column }) => column === message.where?.column),
    );
    return [
      ...unsure.map((column) => this.row("unsure_role", say("question.unsure", {
        name: questionText(column), role: sayName("role", column.role), other: sayName("role", column.alternative!),
      }), table, column, columns)),
      ...asked.map((message) => this.row(message.code, forPage(message), table,
        columns.find(({ column }) => column === message.where?.column), columns)),
    ];
  }

  private row(code: string, text: string, table: string, column: ReportColumn | undefined, columns: readonly ReportColumn[]) {
    return html`<div class="tl-ask" data-message=${code}>
      <p>${text}</p>
      ${column
        ? html`<p class="tl-choices">
            ${this.answers(code, column, columns)}
            <button class="tl-quiet" aria-label=${say("role.title")} @click=${(event: Event) => this.openRole(column, table, event)}>…</button>
          </p>`
        : nothing}
    </div>`;
  }

  private answers(code: string, column: ReportColumn, columns: readonly ReportColumn[]) {
    const tell = (role: string, scale = "") => this.emit("topline-tell", withRole(this.settings, column, columns, role, scale));
    if (code === "scale_ambiguous" && column.role in scales) {
      return scales[column.role].map((scale) => html`<button @click=${() => tell(column.role, scale)}>${scale.replace("-", "–")}</button>`);
    }
    return [column.role, column.alternative].filter((role): role is string => !!role)
      .map((role) => html`<button @click=${() => tell(role)}>${sayName("role", role)}</button>`);
  }

  private noScore(message: Message) {
    const table = this.tableOf(message);
    const answered = columnsOf(this.report, table).filter((column) => column.answered > 0);
    const likely = answered.filter(({ role }) => !neverScores.has(role));
    return html`<section class="tl-question" data-message=${message.code}>
      <h2>${say("noscore.title")}</h2>
      <p>${forPage(message)}</p>
      <p class="tl-choices">
        ${(likely.length > 0 ? likely : answered).slice(0, 24).map((column) => html`<button
          @click=${(event: Event) => this.openRole(column, table, event)}>${questionText(column)}</button>`)}
      </p>
    </section>`;
  }

  private tableOf({ where }: Message): string {
    const input = this.report.inputs.find(({ name }) => name === where?.input) ?? this.report.inputs[0];
    return input.table ?? input.name;
  }
  private openRole(column: ReportColumn, table: string, event: Event): void {
    const at = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.emit("topline-role", { column, table, at });
  }
}
