// SPDX-License-Identifier: Apache-2.0
// The study's settings as a file: what Save writes and Open reads. The core judges its content.

import type { Settings } from "../wasm/js/settings.js";

export function studyFile(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** A table may be named .json by mistake: only a file that begins with a brace is a study. */
export async function isStudyFile(file: File): Promise<boolean> {
  return /\.json$/i.test(file.name) && (await file.slice(0, 64).text()).trimStart().startsWith("{");
}

/** Throws where the text is no JSON object. */
export function studySettings(text: string): Settings {
  const told: unknown = JSON.parse(text);
  if (typeof told !== "object" || told === null || Array.isArray(told)) throw new Error("{ }");
  return told as Settings;
}
