// SPDX-License-Identifier: Apache-2.0
// The core in this thread. `Engine` is a loaded module; `Reading` is one analysis in it: inputs are
// read into it one after another, then it is asked for its report, tally, plan or rows.

import type { CreateTopline, Door, ToplineModule } from "./door.js";
import { Failure } from "./failure.js";
import { RowPager, type RowPage } from "./rows.js";
import { checked, openSources } from "./intake.js";
import type { NamedInput, Source } from "./source.js";
import type { Language, SampleOptions, Settings, TableKind } from "./settings.js";

export type ReportFormat = "json" | "text" | "markdown" | "csv" | "inspect";

export interface Progress {
  /** bytes read of all inputs so far, and in all */
  read: number;
  total: number;
  /** the second pass, where the first one led to another plan */
  again: boolean;
}

export interface ReadOptions {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** A byte range of an input; what is read are the records that begin in it. */
export interface Range {
  from?: number;
  to?: number;
  exact?: boolean;
}

const sliceBytes = 8 << 20;

export interface EngineBytes {
  wasmModule?: WebAssembly.Module;
  wasmBinary?: ArrayBufferView | ArrayBuffer;
}

export class Engine {
  private constructor(readonly module: ToplineModule) {}

  static async load(create: CreateTopline, { wasmModule, wasmBinary }: EngineBytes): Promise<Engine> {
    if (!wasmModule) return new Engine(await create({ wasmBinary }));
    const module = await new Promise<ToplineModule>((resolve, reject) => {
      create({
        instantiateWasm(imports, done) {
          WebAssembly.instantiate(wasmModule, imports).then(done, reject);
          return {};
        },
      }).then(resolve, reject);
    });
    return new Engine(module);
  }

  version(): string {
    return this.module.version();
  }
  explain(measure: string, language: Language): string {
    return this.module.explain(measure, language);
  }
  /** The kinds of tables and the parts that columns play in them. */
  kinds(language: Language): TableKind[] {
    return JSON.parse(this.module.kinds(language));
  }
  sample(options: SampleOptions = {}): string {
    return this.module.sample(JSON.stringify(options));
  }
  open(settings: Settings): Reading {
    return new Reading(this.module, settings);
  }
}

export class Reading {
  private readonly door: Door;
  private pagers: RowPager[] = [];

  constructor(private readonly module: ToplineModule, private readonly settings: Settings) {
    this.door = new module.Door();
    checked(this.door.create(JSON.stringify(settings)));
  }

  /** Reads inputs whole: again from the start where the first pass led to another plan. */
  async read(inputs: NamedInput[], options: ReadOptions = {}): Promise<void> {
    const sources: Source[] = [];
    for (const input of inputs) sources.push(...await this.sources(input));
    await this.pass(sources, false, options);
    if (!this.door.mustReadAgain()) return;
    checked(this.door.again());
    this.pagers = [];
    await this.pass(sources, true, options);
  }

  /** Reads one range of an input, for merging. */
  async readRange(input: NamedInput, range: Range): Promise<void> {
    for (const source of await this.sources(input)) await this.readOne(source, range, () => {});
  }

  private sources(input: NamedInput): Promise<Source[]> {
    return openSources(this.module, input, this.settings.language ?? "en");
  }

  private async pass(sources: Source[], again: boolean, options: ReadOptions): Promise<void> {
    const total = sources.reduce((sum, source) => sum + source.size, 0);
    let before = 0;
    for (const source of sources) {
      await this.readOne(source, {}, (at) => {
        if (options.signal?.aborted) throw new Failure("cancelled", "Cancelled.");
        options.onProgress?.({ read: before + at, total, again });
      });
      before += source.size;
    }
  }

  private async readOne(source: Source, range: Range, at: (offset: number) => void): Promise<void> {
    const head = await source.read(0, Math.min(this.module.headBytes, source.size));
    const headIsAll = head.length === source.size;
    this.write(this.door.headRoom(head.length), head);
    checked(this.door.begin(JSON.stringify({
      name: source.name, size: source.size, head_is_all: headIsAll, source: source.origin ?? {}, ...range,
    })));
    let offset = this.door.feedFrom();
    while (offset < source.size && !this.door.rangeDone()) {
      at(offset);
      const piece = await source.read(offset, Math.min(offset + sliceBytes, source.size));
      if (piece.length === 0) break;
      this.write(this.door.room(piece.length), piece);
      checked(this.door.commit(piece.length));
      offset += piece.length;
    }
    checked(this.door.end());
    at(source.size);
    this.pagers.push(new RowPager(this.module, this.door, source, head, JSON.parse(this.door.rowIndex())));
  }

  private write(address: number, bytes: Uint8Array): void {
    this.module.HEAPU8.set(bytes, address);
  }

  /** The report as text. Its JSON is, byte for byte, the command line's. */
  render(format: ReportFormat = "json", width = 80): string {
    checked(this.door.report(format, width));
    const at = this.door.textAt();
    const bytes = this.module.HEAPU8.subarray(at, at + this.door.textSize());
    // The CSV begins with a byte order mark, which spreadsheets need.
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }

  /** Records [from, from + limit) of an input, header rows included, as read: by its name in the report,
   * or its place among what was read. */
  rows(input: number | string, from: number, limit: number): Promise<RowPage> {
    const pager = typeof input === "number" ? this.pagers[input] : this.pagers.find(({ name }) => name === input);
    if (!pager) throw new Failure("no_input", "There is no such input.");
    return pager.page(from, limit);
  }

  /** The same answers under other settings, with no byte read again; this one is then spent. Null, and
   * this one as it was, where the settings ask for counts that were not kept. */
  restated(settings: Settings): Reading | null {
    const next = new Reading(this.module, settings);
    if (!checked(next.door.takeOver(this.door)).fits) {
      next.close();
      return null;
    }
    next.pagers = this.pagers.map((pager) => pager.through(next.door));
    return next;
  }

  plan(): string {
    return this.door.plan();
  }
  usePlan(plan: string): void {
    checked(this.door.usePlan(plan));
  }
  tally(): string {
    return this.door.tally();
  }
  addTally(tally: string): void {
    checked(this.door.addTally(tally));
  }
  covered(): { from: number; to: number } {
    return checked(this.door.covered()) as unknown as { from: number; to: number };
  }
  close(): void {
    this.door.delete();
  }
}
