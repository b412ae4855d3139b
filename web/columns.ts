// SPDX-License-Identifier: Apache-2.0
// How the page names columns to the core, and what choosing a role means in its settings.

import type { Report, ReportColumn } from "../wasm/js/report.js";
import type { Settings } from "../wasm/js/settings.js";

export const roles = [
  "nps", "enps", "csat", "ces", "rating", "choice", "ranking", "segment", "wave", "weight", "text", "date",
  "response_id", "respondent_id", "serial", "personal", "number", "frequency", "duration",
  "option", "finished", "status", "ignore",
] as const;

/** Roles that a column can have in a table that is no survey, beside the parts of its kind. */
export const plainRoles = ["segment", "csat", "serial", "personal", "ignore"] as const;

/** Scales that a role can be told to be on; the first is what it mostly is. */
export const scales: Record<string, readonly string[]> = {
  nps: ["0-10"],
  enps: ["0-10"],
  csat: ["1-5", "1-7", "1-10", "0-10", "1-4", "1-3"],
  ces: ["1-7", "1-5"],
  rating: ["1-5", "1-7", "1-10", "0-10", "1-4", "1-3"],
};

export function questionText(column: ReportColumn): string {
  return column.label || column.name;
}

/** The header where it says which column is meant; its number where it doesn't. */
export function columnKey(column: ReportColumn, all: readonly ReportColumn[]): string {
  const fold = (name: string) => name.trim().toLowerCase();
  const alike = all.filter((other) => fold(other.name) === fold(column.name));
  return alike.length === 1 && column.name && !/^[#@]/.test(column.name) ? column.name : `#${column.column}`;
}

/** The question of a column that is told by its header or its number; what was told where there is none. */
export function keyText(columns: readonly ReportColumn[], key: string): string {
  const fold = (name: string) => name.trim().toLowerCase();
  const found = columns.find(({ column, name }) => `#${column}` === key || fold(name) === fold(key));
  return found ? questionText(found) : key;
}

/** The settings in which `column` plays `role`; in just one table where that is named, since tables of a
 * roll-out often share their headers. */
export function withRole(
  settings: Settings,
  column: ReportColumn,
  all: readonly ReportColumn[],
  role: string,
  scale = "",
  table = "",
): Settings {
  const key = columnKey(column, all);
  if (table) return withField(settings, table, key, role);
  const others = (names: readonly string[] = []) => names.filter((name) => name !== key);
  return {
    ...settings,
    columns: [...(settings.columns ?? []).filter(({ name }) => name !== key), { name: key, role, scale }],
    by: role === "segment" ? [...others(settings.by), key] : others(settings.by),
    wave: role === "wave" ? key : settings.wave === key ? "" : settings.wave,
    weight: role === "weight" ? key : settings.weight === key ? "" : settings.weight,
  };
}

function withField(settings: Settings, file: string, name: string, role: string): Settings {
  const told = settings.tables?.find((each) => each.file === file) ?? { file };
  const columns = [...(told.columns ?? []).filter((each) => each.name !== name), { name, role }];
  const others = (settings.tables ?? []).filter((each) => each.file !== file);
  return { ...settings, tables: [...others, { ...told, columns }] };
}

export function withSegment(settings: Settings, name: string): Settings {
  return { ...settings, by: [...(settings.by ?? []).filter((other) => other !== name), name] };
}
export function withoutSegment(settings: Settings, name: string): Settings {
  return { ...settings, by: (settings.by ?? []).filter((other) => other !== name) };
}

export function kindOf(report: Report, table: string): string {
  return report.tables.find(({ name }) => name === table)?.kind ?? "survey";
}

/** The settings in which a table is of another kind: what was told of its columns is of the former kind. */
export function withKind(settings: Settings, file: string, kind: string): Settings {
  const others = (settings.tables ?? []).filter((table) => table.file !== file);
  return { ...settings, tables: [...others, { file, kind }] };
}

/** The report's columns, with the name of their table. */
export function columnsOf(report: Report, table: string): readonly ReportColumn[] {
  return (
    report.tables.find(({ name }) => name === table)?.columns ??
    report.inputs.find((input) => (input.table ?? input.name) === table)?.columns ??
    []
  );
}
