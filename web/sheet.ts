// SPDX-License-Identifier: Apache-2.0

import "regular-table";
import type { RegularTableElement } from "regular-table";
import type { CellMetadata, DataResponse } from "regular-table/dist/esm/types.js";
import { html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ReportColumn } from "../wasm/js/report.js";
import type { RowPage } from "../wasm/js/rows.js";
import { questionText } from "./columns.js";
import { Piece } from "./piece.js";
import { measuredHead } from "./grid_head.js";
import { RowCache } from "./row_cache.js";
import { roleName } from "./kinds.js";
import { legend, markClasses, markOf, wordsOf, type CellMark, type Mark } from "./cell_marks.js";
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
  private measureHead = () => {};
  private heads = new Map<number, HTMLElement>();
  /** the marks that have been on the screen since the table came */
  @state() private met: ReadonlySet<Mark> = new Set();

  override render() {
    return html`<div class="tl-sheet" role="region" aria-label=${say("sheet.label")}>
      <regular-table tabindex="0" aria-label=${say("sheet.label")}></regular-table>
    </div>${legend(this.met)}`;
  }

  override firstUpdated() {
    this.grid.setDataListener((x0, y0, x1, y1) => this.cells(x0, y0, x1, y1));
    this.measureHead = measuredHead(this.grid);
    this.grid.addStyleListener(() => this.dress());
  }

  override updated(changed: Map<string, unknown>) {
    if (changed.has("met") && changed.size === 1) return;
    if (changed.has("readRows")) {
      this.cache = this.readRows && new RowCache(this.readRows);
      if (this.met.size > 0) this.met = new Set();
    }
    for (const column of this.columns) this.writeHead(column);
    if (this.grid.isConnected) void this.grid.draw();
  }

  private async cells(x0: number, y0: number, x1: number, y1: number): Promise<DataResponse> {
    const shape = { num_rows: this.count, num_columns: this.columns.length };
    const page = this.cache ? await this.cache.rows(y0, y1) : null;
    const heights = Array.from({ length: Math.max(0, y1 - y0) }, (_, row) => row);
    const columns = this.columns.slice(x0, x1);
    return {
      ...shape,
      data: columns.map((_, x) => heights.map((y) => page?.rows[y]?.[x0 + x] ?? "")),
      metadata: columns.map((column, x) => heights.map((y) => page && markOf(page, y, x0 + x, column))),
      column_headers: columns.map((column) => [this.head(column)]),
      row_headers: heights.map((y) => [(y0 + y + 1).toLocaleString()]),
      merge_headers: "none",
    } as unknown as DataResponse;
  }

  /** A cell that does not count as it stands is marked, and says why on hover and to screen readers. */
  private dress(): void {
    const corner = this.grid.querySelector(".rt-group-corner span");
    if (corner && !corner.textContent) corner.textContent = "#";
    const met = new Set(this.met);
    for (const row of this.grid.querySelectorAll("tbody tr")) {
      let left = "";
      for (const cell of row.querySelectorAll<HTMLTableCellElement>("td")) {
        const mark = (this.grid.getMeta(cell) as CellMetadata | undefined)?.user as CellMark | null;
        left = mark?.left ?? "";
        this.dressCell(cell, mark, met);
      }
      const header = row.querySelector<HTMLElement>("th");
      if (header) this.say(header, left && say("sheet.row", { n: header.textContent ?? "", said: left }), left);
    }
    this.measureHead();
    if (met.size > this.met.size) this.met = met;
  }

  private dressCell(cell: HTMLElement, mark: CellMark | null, met: Set<Mark>): void {
    const said = mark ? wordsOf(mark) : "";
    for (const [name, on] of markClasses(mark)) {
      cell.classList.toggle(`tl-${name}`, on);
      if (on) met.add(name);
    }
    const text = cell.textContent ?? "";
    this.say(cell, said && text ? say("sheet.cell", { cell: text, said }) : said, said || text);
  }

  private say(element: HTMLElement, label: string, title: string): void {
    if (element.title !== title) element.title = title;
    if (label) element.setAttribute("aria-label", label);
    else element.removeAttribute("aria-label");
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
