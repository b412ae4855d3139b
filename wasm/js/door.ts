// SPDX-License-Identifier: Apache-2.0
// The Embind module as types: what wasm/door.cpp binds.

/** Its calls answer JSON: {"ok":true,…} or {"ok":false,"error":{"code","text"}}. */
export interface Door {
  create(settings: string): string;
  takeOver(other: Door): string;
  headRoom(bytes: number): number;
  begin(info: string): string;
  feedFrom(): number;
  room(bytes: number): number;
  commit(bytes: number): string;
  rangeDone(): boolean;
  end(): string;
  mustReadAgain(): boolean;
  again(): string;
  usePlan(plan: string): string;
  plan(): string;
  addTally(tally: string): string;
  tally(): string;
  covered(): string;
  rowIndex(): string;
  report(format: string, width: number): string;
  textAt(): number;
  textSize(): number;
  look(headIsAll: boolean): string;
  sliceRoom(bytes: number): number;
  rows(offset: number, skip: number, limit: number, last: boolean): string;
  delete(): void;
}

/** What makes text of files that are none; bytes go in through room(), text comes out at textAt(). */
export interface Intake {
  room(bytes: number): number;
  textAt(): number;
  textSize(): number;
  findForm(all: boolean, encoding: string): string;
  convert(last: boolean): string;
  zipEnd(fileSize: number): string;
  zipEntries(): string;
  zipData(): string;
  nextPart(): string;
  feedPart(): string;
  endPart(): string;
  sheets(): string;
  beginSheet(number: number): string;
  feedSheet(): string;
  endSheet(): string;
  noSheet(sheet: string, sheets: string): string;
  delete(): void;
}

export interface ToplineModule {
  HEAPU8: Uint8Array;
  Door: new () => Door;
  Intake: new (language: string) => Intake;
  zipTail: number;
  zipLocalHeader: number;
  version(): string;
  sample(options: string): string;
  explain(measure: string, language: string): string;
  kinds(language: string): string;
  headBytes: number;
  indexStride: number;
}

export type CreateTopline = (options: {
  wasmBinary?: ArrayBufferView | ArrayBuffer;
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => Record<string, never>;
}) => Promise<ToplineModule>;
