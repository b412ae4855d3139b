// SPDX-License-Identifier: Apache-2.0

import "regular-table";
import type { RegularTableElement } from "regular-table";
import type { CellMetadata, DataResponse } from "regular-table/dist/esm/types.js";
import { html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { ReportColumn } from "../wasm/js/report.js";
import type { RowPage } from "../wasm/js/rows.js";
import { questionText } from "./columns.js";
import { Piece } from "./piece.js";
import { RowCache } from "./row_cache.js";
import { roleName } from "./kinds.js";
import { say, sayName } from "./words/words.js";

export type ReadRows = (from: number, limit: number) => Promise<RowPage>;

/** The table as read: a virtual viewport over rows that the core cuts out of the input, so a file of a
 * gigabyte scrolls like a small one. Each header has the question and a chip with the column's role. */
@customElement("topline-sheet")
export class ToplineSheet extends Piece {
  @property() table = "";
  @property() kind = "survey";
  @property({ attribute: false }) columns: readonly ReportColumn[] = [];
  /** rows of answers, without header rows */
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) readRows: ReadRows | null = null;
  @query("regular-table") private grid!: RegularTableElement;
  private cache: RowCache | null = null;
  private heads = new Map<number, HTMLElement>();

  override render() {
    return html`<div class="tl-sheet" role="region" aria-label=${say("sheet.label")}>
      <regular-table tabindex="0" aria-label=${say("sheet.label")}></regular-table>
    </div>`;
  }

  override firstUpdated() {
    this.grid.setDataListener((x0, y0, x1, y1) => this.cells(x0, y0, x1, y1));
    this.grid.addStyleListener(() => this.dress());
  }

  override updated(changed: Map<string, unknown>) {
    if (changed.has("readRows")) this.cache = this.readRows && new RowCache(this.readRows);
    for (const column of this.columns) this.writeHead(column);
    if (this.grid.isConnected) void this.grid.draw();
  }

  private async cells(x0: number, y0: number, x1: number, y1: number): Promise<DataResponse> {
    const shape = { num_rows: this.count, num_columns: this.columns.length };
    const { rows, states } = this.cache ? await this.cache.rows(y0, y1) : { rows: [], states: [] };
    const heights = Array.from({ length: Math.max(0, y1 - y0) }, (_, row) => row);
    const columns = this.columns.slice(x0, x1);
    return {
      ...shape,
      data: columns.map((_, x) => heights.map((y) => rows[y]?.[x0 + x] ?? "")),
      metadata: columns.map((_, x) => heights.map((y) => states[y]?.[x0 + x] ?? "0")),
      column_headers: columns.map((column) => [this.head(column)]),
      row_headers: heights.map((y) => [(y0 + y + 1).toLocaleString()]),
      merge_headers: "none",
    } as unknown as DataResponse;
  }

  /** Missing cells are hatched and invalid ones marked; both say so to a screen reader's title. */
  private dress(): void {
    const corner = this.grid.querySelector(".rt-group-corner span");
    if (corner && !corner.textContent) corner.textContent = "#";
    for (const cell of this.grid.querySelectorAll<HTMLTableCellElement>("tbody td")) {
      const state = (this.grid.getMeta(cell) as CellMetadata | undefined)?.user;
      cell.classList.toggle("tl-missing", state === "1");
      cell.classList.toggle("tl-invalid", state === "2");
      cell.title = state === "2" ? say("sheet.invalid") : state === "1" ? say("sheet.missing") : (cell.textContent ?? "");
    }
  }

  private head(column: ReportColumn): HTMLElement {
    return this.heads.get(column.column) ?? this.writeHead(column);
  }

  /** The element of a header lives as long as the sheet, so that redrawing never takes its focus. */
  private writeHead(column: ReportColumn): HTMLElement {
    let head = this.heads.get(column.column);
    if (!head) {
      head = document.createElement("div");
      head.className = "tl-head";
      const question = document.createElement("span");
      question.className = "tl-head-text";
      const chip = document.createElement("button");
      chip.type = "button";
      chip.addEventListener("mousedown", (event) => event.stopPropagation());
      chip.addEventListener("click", () => this.openRole(column.column, chip));
      head.append(question, chip);
      this.heads.set(column.column, head);
    }
    const [question, chip] = head.children as unknown as [HTMLElement, HTMLButtonElement];
    const name = questionText(column);
    const role = roleName(this.kind, column.role);
    question.textContent = name;
    question.title = name;
    chip.className = `tl-chip tl-role-${column.role}${column.alternative ? " tl-unsure" : ""}`;
    chip.dataset.role = "column-role";
    chip.dataset.column = String(column.column);
    chip.textContent = column.alternative
      ? say("role.ask", { role, other: sayName("role", column.alternative) })
      : column.scale ? `${role} ${column.scale.replace("-", "–")}` : role;
    chip.title = column.reason;
    chip.setAttribute("aria-label", say("role.menu", { name, role: chip.textContent }));
    return head;
  }

  private openRole(number: number, chip: HTMLElement): void {
    const column = this.columns.find((each) => each.column === number);
    if (column) this.emit("topline-role", { column, table: this.table, at: chip.getBoundingClientRect() });
  }
}
