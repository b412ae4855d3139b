// SPDX-License-Identifier: Apache-2.0

import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Measure, ReportColumn } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";
import type { NamedInput } from "../wasm/js/source.js";
import "./bar.js";
import type { BarAction, ToplineBar } from "./bar.js";
import { startEngine } from "./boot.js";
import { copy, summaryToCopy } from "./clipboard.js";
import { columnsOf } from "./columns.js";
import { countsView } from "./counts.js";
import "./dialog.js";
import type { ToplineDialog } from "./dialog.js";
import { fileName, save } from "./download.js";
import { FileDrop } from "./file_drop.js";
import { nameOf } from "./names.js";
import { sizeText } from "./numbers.js";
import "./options.js";
import { Piece } from "./piece.js";
import { privacyView, proofView } from "./proof.js";
import "./report.js";
import "./role_menu.js";
import "./sheet.js";
import type { ReadRows } from "./sheet.js";
import "./splitter.js";
import "./start.js";
import { Study } from "./study.js";
import { isStudyFile, studyFile, studySettings } from "./study_file.js";
import "./understood.js";
import { language, say, speak, whenSpoken } from "./words/words.js";

/** More than this is better opened as a file: a paste is held by the browser several times over. */
const pasteLimit = 50e6;
/** Inputs beyond this are read piece by piece and only looked at. */
const readOnlyFrom = 50e6;

interface OpenDialog {
  heading: string;
  content: () => TemplateResult | string;
  at?: DOMRect | null;
}

/** The page: what the reader does goes to the study, what the study says goes to the elements. */
@customElement("topline-app")
export class ToplineApp extends Piece {
  private readonly study = new Study(startEngine(), language());
  private readonly drop = new FileDrop(this, (files) => void this.openFiles(files));
  @state() private dialog: OpenDialog | null = null;
  @state() private notice = "";
  @state() private split = 36;
  @state() private shownInput = 0;
  @state() private copied = false;
  @query("input[data-role=open]") private picker!: HTMLInputElement;
  @query("topline-bar") private bar!: ToplineBar;
  private readRows: { report: unknown; input: number; read: ReadRows } | null = null;

  override connectedCallback() {
    super.connectedCallback();
    this.study.addEventListener("change", () => this.requestUpdate());
    whenSpoken(() => (this.notice = ""));
    document.addEventListener("paste", (event) => this.pasted(event));
    document.addEventListener("keydown", (event) => this.keys(event));
  }

  override render() {
    const { report, status } = this.study;
    return html`
      <topline-bar .study=${this.study.settings.title ?? ""} .canUndo=${this.study.canUndo} .canRedo=${this.study.canRedo}
        .hasReport=${report !== null} .copied=${this.copied}
        @topline-action=${(event: CustomEvent<BarAction>) => void this.act(event.detail)}
        @topline-rename=${(event: CustomEvent<string>) => void this.study.tell({ title: event.detail })}></topline-bar>
      <main class=${report ? "tl-work" : "tl-begin"} data-status=${status}
        @topline-tell=${this.tell} @topline-paste=${(event: CustomEvent<string>) => this.takeText(event.detail)}
        @topline-sample=${this.sample} @topline-add=${() => this.picker.click()}
        @topline-options=${this.showOptions} @topline-counts=${this.showCounts}
        @topline-proof=${(event: CustomEvent<Measure>) => void this.showProof(event.detail)}
        @topline-role=${(event: CustomEvent<{ column: ReportColumn; table: string; at: DOMRect | null }>) => this.showRole(event.detail)}
        @topline-split=${(event: CustomEvent<number>) => (this.split = event.detail)}
        @topline-dismiss=${this.dismiss}>
        ${report ? this.workplace() : html`${this.trouble()}<topline-start></topline-start>`}
        ${this.dialog ? html`<topline-dialog .heading=${this.dialog.heading} .at=${this.dialog.at ?? null} .content=${this.dialog.content()}></topline-dialog>` : nothing}
      </main>
      ${this.reading()}
      <p class="tl-notice" role="status" aria-live="polite">${this.notice}</p>
      ${this.drop.over ? html`<div class="tl-drop">${say("start.drop")}</div>` : nothing}
      <input type="file" data-role="open" multiple hidden accept=".csv,.tsv,.txt,.json,text/csv,text/plain"
        aria-label=${say("action.open")} @change=${this.picked}>`;
  }

