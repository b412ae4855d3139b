// SPDX-License-Identifier: Apache-2.0
// xlsxOf() in a thread of its own: one file in, its XLSX bytes or what is wrong with it out.

import { Failure } from "./failure.js";
import { xlsxOf } from "./xls.js";

export type XlsReply = { xlsx: Uint8Array } | { trouble: string };

const thread = self as unknown as { postMessage(reply: XlsReply, transfer?: Transferable[]): void };

self.addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => {
  try {
    const xlsx = xlsxOf(data);
    thread.postMessage({ xlsx }, [xlsx.buffer]);
  } catch (problem) {
    thread.postMessage({ trouble: Failure.from(problem).message });
  }
});
