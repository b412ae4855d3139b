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
  min_n?: number;
  audience?: "" | "customer" | "employee";
  language?: Language;
  title?: string;
  as_of?: string;
  seed?: number;
}

export interface SampleOptions {
  seed?: number;
  rows?: number;
  language?: Language;
  text?: "plain" | "messy";
  /** "survey", "orders", "tickets" … */
  kind?: string;
}
