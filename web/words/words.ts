// SPDX-License-Identifier: Apache-2.0
// The page speaks one language at a time; `say` looks its words up by id.

import type { Language } from "../../wasm/js/settings.js";
import { en } from "./en.js";
import { zh } from "./zh.js";

export type WordId = keyof typeof en;
/** A text with {places}, or one text for each way of counting. */
export type Words = Record<WordId, string | { readonly one: string; readonly other: string }>;

const catalogues: Record<Language, Words> = { en, "zh-CN": zh };
let spoken: Language = "en";
const listeners = new Set<() => void>();

export const language = (): Language => spoken;

export function speak(next: Language): void {
  spoken = next;
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** The language of the browser, where we have it. */
export function preferredLanguage(wanted: readonly string[] = navigator.languages): Language {
  const first = wanted.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^zh/i.test(first) ? "zh-CN" : "en";
}

/** Numbers among the places are written in the language; `n` also chooses singular or plural. */
export function say(id: WordId, places: Record<string, string | number> = {}): string {
  const entry = catalogues[spoken][id];
  const text =
    typeof entry === "string"
      ? entry
      : new Intl.PluralRules(spoken).select(Number(places.n)) === "one" ? entry.one : entry.other;
  return text.replace(/\{(\w+)\}/g, (_, place: string) => {
    const value = places[place];
    return typeof value === "number" ? value.toLocaleString(spoken) : String(value ?? "");
  });
}

/** As say(), for ids that are made from the report's own names (roles, parts); the name if unknown. */
export function sayName(prefix: string, name: string): string {
  const id = `${prefix}.${name}` as WordId;
  return id in catalogues[spoken] ? say(id) : name;
}

/** Calls back after each change of language, until the returned function is called. */
export function whenSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
