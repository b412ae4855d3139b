// SPDX-License-Identifier: Apache-2.0
// The page's one state: which inputs are read, what the core is told about them, and what it answered.
// Every change goes through change(), which can be undone, and asks the core again.

import type { Analysed, Client } from "../wasm/js/client.js";
import type { Progress } from "../wasm/js/engine.js";
import { Failure } from "../wasm/js/failure.js";
import type { Report } from "../wasm/js/report.js";
import type { Language, Settings, TableKind } from "../wasm/js/settings.js";
import type { NamedInput } from "../wasm/js/source.js";
import { History } from "./history.js";
import { setKinds } from "./kinds.js";
import { withoutXls } from "./xls.js";

export interface Told {
  readonly inputs: readonly NamedInput[];
  readonly settings: Settings;
}

export type Status = "idle" | "reading" | "done" | "failed";

const nothing: Told = { inputs: [], settings: {} };
/** Smaller inputs are read again in no time. */
const restateFrom = 4 << 20;

/** Fires "change" whenever anything that the page shows is another. */
export class Study extends EventTarget {
  private readonly history = new History<Told>(nothing);
  private answered: { told: Told; language: Language; analysed: Analysed } | null = null;
  private running: AbortController | null = null;
  private kindsIn: Language | "" = "";
  status: Status = "idle";
  progress: Progress | null = null;
  failure: Failure | null = null;

  constructor(private readonly client: Promise<Client>, private language: Language) {
    super();
    // Where the engine can't start, that is said before anything is pasted.
    client.catch((problem) => {
      this.failure = Failure.from(problem);
      this.settle("failed");
    });
  }

  get told(): Told {
    return this.history.now;
  }
  get settings(): Settings {
    return this.history.now.settings;
  }
  get inputs(): readonly NamedInput[] {
    return this.history.now.inputs;
  }
  get report(): Report | null {
    return this.answered?.analysed.report ?? null;
  }
  get json(): string {
    return this.answered?.analysed.json ?? "";
  }
  get canUndo(): boolean {
    return this.history.canUndo;
  }
  get canRedo(): boolean {
    return this.history.canRedo;
  }
  get bytes(): number {
    return this.inputs.reduce((sum, { bytes }) => sum + sizeOf(bytes), 0);
  }

  /** Resolves when the core has answered, or failed to. */
  change(next: Partial<Told>): Promise<void> {
    this.history.change({ ...this.told, ...next });
    return this.ask();
  }
  tell(settings: Partial<Settings>): Promise<void> {
    return this.change({ settings: { ...this.settings, ...settings } });
  }
  undo(): Promise<void> {
    return this.history.undo() ? this.ask() : Promise.resolve();
  }
  redo(): Promise<void> {
    return this.history.redo() ? this.ask() : Promise.resolve();
  }
  /** Another language is another wording, not another state: it is not undone. */
  speak(language: Language): Promise<void> {
    this.language = language;
    return this.ask();
  }
  /** Stops reading and goes back to what was there before. */
  cancel(): void {
    this.running?.abort();
  }

  async rows(input: string, from: number, limit: number) {
    return (await this.client).rows(input, from, limit);
  }
  async render(format: "csv" | "markdown"): Promise<string> {
    return (await this.client).render(format);
  }
  async explain(measure: string): Promise<string> {
    return (await this.client).explain(measure, this.language);
  }
  async sample(language: Language, kind = "survey"): Promise<string> {
    return (await this.client).sample({ language, kind });
  }
  async kinds(): Promise<TableKind[]> {
    return (await this.client).kinds(this.language);
  }

  private async ask(): Promise<void> {
    this.running?.abort();
    const asked = this.told;
    if (asked.inputs.length === 0) {
      this.answered = null;
      return this.settle("idle");
    }
    const running = (this.running = new AbortController());
    this.progress = null;
    this.failure = null;
    this.settle("reading");
    try {
      const analysed = await this.answer(asked, running.signal);
      if (this.running !== running) return;
      refuseEmpty(analysed.report);
      this.answered = { told: asked, language: this.language, analysed };
      this.settle("done");
    } catch (problem) {
      if (this.running !== running) return;
      this.failure = Failure.from(problem);
      if (this.failure.code === "cancelled") {
        if (this.answered?.told !== this.told) this.history.drop();
        this.settle(this.answered ? "done" : "idle");
      } else {
        this.settle("failed");
      }
    }
  }

  private async answer(asked: Told, signal: AbortSignal): Promise<Analysed> {
    const client = await this.client;
    if (this.kindsIn !== this.language) {
      setKinds(await client.kinds(this.language));
      this.kindsIn = this.language;
    }
    const settings: Settings = { ...asked.settings, language: this.language };
    if (asked.inputs === this.answered?.told.inputs && this.bytes >= restateFrom) {
      const restated = await client.restate(settings);
      if (restated) return restated;
    }
    return client.analyse(await withoutXls(asked.inputs), settings, {
      signal,
      onProgress: (progress) => {
        this.progress = progress;
        this.dispatchEvent(new Event("change"));
      },
    });
  }

  private settle(status: Status): void {
    this.status = status;
    if (status !== "reading") this.running = null;
    this.dispatchEvent(new Event("change"));
  }
}

/** A table without a row has a report, but nobody asked for that one: it is told as a failure. */
function refuseEmpty(report: Report): void {
  const empty = report.messages.find(({ code }) => code === "header_only" || code === "empty_input");
  if (empty && report.inputs.every(({ rows }) => rows.used === 0)) throw new Failure(empty.code, empty.text);
}

export function sizeOf(bytes: NamedInput["bytes"]): number {
  if (bytes instanceof Blob) return bytes.size;
  if (Array.isArray(bytes)) return bytes.reduce((sum, piece) => sum + piece.length, 0);
  return bytes.length;
}
