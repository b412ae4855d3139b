// SPDX-License-Identifier: Apache-2.0
// The report's JSON as types. The core writes it (core/report/render_json.cpp); these mirror it.

export interface RowCounts {
  read: number;
  used: number;
  duplicate: number;
  incomplete: number;
  excluded: number;
  filtered: number;
  blank: number;
  rejected: number;
}

export interface ReportColumn {
  /** 1-based */
  column: number;
  name: string;
  label?: string;
  role: string;
  scale?: string;
  /** of the guess, 0 to 1 */
  confidence: number;
  /** settled by the user, not guessed */
  told?: boolean;
  reason: string;
  /** the other role that an unsure guess asks about */
  alternative?: string;
  answered: number;
  missing: number;
  invalid: number;
  distinct?: number;
  many?: boolean;
  top?: [text: string, count: number][];
}

export interface ReportInput {
  name: string;
  table?: string;
  kind: string;
  layout: string;
  encoding: string;
  /** of a workbook */
  sheet?: string;
  /** lines above the header */
  preamble?: number;
  /** of a frequency table, whose rows count people */
  table_rows?: number;
  delimiter: string;
  header_rows?: number;
  bytes: number;
  rows: RowCounts;
  columns: ReportColumn[];
}

export interface ReportTable {
  name: string;
  columns?: ReportColumn[];
  waves?: string[];
  headline_wave?: string;
  proposed_segments?: string[];
  proposed_wave?: string;
  proposed_weight?: string;
}

export interface Interval {
  level: number;
  low: number;
  high: number;
  method: string;
}

export interface Measure {
  id: string;
  table: string;
  question: string;
  column: number;
  /** {} is everyone; a value "" means "no answer" */
  segment: Record<string, string>;
  wave: string | null;
  /** absent where suppressed or not computable (see `why`) */
  value?: number;
  unit: string;
  n?: number;
  se?: number;
  n_effective?: number;
  interval?: Interval;
  parts?: Record<string, number>;
  distribution?: [score: string | number, count: number][];
  box?: string;
  option?: string;
  notes?: string[];
  why?: string;
  suppressed?: boolean;
  headline?: boolean;
}

export interface Message {
  level: "info" | "warning" | "question";
  code: string;
  text: string;
  where?: { input?: string; line?: number; column?: number; value?: string };
  count?: number;
}

export interface Report {
  topline: string;
  schema: number;
  title: string;
  language: string;
  as_of?: string;
  settings: { confidence: number; interval: string; min_n: number; seed: number };
  summary: string;
  tables: ReportTable[];
  inputs: ReportInput[];
  measures: Measure[];
  comparisons: unknown[];
  goals: unknown[];
  scorecard: unknown[];
  messages: Message[];
}
