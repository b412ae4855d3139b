// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Report, ReportColumn } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import { columnKey, columnsOf, kindOf, plainRoles, questionText, roles, withKind, withRole, withSegment, withoutSegment } from "./columns.js";
import { allKinds, fieldsOf, roleName } from "./kinds.js";
import { Piece } from "./piece.js";
import { levelText } from "./numbers.js";
import { say } from "./words/words.js";

const shownColumns = 60;

/** How the table is read: everything that can be told to the core, in one place and by keyboard. */
@customElement("topline-options")
export class ToplineOptions extends Piece {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) settings: Settings = {};
  @property() table = "";
  @state() private find = "";

  override render() {
    const { settings, report } = this;
    const columns = columnsOf(report, this.table);
    const keys = columns.map((column) => columnKey(column, columns));
    return html`
      <div class="tl-fields">
        ${this.choice(say("options.kind"), kindOf(report, this.table), allKinds().map(({ kind, label }) => [kind, label]),
          (kind) => withKind(settings, this.table, kind))}
        ${this.choice(say("options.confidence"), String(settings.confidence ?? report.settings.confidence),
          ["0.9", "0.95", "0.99"].map((level) => [level, levelText(Number(level))]),
          (level) => ({ ...settings, confidence: Number(level) }))}
        ${this.choice(say("options.interval"), settings.interval ?? report.settings.interval,
          [["score", say("options.score")], ["adjusted-wald", say("options.adjusted")], ["wald", say("options.wald")]],
          (interval) => ({ ...settings, interval: interval as Settings["interval"] }))}
        <label>${say("options.minN")}
          <span><input type="number" min="1" max="1000" data-role="min-n" .value=${String(settings.min_n ?? report.settings.min_n)}
            @change=${(event: Event) => this.tell({ ...settings, min_n: Math.max(1, Math.round(Number((event.target as HTMLInputElement).value)) || 5) })}>
          ${say("options.minNUnit")}</span></label>
        ${this.choice(say("options.audience"), settings.audience ?? "",
          [["", say("options.guess")], ["employee", say("options.employees")], ["customer", say("options.customers")]],
          (audience) => ({ ...settings, audience: audience as Settings["audience"] }))}
        <label>${say("options.discount")}
          <span><input type="number" step="0.5" data-role="discount-rate" .value=${settings.discount_rate === undefined ? "" : String(settings.discount_rate * 100)}
            @change=${(event: Event) => this.tell({ ...settings, discount_rate: percentIn(event) })}> %</span></label>
        <label>${say("options.changeDate")}
          <input type="date" data-role="change-date" .value=${settings.change_date ?? ""}
            @change=${(event: Event) => this.tell({ ...settings, change_date: (event.target as HTMLInputElement).value })}></label>
        ${this.choice(say("options.wave"), settings.wave ?? "", this.named(columns, keys), (wave) => ({ ...settings, wave }))}
        ${this.choice(say("options.weight"), settings.weight ?? "", this.named(columns, keys), (weight) => ({ ...settings, weight }))}
      </div>
      <h3>${say("options.columns")}</h3>
      ${columns.length > 12
        ? html`<input type="search" class="tl-find" aria-label=${say("options.find")} placeholder=${say("options.find")}
            @input=${(event: Event) => (this.find = (event.target as HTMLInputElement).value)}>`
        : nothing}
      ${this.columnTable(columns, keys)}`;
  }

  private columnTable(columns: readonly ReportColumn[], keys: readonly string[]) {
    const wanted = columns
      .map((column, at) => ({ column, key: keys[at] }))
      .filter(({ column }) => questionText(column).toLowerCase().includes(this.find.toLowerCase()))
      .slice(0, shownColumns);
    const by = new Set(this.settings.by ?? []);
    const kind = kindOf(this.report, this.table);
    const offered = kind === "survey" ? roles : [...fieldsOf(kind).map(({ field }) => field), ...plainRoles];
    return html`<table class="tl-table tl-columns">
      <thead><tr><th>${say("options.column")}</th><th>${say("options.role")}</th><th>${say("options.by")}</th></tr></thead>
      <tbody>
        ${wanted.map(({ column, key }) => {
          const name = questionText(column);
          return html`<tr>
            <th scope="row">${name}</th>
            <td><select aria-label="${say("options.role")}: ${name}"
              @change=${(event: Event) => this.tell(withRole(this.settings, column, columns, (event.target as HTMLSelectElement).value, "",
                kind === "survey" ? "" : this.table))}>
              ${[...new Set([...offered, column.role])].map((role) => html`<option value=${role} .selected=${role === column.role}>${roleName(kind, role)}</option>`)}
            </select></td>
            <td><input type="checkbox" aria-label=${say("segments.compareBy", { name })} .checked=${by.has(key)}
              @change=${(event: Event) => this.tell((event.target as HTMLInputElement).checked ? withSegment(this.settings, key) : withoutSegment(this.settings, key))}></td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  private named(columns: readonly ReportColumn[], keys: readonly string[]): [string, string][] {
    return [["", say("options.none")], ...columns.map((column, at): [string, string] => [keys[at], questionText(column)])];
  }

  private choice(label: string, now: string, choices: string[][], told: (value: string) => Settings) {
    return html`<label>${label}
      <select @change=${(event: Event) => this.tell(told((event.target as HTMLSelectElement).value))}>
        ${choices.map(([value, text]) => html`<option value=${value} .selected=${value === now}>${text}</option>`)}
      </select></label>`;
  }

  private tell(settings: Settings): void {
    this.emit("topline-tell", settings);
  }
}

/** A percentage as the core takes rates; undefined where the field was emptied. */
function percentIn(event: Event): number | undefined {
  const text = (event.target as HTMLInputElement).value;
  return text === "" ? undefined : Number(text) / 100;
}
