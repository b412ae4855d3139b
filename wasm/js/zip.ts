// SPDX-License-Identifier: Apache-2.0
// A ZIP file: the core reads its directory, the browser (or Node 20) inflates its entries.

import type { Intake, ToplineModule } from "./door.js";
import { Failure } from "./failure.js";
import { checked, put } from "./intake.js";
import type { Source } from "./source.js";

interface Entry {
  name: string;
  deflated: boolean;
  packed: number;
  size: number;
  header: number;
}

export class ZipFile {
  private constructor(
    private readonly module: ToplineModule,
    private readonly intake: Intake,
    private readonly source: Source,
    private readonly entries: Entry[],
  ) {}

  static async open(module: ToplineModule, intake: Intake, source: Source): Promise<ZipFile> {
    put(module, intake, await source.read(Math.max(0, source.size - module.zipTail), source.size));
    const { directory, size } = checked<{ directory: number; size: number }>(intake.zipEnd(source.size));
    put(module, intake, await source.read(directory, directory + size));
    return new ZipFile(module, intake, source, checked<{ entries: Entry[] }>(intake.zipEntries()).entries);
  }

  /** Gives an entry's bytes piece by piece. */
  async inflate(name: string, take: (bytes: Uint8Array) => void): Promise<void> {
    const entry = this.entries.find((one) => one.name === name)!;
    put(this.module, this.intake, await this.source.read(entry.header, entry.header + this.module.zipLocalHeader));
    const from = entry.header + checked<{ skip: number }>(this.intake.zipData()).skip;
    const packed = await this.source.read(from, from + entry.packed);
    const stream = new Blob([packed as BlobPart]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
    const reader = (entry.deflated ? stream.pipeThrough(new DecompressionStream("deflate-raw")) : stream).getReader();
    let made = 0;
    for (;;) {
      const { done, value } = await reader.read().catch(() => Promise.reject(damaged()));
      if (done) break;
      made += value.length;
      // More than the directory says: a part made to fill the memory.
      if (made > entry.size) throw damaged();
      take(value);
    }
    if (made !== entry.size) throw damaged();
  }
}

const damaged = () => new Failure("bad_workbook", "One of the workbook's parts is damaged.");
