// SPDX-License-Identifier: Apache-2.0
// Brings the engine up from what the build put into the page: the module as base64, the worker's
// script as text. Nothing is fetched, so the page's policy allows no connection at all.

import { Client } from "../wasm/js/client.js";
import { Failure } from "../wasm/js/failure.js";
import { bundledWasm, bundledWorker } from "topline-bundled";
import { say } from "./words/words.js";

export async function startEngine(): Promise<Client> {
  if (typeof WebAssembly !== "object") throw new Failure("wasm_missing", say("error.wasm"));
  try {
    return await Client.start(bundledWorker, await WebAssembly.compile(decoded(bundledWasm)));
  } catch (problem) {
    if (problem instanceof WebAssembly.CompileError) throw new Failure("wasm_missing", say("error.wasm"));
    throw Failure.from(problem);
  }
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; ++at) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
