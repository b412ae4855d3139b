// SPDX-License-Identifier: Apache-2.0

import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Measure, ReportColumn } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import "./bar.js";
import type { BarAction, ToplineBar } from "./bar.js";
import { startEngine } from "./boot.js";
import { copy, summaryToCopy } from "./clipboard.js";
import { columnsOf } from "./columns.js";
import "./dialog.js";
import type { ToplineDialog } from "./dialog.js";
import { analysesDialog, copyDialog, countsDialog, optionsDialog, placeDialog, privacyDialog, proofDialog, roleDialog, type OpenDialog } from "./dialogs.js";
import { FileDrop } from "./file_drop.js";
import { Intake } from "./intake.js";
import { Piece } from "./piece.js";
import { readingView, troubleView } from "./reading.js";
import "./report.js";
import "./sheet.js";
import type { ReadRows } from "./sheet.js";
import "./splitter.js";
import "./start.js";
import { Study } from "./study.js";
import { takeAway } from "./take_away.js";
import "./understood.js";
import { language, say, speak } from "./words/words.js";

/** Inputs beyond this are read piece by piece and only looked at. */
const readOnlyFrom = 50e6;

/** The page: what the reader does goes to the study, what the study says goes to the elements. */
@customElement("topline-app")
export class ToplineApp extends Piece {
  private readonly study = new Study(startEngine(), language());
  private readonly intake = new Intake(this.study, {
    say: (text) => this.say(text),
    askPlace: (inputs) => this.open(placeDialog(inputs,
      () => (this.dismiss(), void this.intake.add(inputs)),
      () => (this.dismiss(), void this.intake.read(inputs)))),
    showResult: () => void this.showResult(),
  });
  private readonly drop = new FileDrop(this, (files) => void this.intake.files(files));
  @state() private dialog: OpenDialog | null = null;
  @state() private notice = "";
  @state() private split = 36;
  @state() private shownInput = 0;
  @state() private copied = false;
  @query("input[data-role=open]") private picker!: HTMLInputElement;
  @query("topline-bar") private bar!: ToplineBar;
  private rowsShown: { report: unknown; input: number; read: ReadRows } | null = null;

  override connectedCallback() {
    super.connectedCallback();
    this.study.addEventListener("change", () => this.requestUpdate());
    document.addEventListener("paste", this.intake.pasted);
    document.addEventListener("keydown", (event) => this.keys(event));
  }

  override render() {
    const { study } = this;
    return html`
      <topline-bar .study=${study.settings.title ?? ""} .canUndo=${study.canUndo} .canRedo=${study.canRedo}
        .hasReport=${study.report !== null} .copied=${this.copied}
        @topline-action=${(event: CustomEvent<BarAction>) => void this.act(event.detail)}
        @topline-rename=${(event: CustomEvent<string>) => void study.tell({ title: event.detail })}></topline-bar>
      <main class=${study.report ? "tl-work" : "tl-begin"} data-status=${study.status}
        @topline-tell=${(event: CustomEvent<Settings>) => void study.change({ settings: event.detail })}
        @topline-paste=${(event: CustomEvent<string>) => this.intake.text(event.detail)}
        @topline-sample=${() => void this.intake.sample()}
        @topline-sample-rollout=${() => void this.intake.sampleRollout()}
        @topline-add=${() => this.picker.click()}
        @topline-options=${() => this.open(optionsDialog(study, this.table))}
        @topline-analyses=${() => this.open(analysesDialog(study, this.surveyTable))}
        @topline-counts=${() => this.open(countsDialog(study, this.input))}
        @topline-proof=${async (event: CustomEvent<Measure>) => this.open(await proofDialog(study, event.detail))}
        @topline-role=${({ detail }: CustomEvent<{ column: ReportColumn; table: string; at: DOMRect | null }>) =>
          this.open(roleDialog(study, detail.table, detail.column, detail.at))}
        @topline-split=${(event: CustomEvent<number>) => (this.split = event.detail)}
        @topline-dismiss=${this.dismiss}>
        ${study.report ? this.workplace() : html`${troubleView(study)}<topline-start></topline-start>`}
        ${this.dialog ? html`<topline-dialog .heading=${this.dialog.heading} .at=${this.dialog.at ?? null} .content=${this.dialog.content()}></topline-dialog>` : nothing}
      </main>
      ${readingView(study)}
      <p class="tl-notice" role="status" aria-live="polite">${this.notice}</p>
      ${this.drop.over ? html`<div class="tl-drop">${say("start.drop")}</div>` : nothing}
      <input type="file" data-role="open" multiple hidden accept=".csv,.tsv,.txt,.xlsx,.xls,.ods,.md,.json,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label=${say("action.open")} @change=${this.picked}>`;
  }

