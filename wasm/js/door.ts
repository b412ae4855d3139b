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

export interface ToplineModule {
  HEAPU8: Uint8Array;
  Door: new () => Door;
  version(): string;
  sample(options: string): string;
  explain(measure: string, language: string): string;
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
