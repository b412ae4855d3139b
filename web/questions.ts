// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Message, Report, ReportColumn } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { columnsOf, questionText, scales, withRole } from "./columns.js";
import { forPage, isProposal } from "./message_text.js";
import { Piece } from "./piece.js";
import { say, sayName } from "./words/words.js";

/** What the core could not settle alone: an unsure role, an ambiguous scale, no score at all. One click
 * answers; the core then computes again. */
@customElement("topline-questions")
export class ToplineQuestions extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};

  override render() {
    const asked = this.report.messages.filter(({ level, code }) => level === "question" && !isProposal(code));
    const none = this.report.messages.find(({ code }) => code === "no_score_column");
    return html`${asked.filter((message) => message !== none).map((message) => this.unsure(message))}
      ${none ? this.noScore(none) : nothing}`;
  }

  private unsure(message: Message) {
    const table = this.tableOf(message);
    const columns = columnsOf(this.report, table);
    const column = columns.find(({ column }) => column === message.where?.column);
    const byScale = message.code === "scale_ambiguous" && column && column.role in scales;
    const choices = !column ? [] : [column.role, column.alternative].filter((role): role is string => !!role);
    return html`<section class="tl-question" data-message=${message.code}>
      <p>${forPage(message)}</p>
      ${column
        ? html`<p class="tl-choices">
            ${byScale
              ? scales[column.role].map((scale) => html`<button @click=${() => this.choose(column, columns, column.role, scale)}>${scale.replace("-", "–")}</button>`)
              : choices.map((role) => html`<button @click=${() => this.choose(column, columns, role)}>${sayName("role", role)}</button>`)}
            <button class="tl-quiet" @click=${(event: Event) => this.openRole(column, table, event)}>…</button>
          </p>`
        : nothing}
    </section>`;
  }

  private noScore(message: Message) {
    const table = this.tableOf(message);
    const columns = columnsOf(this.report, table).filter(({ answered }) => answered > 0);
    return html`<section class="tl-question" data-message=${message.code}>
      <h2>${say("noscore.title")}</h2>
      <p>${forPage(message)}</p>
      <p class="tl-choices">
        ${columns.slice(0, 24).map((column) => html`<button
          @click=${(event: Event) => this.openRole(column, table, event)}>${questionText(column)}</button>`)}
      </p>
    </section>`;
  }

  private tableOf({ where }: Message): string {
    const input = this.report.inputs.find(({ name }) => name === where?.input) ?? this.report.inputs[0];
    return input.table ?? input.name;
  }
  private choose(column: ReportColumn, all: readonly ReportColumn[], role: string, scale = ""): void {
    this.emit("topline-tell", withRole(this.settings, column, all, role, scale));
  }
  private openRole(column: ReportColumn, table: string, event: Event): void {
    const at = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.emit("topline-role", { column, table, at });
  }
}
