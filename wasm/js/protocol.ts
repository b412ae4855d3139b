// SPDX-License-Identifier: Apache-2.0
// What client and worker say to each other.

import type { Progress, ReportFormat } from "./engine.js";
import type { RowPage } from "./rows.js";
import type { NamedInput } from "./source.js";
import type { Language, SampleOptions, Settings, TableKind } from "./settings.js";

export interface Calls {
  load: { args: { wasmModule: WebAssembly.Module }; value: { version: string } };
  analyse: { args: { inputs: NamedInput[]; settings: Settings }; value: string };
  /** null: the inputs must be read again */
  restate: { args: { settings: Settings }; value: string | null };
  render: { args: { format: ReportFormat; width: number }; value: string };
  rows: { args: { input: number | string; from: number; limit: number }; value: RowPage };
  plan: { args: null; value: string };
  tally: { args: null; value: string };
  explain: { args: { measure: string; language: Language }; value: string };
  kinds: { args: { language: Language }; value: TableKind[] };
  sample: { args: SampleOptions; value: string };
}

export type Request =
  | { [Op in keyof Calls]: { id: number; op: Op; args: Calls[Op]["args"] } }[keyof Calls]
  | { id: number; op: "cancel"; args: { id: number } };

export type Reply =
  | { id: number; value: unknown }
  | { id: number; progress: Progress }
  | { id: number; failure: { code: string; text: string } };
