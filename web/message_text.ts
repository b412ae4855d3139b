// SPDX-License-Identifier: Apache-2.0

import type { Message } from "../wasm/js/report.js";

/** The core words its messages for the command line too. A sentence that names an option such as
 * --column is answered here by a button, so it is left out. */
export function forPage({ text }: Message): string {
  const sentences = text.match(/[^.?!。？！]+(?:[.?!](?!\s|$)[^.?!。？！]*)*(?:[.?!。？！]+["”’）)]?\s*|$)/g) ?? [text];
  const kept = sentences.filter((sentence) => !/(^|[^\w-])--\w/.test(sentence));
  return kept.length > 0 ? kept.join("").trim() : text;
}

/** Proposals have their own place, with one click each. */
export const isProposal = (code: string) => code.endsWith("_proposed");
