// SPDX-License-Identifier: Apache-2.0
// The npm package's face.
//
//   const topline = await Topline.load({ wasmBinary });
//   const report = await topline.analyse(file, { by: ["Department"] });

import createTopline from "topline-glue";
import { Engine, type EngineBytes, type ReadOptions } from "./engine.js";
import type { Report } from "./report.js";
import type { Settings } from "./settings.js";
import type { Bytes, NamedInput } from "./source.js";

export { Client, type Analysed } from "./client.js";
export { Engine, Reading, type Progress, type Range, type ReadOptions, type ReportFormat } from "./engine.js";
export { Failure } from "./failure.js";
export type * from "./report.js";
export { CellState, type RowPage } from "./rows.js";
export type { ColumnChoice, DriverChoice, Language, SampleOptions, ScaleChoice, Settings } from "./settings.js";
export type { Bytes, NamedInput } from "./source.js";

/** Bytes, or several named inputs. Inputs with the same header are one table. */
export type Input = Bytes | NamedInput | NamedInput[];

export class Topline {
  private constructor(readonly engine: Engine) {}

  static async load(bytes: EngineBytes): Promise<Topline> {
    return new Topline(await Engine.load(createTopline, bytes));
  }

  /** Reads everything and gives the report. Rejects with a Failure that has a code. */
  async analyse(input: Input, settings: Settings = {}, options: ReadOptions = {}): Promise<Report> {
    const reading = this.engine.open(settings);
    try {
      await reading.read(named(input), options);
      return JSON.parse(reading.render("json"));
    } finally {
      reading.close();
    }
  }

  version(): string {
    return this.engine.version();
  }
}

function named(input: Input): NamedInput[] {
  if (Array.isArray(input)) {
    if (input.every((piece) => piece instanceof Uint8Array)) return [{ name: "table", bytes: input }];
    return input as NamedInput[];
  }
  if (typeof input === "object" && "bytes" in input) return [input as NamedInput];
  const name = typeof File !== "undefined" && input instanceof File ? input.name : "table";
  return [{ name, bytes: input as Bytes }];
}
