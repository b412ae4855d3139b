// SPDX-License-Identifier: Apache-2.0

/** What the core, or the reading around it, could not do: a code and one or two sentences for people. */
export class Failure extends Error {
  constructor(readonly code: string, text: string) {
    super(text);
    this.name = "Failure";
  }

  static from(value: unknown): Failure {
    if (value instanceof Failure) return value;
    if (value instanceof Error && value.name === "AbortError") return new Failure("cancelled", value.message);
    return new Failure("internal", value instanceof Error ? value.message : String(value));
  }
}
