// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ReportColumn } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { plainRoles, questionText, roles, scales, withRole } from "./columns.js";
import { fieldsOf } from "./kinds.js";
import { countText, levelText } from "./numbers.js";
import { Piece } from "./piece.js";
import { say, sayName } from "./words/words.js";

/** What a column was taken for, why, and the other roles. One click settles it. */
@customElement("topline-role-menu")
export class ToplineRoleMenu extends Piece {
  @property({ attribute: false }) column!: ReportColumn;
  @property({ attribute: false }) columns: readonly ReportColumn[] = [];
  @property({ attribute: false }) settings: Settings = {};
  @property() kind = "survey";
  @property() table = "";
  @state() private scale = "";

  override render() {
    const { column } = this;
    return html`
      <p class="tl-role-question">${questionText(column)}</p>
      <p class="tl-note">
        ${column.told ? say("role.told") : html`${say("role.why", { reason: column.reason })} · ${say("role.sure", { p: levelText(column.confidence) })}`}
      </p>
      <p class="tl-note">${say("role.answered", {
        answered: column.answered, missing: column.missing, invalid: column.invalid })}</p>
      ${this.frequent()}
      ${column.alternative ? this.ask(column.role, column.alternative) : nothing}
      <div class="tl-roles" role="group" aria-label=${say("role.title")} @keydown=${this.move}>
        ${fieldsOf(this.kind).map(({ field, label, must }) => html`<button data-value=${field} aria-pressed=${field === column.role}
          @click=${() => this.choose(field)}><b>${label}</b> <span>${must ? say("role.must") : nothing}</span></button>`)}
        ${(this.kind === "survey" ? roles : plainRoles).map((role) => html`<button data-value=${role} aria-pressed=${role === column.role && !column.alternative}
          @click=${() => this.choose(role)}>
          <b>${sayName("role", role)}</b> <span>${sayName("rolehelp", role)}</span>
        </button>`)}
      </div>
      ${column.role in scales ? this.scaleChoice(scales[column.role]) : nothing}`;
  }

  private frequent() {
    const top = (this.column.top ?? []).slice(0, 8);
    if (top.length === 0) return nothing;
    return html`<p class="tl-frequent">${top.map(
      ([text, count]) => html`<span title=${text}>${text === "" ? say("group.noAnswer") : text} ${count === null ? nothing : html`<i>${countText(count)}</i>`}</span>`)}</p>`;
  }

  private ask(role: string, other: string) {
    return html`<div class="tl-question">
      <p>${say("role.ask", { role: sayName("role", role), other: sayName("role", other) })}</p>
      <p class="tl-choices">${[role, other].map((each) => html`<button @click=${() => this.choose(each)}>${sayName("role", each)}</button>`)}</p>
    </div>`;
  }

  private scaleChoice(offered: readonly string[]) {
    const now = this.column.scale ?? "";
    return html`<label class="tl-scale">${say("role.scale")}
      <select @change=${(event: Event) => {
        this.scale = (event.target as HTMLSelectElement).value;
        this.choose(this.column.role);
      }}>
        <option value="" .selected=${now === ""}>${say("role.scaleGuess")}</option>
        ${[...new Set([now, ...offered])].filter(Boolean).map((scale) => html`<option value=${scale} .selected=${scale === now}>${scale.replace("-", "–")}</option>`)}
      </select></label>`;
  }

  private choose(role: string): void {
    this.emit("topline-tell", withRole(this.settings, this.column, this.columns, role, this.scale,
      this.kind === "survey" ? "" : this.table));
    this.emit("topline-dismiss", null);
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...this.querySelectorAll<HTMLElement>(".tl-roles button")];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length].focus();
  }
}