  private workplace() {
    const report = this.study.report!;
    const input = report.inputs[this.input];
    return html`<div class="tl-split" style="--tl-split:${this.split}%"
        data-sides=${this.split === 0 ? "report" : this.split === 100 ? "table" : "both"}>
      <section class="tl-left" aria-label=${say("pane.table")}>
        <topline-understood .input=${input} .readOnly=${input.bytes >= readOnlyFrom}></topline-understood>
        <topline-sheet .table=${this.table} .kind=${input.kind} .columns=${columnsOf(report, this.table)} .count=${input.table_rows ?? input.rows.read - input.rows.blank}
          .readRows=${this.rowsOf(this.input, (input.preamble ?? 0) + (input.header_rows ?? 1))}></topline-sheet>
        <nav class="tl-tables" aria-label=${say("sheet.tables")}>
          ${report.inputs.map(({ name }, each) => html`<button aria-current=${each === this.input} @click=${() => (this.shownInput = each)}>${name}</button>`)}
          <button data-role="add" @click=${() => this.picker.click()}>${say("sheet.add")}</button>
        </nav>
      </section>
      <topline-splitter .at=${this.split}></topline-splitter>
      <section class="tl-right" aria-label=${say("pane.report")}>
        ${troubleView(this.study)}
        <topline-report .report=${report} .settings=${this.study.settings}></topline-report>
      </section>
    </div>`;
  }

  private get input(): number {
    return Math.min(this.shownInput, this.study.report!.inputs.length - 1);
  }
  private get table(): string {
    const input = this.study.report!.inputs[this.input];
    return input.table ?? input.name;
  }

  /** Declared analyses are of answers: of the table that is seen, or else of the first that has them. */
  private get surveyTable(): string {
    const surveys = this.study.report!.tables.filter(({ kind }) => kind === "survey").map(({ name }) => name);
    return surveys.includes(this.table) ? this.table : (surveys[0] ?? this.table);
  }

  /** One function per report and input, so that the sheet keeps its rows while nothing changed. */
  private rowsOf(input: number, headerRows: number): ReadRows {
    const { report } = this.study;
    if (this.rowsShown?.report !== report || this.rowsShown.input !== input) {
      this.rowsShown = { report, input, read: (from, limit) => this.study.rows(report!.inputs[input].name, from + headerRows, limit) };
    }
    return this.rowsShown.read;
  }

  private picked(event: Event): void {
    const picker = event.target as HTMLInputElement;
    const files = [...(picker.files ?? [])];
    picker.value = "";
    void this.intake.files(files);
  }

  /** From the paste the keyboard goes on to the copy: Ctrl+V, Enter. */
  private async showResult(): Promise<void> {
    this.shownInput = 0;
    await this.updateComplete;
    await this.bar.updateComplete;
    this.bar.querySelector<HTMLElement>("[data-role=copy-summary]")?.focus();
  }

  private keys(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || (event.target as HTMLElement).closest("input, textarea")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey && this.study.canUndo) void this.act("undo");
    else if ((key === "y" || (key === "z" && event.shiftKey)) && this.study.canRedo) void this.act("redo");
    else return;
    event.preventDefault();
  }

  private async act(action: BarAction): Promise<void> {
    switch (action) {
      case "privacy":
        return this.open(privacyDialog());
      case "language":
        speak(language() === "en" ? "zh-CN" : "en");
        return this.study.speak(language());
      case "undo":
        this.say(say("undo.done"));
        return this.study.undo();
      case "redo":
        this.say(say("redo.done"));
        return this.study.redo();
      case "new":
        return this.study.change({ inputs: [], settings: {} });
      case "print":
        return window.print();
      case "copy":
        return this.copySummary();
      default:
        return takeAway(this.study, action);
    }
  }

  private async copySummary(): Promise<void> {
    const summary = summaryToCopy(this.study.report!);
    if (await copy(summary)) {
      this.copied = true;
      setTimeout(() => (this.copied = false), 2500);
      return this.say(say("copy.done"));
    }
    this.open(copyDialog(summary.plain));
    await this.updateComplete;
    requestAnimationFrame(() => this.querySelector<HTMLTextAreaElement>(".tl-copy-field")?.select());
  }

  private open(dialog: OpenDialog): void {
    this.dialog = dialog;
  }
  /** Closed first, so that the browser gives the focus back to where it was. */
  private dismiss(): void {
    this.querySelector<ToplineDialog>("topline-dialog")?.close();
    this.dialog = null;
  }

  private say(text: string): void {
    this.notice = text;
    setTimeout(() => {
      if (this.notice === text) this.notice = "";
    }, 6000);
  }
}
