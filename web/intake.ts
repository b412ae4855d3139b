// SPDX-License-Identifier: Apache-2.0
// What comes in: pastes, files, drops, the sample. It decides what is a table and what a study file;
// whether a further table replaces or joins the first is asked by the page.

import type { Settings } from "../wasm/js/settings.js";
import type { NamedInput } from "../wasm/js/source.js";
import { sizeText } from "./numbers.js";
import type { Study } from "./study.js";
import { isStudyFile, studySettings } from "./study_file.js";
import { language, say } from "./words/words.js";

/** More than this is better opened as a file: a paste is held by the browser several times over. */
const pasteLimit = 50e6;

export interface IntakePage {
  say(text: string): void;
  /** Asks what to do with a further table. */
  askPlace(inputs: NamedInput[]): void;
  /** A first or replacing table was read: the keyboard goes to the result. */
  showResult(): void;
}

export class Intake {
  constructor(private readonly study: Study, private readonly page: IntakePage) {}

  /** A paste anywhere but into a field of the page. */
  readonly pasted = (event: ClipboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.closest?.("input, textarea:not([data-role=paste])") || !event.clipboardData) return;
    event.preventDefault();
    const { files } = event.clipboardData;
    if (files.length > 0) void this.files([...files]);
    else this.text(event.clipboardData.getData("text/plain"));
  };

  text(text: string): void {
    if (text.trim() === "") return this.page.say(say("error.emptyPaste"));
    if (text.length > pasteLimit) {
      return this.page.say(say("error.tooBig", { size: sizeText(text.length), limit: sizeText(pasteLimit) }));
    }
    const number = this.study.report ? this.study.inputs.length + 1 : 1;
    const name = number === 1 ? say("paste.name") : say("paste.nameN", { n: number });
    this.tables([{ name, bytes: text }]);
  }

  async files(files: readonly File[]): Promise<void> {
    const tables: NamedInput[] = [];
    for (const file of files) {
      if (await isStudyFile(file)) await this.settings(file);
      else tables.push({ name: file.name, bytes: file });
    }
    if (tables.length > 0) this.tables(tables);
  }

  async sample(): Promise<void> {
    try {
      const text = await this.study.sample(language());
      await this.read([{ name: "sample.csv", bytes: text }]);
    } catch (problem) {
      this.page.say((problem as Error).message);
    }
  }

  /** The tables of a whole roll-out, as `topline sample` writes them, and what its study says beside them. */
  async sampleRollout(): Promise<void> {
    try {
      const kinds = await this.study.kinds();
      const inputs = await Promise.all(kinds.map(async ({ kind }) =>
        ({ name: `${kind}.csv`, bytes: await this.study.sample(language(), kind) })));
      await this.read(inputs, { change_date: "2026-02-02", discount_rate: 0.08 });
    } catch (problem) {
      this.page.say((problem as Error).message);
    }
  }

  /** Reads anew. What was told of the former columns goes; the name of the study stays, and so does
   * what a study file said before its table came. */
  async read(inputs: NamedInput[], told: Settings = {}): Promise<void> {
    const { settings, report } = this.study;
    const kept = report ? (settings.title ? { title: settings.title } : {}) : settings;
    await this.study.change({ inputs, settings: { ...kept, ...told } });
    if (this.study.status === "done") this.page.showResult();
  }

  add(inputs: NamedInput[]): Promise<void> {
    return this.study.change({ inputs: [...this.study.inputs, ...inputs] });
  }

  private tables(inputs: NamedInput[]): void {
    if (this.study.report) this.page.askPlace(inputs);
    else void this.read(inputs);
  }

  private async settings(file: File): Promise<void> {
    try {
      await this.study.tell(studySettings(await file.text()));
    } catch (problem) {
      this.page.say(say("error.study", { detail: (problem as Error).message }));
    }
  }
}
