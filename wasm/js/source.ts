// SPDX-License-Identifier: Apache-2.0
// Where bytes come from. One interface for a file on disk, a paste and bytes in memory, so that the
// reading loop knows only slices. No BYOB streams: slices read as fast and have never hung.

export type Bytes = Blob | string | Uint8Array | Uint8Array[];

/** One file or paste, as callers name it. */
export interface NamedInput {
  name: string;
  bytes: Bytes;
  /** How a text file is encoded, if it looks otherwise: "gbk", "windows-1252" … */
  encoding?: string;
  /** The one sheet of a workbook to read; all that are not hidden without it. */
  sheet?: string;
}

/** How the text came about, where it is not the file's own bytes: see core/intake/input_info.h. */
export interface Origin {
  encoding?: string;
  undecodable?: number;
  sheet?: string;
  hidden_rows?: number;
  hidden_columns?: number;
  unvalued?: number;
  left_out?: string;
}

export interface Source {
  readonly name: string;
  readonly size: number;
  readonly origin?: Origin;
  /** Bytes [from, to), fewer only at the end. */
  read(from: number, to: number): Promise<Uint8Array>;
}

export function openSource({ name, bytes }: NamedInput): Source {
  if (bytes instanceof Blob) {
    return {
      name,
      size: bytes.size,
      read: async (from, to) => new Uint8Array(await bytes.slice(from, to).arrayBuffer()),
    };
  }
  const whole = inOnePiece(bytes);
  return { name, size: whole.length, read: async (from, to) => whole.subarray(from, to) };
}

function inOnePiece(bytes: string | Uint8Array | Uint8Array[]): Uint8Array {
  if (typeof bytes === "string") return new TextEncoder().encode(bytes);
  if (bytes instanceof Uint8Array) return bytes;
  const whole = new Uint8Array(bytes.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of bytes) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
