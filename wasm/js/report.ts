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
  top?: [text: string, count: number | null][];
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
  kind: string;
  /** ISO date of its latest event */
  data_through?: string;
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

export type Parts = Record<string, number>;

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
  /** null: of all there is, so it has none */
  interval?: Interval | null;
  method?: string;
  /** named counts and figures; some are lists, such as irr's "roots" (a viewer that meets one shows its items) */
  parts?: Parts;
  distribution?: [score: string | number, count: number][];
  box?: string;
  option?: string;
  notes?: string[];
  why?: string;
  suppressed?: boolean;
  /** of a suppressed measure that nearly all in the group share (`why: "nearly_alike"`): all that is said of its value */
  bound?: { low?: number; high?: number };
  headline?: boolean;
}

export type Verdict = "met" | "not_met" | "too_close" | "not_measured";

export interface Criterion {
  criterion: string;
  verdict: Verdict;
  evidence: {
    id: string;
    table: string;
    question?: string;
    segment: Record<string, string>;
    wave: string | null;
    value?: number;
    target?: number;
    verdict: Verdict;
  }[];
  /** kinds of tables that would bring evidence */
  missing: string[];
}

export interface Goal {
  kpi: string;
  owner?: string;
  start?: string;
  due?: string;
  target_text?: string;
  unit?: string;
  baseline?: number;
  target?: number;
  value?: number;
  progress?: number;
  run_rate?: number;
  pace?: number;
  projected?: number;
  projection?: Interval;
  deviation?: number;
  reason?: string;
  status: string;
  question?: string;
  missing: string[];
  milestones: { name: string; due?: string; value?: number; status: string }[];
}

export interface Difference {
  id: string;
  table: string;
  /** of a survey */
  question?: string;
  column?: number;
  option?: string;
  /** of a survey: what a is held against */
  against?: "rest" | "previous" | "first";
  a: { segment: Record<string, string>; wave: string | null };
  /** rest: everyone in the wave but a */
  b: { segment: Record<string, string>; wave: string | null; rest?: boolean };
  difference?: number;
  unit: string;
  interval?: Interval;
  p?: number;
  p_adjusted?: number;
  test: string;
  verdict: "clear" | "not_clear" | "no_verdict";
  /** value_a, value_b, n_a, n_b, detectable … */
  parts?: Record<string, number>;
  /** of a wave against the previous: what the change is made of, by segment column */
  mix_and_rate?: { by: string; mix: number; rate: number }[];
  notes: string[];
}

/** A figure over the waves with its control limits. */
export interface Trend {
  id: string;
  table: string;
  question: string;
  column: number;
  option?: string;
  unit: string;
  centre: number;
  points: { wave: string; value?: number; low?: number; high?: number; out?: boolean }[];
  /** the waves beyond a limit */
  out: string[];
  notes: string[];
}

/** A segment of a crosstab: people by answer, and their percentages (with weights those of the weights). */
export interface CrosstabColumn {
  name: string;
  n: number;
  counts: number[];
  /** null where nobody has a weight */
  percent: (number | null)[];
}

/** A question against a segment column, where that was asked for. */
export interface Crosstab {
  table: string;
  question: string;
  /** 1-based */
  column: number;
  by: string;
  wave: string | null;
  /** "detractors", "passives", "promoters" of an NPS; scores; options */
  answers: string[];
  segments: CrosstabColumn[];
  /** of the segments shown */
  total: CrosstabColumn;
  /** who told no segment: in no total and no test */
  no_answer?: CrosstabColumn;
  /** segments that are hidden */
  left_out: number;
  n: number;
  chi_squared?: number;
  /** with weights, in place of chi_squared: Rao and Scott's, on df and ddf */
  f?: number;
  df?: number;
  ddf?: number;
  p?: number;
  /** Holm, over the questions by this column */
  p_adjusted?: number;
  cramers_v?: number;
  /** why there is no test */
  why?: "several_answers" | "weighted" | "designed" | "one_segment" | "one_answer";
  verdict: "clear" | "not_clear" | "no_verdict";
  notes: string[];
}

export type CommentGroup = "detractors" | "passives" | "promoters";

/** How many people speak of something; or it is hidden. */
export interface CommentCount {
  n?: number;
  /** of the base or the group, in % */
  share?: number;
  suppressed?: boolean;
}

/** A word that sets a group's comments apart. */
export interface CommentTerm {
  term: string;
  /** people of the group, and of the other groups (absent where hidden) */
  here: number;
  elsewhere?: number;
  g_squared?: number;
}

/** What the open answers of one column say, where that was asked for. */
export interface OpenAnswers {
  table: string;
  question: string;
  /** 1-based */
  column: number;
  /** the NPS question that groups them */
  score_question?: string;
  wave: string | null;
  /** why there is nothing else */
  why?: string;
  min_n: number;
  base?: number;
  scored_only?: boolean;
  groups?: Partial<Record<CommentGroup, number>>;
  themes?: (CommentCount & { theme: string; groups?: Record<CommentGroup, CommentCount> })[];
  terms?: { promoters: CommentTerm[]; detractors: CommentTerm[] };
  quotes?: string[];
  why_no_quotes?: "few_comments" | "filtered";
}

/** Two tables that found each other by a key, and how well. */
export interface Join {
  left: string;
  right: string;
  key: string;
  left_keys: number;
  right_keys: number;
  matched: number;
  left_only: string[];
  right_only: string[];
}

/** What a viewer needs to know of a measure beside its figures. */
export interface CatalogueEntry {
  name: string;
  unit: string;
  better: "higher" | "lower" | "none";
  /** of a roll-out's measures */
  theme?: string;
}

export interface Message {
  level: "info" | "warning" | "question";
  code: string;
  text: string;
  where?: { input?: string; line?: number; column?: number; value?: string };
  count?: number;
}

/** A headline score opened up. */
export interface Proof {
  id: string;
  table: string;
  question: string;
  column: number;
  segment: Record<string, string>;
  wave: string | null;
  formula: string;
  n: number;
  /** used rows, and those of them without an answer or with an invalid one */
  rows: number;
  missing: number;
  invalid: number;
  /** base R that prints the value and the ends of its interval; absent for weighted scores */
  r?: string;
  /** what other tools' rules would give, where that is another figure */
  other_rules: { rule: string; text: string; value: number; unit: string }[];
}

export interface Report {
  topline: string;
  schema: number;
  title: string;
  language: string;
  as_of?: string;
  settings: { confidence: number; interval: string; compare: string; min_n: number; seed: number };
  summary: string;
  tables: ReportTable[];
  inputs: ReportInput[];
  measures: Measure[];
  comparisons: Difference[];
  trends: Trend[];
  crosstabs?: Crosstab[];
  open_answers?: OpenAnswers[];
  goals: Goal[];
  scorecard: Criterion[];
  joins: Join[];
  proof: Proof[];
  /** by id, of the measures that the report has */
  catalogue: Record<string, CatalogueEntry>;
  /** of options, notes, reasons and themes, in the report's language */
  words: Record<string, string>;
  messages: Message[];
}
