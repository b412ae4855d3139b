// SPDX-License-Identifier: Apache-2.0
// The kinds of tables and the parts of their columns, as the core names them in the page's language.

import type { TableKind } from "../wasm/js/settings.js";
import { sayName } from "./words/words.js";

let known: readonly TableKind[] = [];

export function setKinds(kinds: readonly TableKind[]): void {
  known = kinds;
}
export const allKinds = (): readonly TableKind[] => known;

export function fieldsOf(kind: string): TableKind["fields"] {
  return known.find((each) => each.kind === kind)?.fields ?? [];
}

/** What a column's role is called in a table of its kind. */
export function roleName(kind: string, role: string): string {
  return fieldsOf(kind).find(({ field }) => field === role)?.label ?? sayName("role", role);
}