  private workplace() {
    const report = this.study.report!;
    const at = Math.min(this.shownInput, report.inputs.length - 1);
    const input = report.inputs[at];
    const table = input.table ?? input.name;
    return html`<div class="tl-split" style="--tl-split:${this.split}%"
        data-sides=${this.split === 0 ? "report" : this.split === 100 ? "table" : "both"}>
      <section class="tl-left" aria-label=${say("pane.table")}>
        <topline-understood .input=${input} .readOnly=${input.bytes >= readOnlyFrom}></topline-understood>
        <topline-sheet .table=${table} .columns=${columnsOf(report, table)} .count=${input.rows.read - input.rows.blank}
          .readRows=${this.rowsOf(at, input.header_rows ?? 1)}></topline-sheet>
        <nav class="tl-tables" aria-label=${say("sheet.tables")}>
          ${report.inputs.map(({ name }, each) => html`<button aria-current=${each === at} @click=${() => (this.shownInput = each)}>${name}</button>`)}
          <button data-role="add" @click=${() => this.picker.click()}>${say("sheet.add")}</button>
        </nav>
      </section>
      <topline-splitter .at=${this.split}></topline-splitter>
      <section class="tl-right" aria-label=${say("pane.report")}>
        ${this.trouble()}
        <topline-report .report=${report} .settings=${this.study.settings}></topline-report>
      </section>
    </div>`;
  }

  /** One function per report and input, so that the sheet keeps its rows while nothing changed. */
  private rowsOf(input: number, headerRows: number): ReadRows {
    const report = this.study.report;
    if (this.readRows?.report !== report || this.readRows.input !== input) {
      const read: ReadRows = (from, limit) => this.study.rows(input, from + headerRows, limit);
      this.readRows = { report, input, read };
    }
    return this.readRows.read;
  }

  private trouble() {
    const { failure } = this.study;
    if (!failure) return nothing;
    const text = failure.code === "out_of_memory" ? say("error.outOfMemory") : failure.message;
    return html`<section class="tl-trouble" role="alert" data-message=${failure.code}>
      <h2>${say("error.title")}</h2>
      <p>${text}</p>
      ${this.study.canUndo ? html`<button @click=${() => this.study.undo()}>${say("action.undo")}</button>` : nothing}
    </section>`;
  }

  private reading() {
    const { status, progress } = this.study;
    if (status !== "reading") return nothing;
    const name = this.study.inputs.map((input) => input.name).join(", ");
    return html`<section class="tl-reading ${this.study.report && !progress ? "tl-brief" : ""}" role="status">
      <p>${progress ? say(progress.again ? "state.readingAgain" : "state.reading", { name }) : say(this.study.report ? "state.updating" : "state.starting")}</p>
      ${progress && progress.total > 0 ? html`
        <progress max=${progress.total} value=${progress.read} aria-label=${name}></progress>
        <p class="tl-note">${say("state.progress", { read: sizeText(progress.read), total: sizeText(progress.total) })}</p>
        <button data-role="cancel" @click=${() => this.study.cancel()}>${say("action.cancel")}</button>` : nothing}
    </section>`;
  }

  // What comes in

