// SPDX-License-Identifier: Apache-2.0

export type Language = "en" | "zh-CN";

/** A guess overruled. `name` is a header's text, "#3" or "@Q1". */
export interface ColumnChoice {
  name: string;
  role: string;
  scale?: string;
  /** answers that stand for none: "0", "6" … */
  missing?: string[];
}

/** What the core is told; it guesses the rest. The keys of core/study/settings.h. */
export interface Settings {
  columns?: ColumnChoice[];
  by?: string[];
  cross?: string[];
  wave?: string;
  wave_unit?: "" | "day" | "week" | "month" | "quarter" | "year";
  weight?: string;
  where?: [name: string, value: string][];
  confidence?: number;
  interval?: "score" | "wald" | "adjusted-wald";
  /** what is tested for differences */
  compare?: "headline" | "all" | "none";
  min_n?: number;
  audience?: "" | "customer" | "employee";
  language?: Language;
  title?: string;
  as_of?: string;
  seed?: number;
  kind?: string;
  tables?: TableChoice[];
  goals?: GoalChoice[];
  /** by the measure's id */
  targets?: Record<string, number>;
  period?: "month" | "quarter" | "year";
  discount_rate?: number;
  finance_rate?: number;
  reinvest_rate?: number;
  change_date?: string;
  key_features?: string[];
  activation_days?: number;
  drivers?: DriverChoice | DriverChoice[];
  scales?: ScaleChoice[];
  comments?: CommentsChoice;
  strata?: string | string[];
  clusters?: string | string[];
  fpc?: string;
  roster_size?: number;
  /** how many people were asked to answer, in each wave */
  invited?: number;
  /** waves are compared by the people who answered in both */
  paired?: boolean;
  /** by column, the share or the number of people of each category */
  margins?: Record<string, Record<string, number>>;
  favourable?: boolean;
  /** each question against each segment column, with χ² */
  crosstabs?: boolean;
  quality?: boolean;
  drop?: ("straightliners" | "speeders" | "near_duplicates" | "partials")[];
}

/** Items to be held against an outcome. */
export interface DriverChoice {
  outcome: string;
  items: string[];
}

/** Items that are meant to measure one thing. */
export interface ScaleChoice {
  name: string;
  items: string[];
  kind?: "alpha" | "sus" | "umux_lite";
}

/** Open answers to be read. Words of letters match whole, a trailing * any ending; Chinese ones anywhere. */
export interface CommentsChoice {
  column: string;
  themes?: { name: string; words: string[] }[];
  quotes?: number;
}

/** What is told of one table: its kind and its columns. */
export interface TableChoice {
  file: string;
  kind?: string;
  columns?: ColumnChoice[];
}

export interface GoalChoice {
  kpi: string;
  target?: string | number;
  change?: "" | "relative" | "points";
  baseline?: number;
  value?: number;
  start?: string;
  due?: string;
  owner?: string;
  milestones?: { name: string; due?: string; value?: number }[];
}

/** A kind of table that the core understands, and the parts that its columns play. */
export interface TableKind {
  kind: string;
  label: string;
  fields: { field: string; label: string; must: boolean }[];
}

export interface SampleOptions {
  seed?: number;
  rows?: number;
  language?: Language;
  text?: "plain" | "messy";
  /** "survey", "orders", "tickets" … */
  kind?: string;
}
