// SPDX-License-Identifier: Apache-2.0
// The page's side: the same calls as Engine and Reading, answered by a worker, so that the page never
// waits. The worker is started from a Blob URL: it then works on file:// and obeys the page's policy.

import type { ReadOptions, ReportFormat } from "./engine.js";
import { Failure } from "./failure.js";
import type { Calls, Reply } from "./protocol.js";
import type { Report } from "./report.js";
import type { RowPage } from "./rows.js";
import type { NamedInput } from "./source.js";
import type { Language, SampleOptions, Settings, TableKind } from "./settings.js";

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Failure): void;
  onProgress?: ReadOptions["onProgress"];
}

/** A report and the text it was read from: what the command line would have written. */
export interface Analysed {
  report: Report;
  json: string;
}

export class Client {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  private constructor(private readonly worker: Worker) {
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.take(data));
    worker.addEventListener("error", (event) => this.fail(new Failure("internal", event.message)));
  }

  static async start(workerScript: string, wasmModule: WebAssembly.Module): Promise<Client> {
    const url = URL.createObjectURL(new Blob([workerScript], { type: "text/javascript" }));
    const client = new Client(new Worker(url));
    try {
      await client.ask("load", { wasmModule });
    } finally {
      URL.revokeObjectURL(url);
    }
    return client;
  }

  async analyse(inputs: NamedInput[], settings: Settings, options: ReadOptions = {}): Promise<Analysed> {
    return parsed(await this.ask("analyse", { inputs, settings }, options));
  }
  /** The same inputs under other settings; null where they must be read again. */
  async restate(settings: Settings): Promise<Analysed | null> {
    const json = await this.ask("restate", { settings });
    return json === null ? null : parsed(json);
  }
  render(format: ReportFormat, width = 80): Promise<string> {
    return this.ask("render", { format, width });
  }
  rows(input: number | string, from: number, limit: number): Promise<RowPage> {
    return this.ask("rows", { input, from, limit });
  }
  plan(): Promise<string> {
    return this.ask("plan", null);
  }
  tally(): Promise<string> {
    return this.ask("tally", null);
  }
  explain(measure: string, language: Language): Promise<string> {
    return this.ask("explain", { measure, language });
  }
  kinds(language: Language): Promise<TableKind[]> {
    return this.ask("kinds", { language });
  }
  sample(options: SampleOptions = {}): Promise<string> {
    return this.ask("sample", options);
  }
  close(): void {
    this.worker.terminate();
    this.fail(new Failure("cancelled", "Closed."));
  }

  private ask<Op extends keyof Calls>(
    op: Op,
    args: Calls[Op]["args"],
    { onProgress, signal }: ReadOptions = {},
  ): Promise<Calls[Op]["value"]> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Failure("cancelled", "Cancelled."));
      signal?.addEventListener("abort", () => {
        this.worker.postMessage({ id: ++this.last, op: "cancel", args: { id } });
      });
      this.waiting.set(id, { resolve: resolve as Waiting["resolve"], reject, onProgress });
      this.worker.postMessage({ id, op, args });
    });
  }

  private take(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    if ("progress" in reply) return waiting.onProgress?.(reply.progress);
    this.waiting.delete(reply.id);
    if ("failure" in reply) waiting.reject(new Failure(reply.failure.code, reply.failure.text));
    else waiting.resolve(reply.value);
  }

  private fail(failure: Failure): void {
    for (const { reject } of this.waiting.values()) reject(failure);
    this.waiting.clear();
  }
}

function parsed(json: string): Analysed {
  return { report: JSON.parse(json), json };
}