  private pasted(event: ClipboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest("input, textarea:not([data-role=paste])") || !event.clipboardData) return;
    event.preventDefault();
    if (event.clipboardData.files.length > 0) return void this.openFiles([...event.clipboardData.files]);
    this.takeText(event.clipboardData.getData("text/plain"));
  }

  private takeText(text: string): void {
    if (text.trim() === "") return this.say(say("error.emptyPaste"));
    if (text.length > pasteLimit) {
      return this.say(say("error.tooBig", { size: sizeText(text.length), limit: sizeText(pasteLimit) }));
    }
    const number = this.study.inputs.length + 1;
    const name = number === 1 ? say("paste.name") : say("paste.nameN", { n: number });
    this.takeInputs([{ name, bytes: text }]);
  }

  private async openFiles(files: readonly File[]): Promise<void> {
    const tables: NamedInput[] = [];
    for (const file of files) {
      if (!(await isStudyFile(file))) {
        tables.push({ name: file.name, bytes: file });
        continue;
      }
      try {
        await this.study.tell(studySettings(await file.text()));
      } catch (problem) {
        this.say(say("error.study", { detail: (problem as Error).message }));
      }
    }
    if (tables.length > 0) this.takeInputs(tables);
  }

  private picked(event: Event): void {
    const picker = event.target as HTMLInputElement;
    const files = [...(picker.files ?? [])];
    picker.value = "";
    void this.openFiles(files);
  }

  private async sample(): Promise<void> {
    const text = await this.study.sample(language());
    await this.read([{ name: "sample.csv", bytes: text }]);
  }

  /** A further table may replace the first or stand beside it: that is asked. */
  private takeInputs(inputs: NamedInput[]): void {
    if (this.study.inputs.length === 0 || this.study.report === null) return void this.read(inputs);
    this.dialog = {
      heading: say("paste.title"),
      content: () => html`<p>${say("paste.more", { name: inputs.map(({ name }) => name).join(", ") })}</p>
        <div class="tl-roles">
          <button data-role="paste-add" @click=${() => this.add(inputs)}><b>${say("paste.add")}</b> <span>${say("paste.addMore")}</span></button>
          <button data-role="paste-replace" @click=${() => { this.dismiss(); void this.read(inputs); }}><b>${say("paste.replace")}</b> <span>${say("paste.replaceMore")}</span></button>
        </div>`,
    };
  }

  private add(inputs: NamedInput[]): void {
    this.dismiss();
    void this.study.change({ inputs: [...this.study.inputs, ...inputs] });
  }

  /** Reads anew. What was told of the former columns goes; the name of the study stays. */
  private async read(inputs: NamedInput[]): Promise<void> {
    const { title } = this.study.settings;
    this.shownInput = 0;
    await this.study.change({ inputs, settings: title ? { title } : {} });
    if (this.study.status !== "done") return;
    await this.updateComplete;
    await this.bar.updateComplete;
    this.bar.querySelector<HTMLElement>("[data-role=copy-summary]")?.focus();
  }

  // What is asked for

  private tell(event: CustomEvent<Settings>): void {
    void this.study.change({ settings: event.detail });
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
    const { report } = this.study;
    const title = report?.title || this.study.inputs[0]?.name.replace(/\.\w+$/, "") || "topline";
    switch (action) {
      case "privacy":
        this.dialog = { heading: say("private.title"), content: privacyView };
        return;
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
      case "save":
        return save(fileName(title, "topline.json"), "application/json", studyFile(this.study.settings));
      case "json":
        return save(fileName(title, "json"), "application/json", this.study.json);
      case "csv":
        return save(fileName(title, "csv"), "text/csv", await this.study.render("csv"));
      case "markdown":
        return save(fileName(title, "md"), "text/markdown", await this.study.render("markdown"));
      case "print":
        return window.print();
      case "copy":
        return this.copySummary();
    }
  }

  private async copySummary(): Promise<void> {
    const summary = summaryToCopy(this.study.report!);
    if (await copy(summary)) {
      this.copied = true;
      setTimeout(() => (this.copied = false), 2500);
      return this.say(say("copy.done"));
    }
    const keys = /Mac/.test(navigator.platform) ? "⌘C" : "Ctrl+C";
    this.dialog = {
      heading: say("copy.title"),
      content: () => html`<p>${say("copy.denied", { keys })}</p>
        <textarea class="tl-copy-field" readonly rows="6" aria-label=${say("summary.label")}>${summary.plain}</textarea>`,
    };
    await this.updateComplete;
    requestAnimationFrame(() => this.querySelector<HTMLTextAreaElement>(".tl-copy-field")?.select());
  }

  private say(text: string): void {
    this.notice = text;
    setTimeout(() => {
      if (this.notice === text) this.notice = "";
    }, 6000);
  }

  // What is shown over the page

  /** Closed first, so that the browser gives the focus back to where it was. */
  private dismiss(): void {
    this.querySelector<ToplineDialog>("topline-dialog")?.close();
    this.dialog = null;
  }

  private showOptions(): void {
    const table = () => {
      const { inputs } = this.study.report!;
      const input = inputs[Math.min(this.shownInput, inputs.length - 1)];
      return input.table ?? input.name;
    };
    this.dialog = {
      heading: say("options.title"),
      content: () => html`<topline-options .report=${this.study.report!} .settings=${this.study.settings} .table=${table()}></topline-options>`,
    };
  }

  private showCounts(): void {
    const input = this.study.report!.inputs[this.shownInput];
    this.dialog = { heading: say("counts.title"), content: () => countsView(this.study.report!, input) };
  }

  private async showProof(measure: Measure): Promise<void> {
    const explanation = await this.study.explain(measure.id);
    this.dialog = { heading: `${nameOf(measure)} · ${measure.question}`, content: () => proofView(measure, explanation) };
  }

  private showRole({ column, table, at }: { column: ReportColumn; table: string; at: DOMRect | null }): void {
    const columns = columnsOf(this.study.report!, table);
    this.dialog = {
      heading: say("role.title"),
      at,
      content: () => html`<topline-role-menu .column=${column} .columns=${columns} .settings=${this.study.settings}></topline-role-menu>`,
    };
  }
}

