// SPDX-License-Identifier: Apache-2.0
// Workbooks of the old kind (.xls). What reads them is larger than the page's own script and seldom
// needed: it lies packed in the page (beside it in dist/site) and is unpacked for the first such file.

import { Failure } from "../wasm/js/failure.js";
import type { NamedInput } from "../wasm/js/source.js";
import type { XlsReply } from "../wasm/js/xls_worker.js";
import { say } from "./words/words.js";

/** A file is turned once, however often the page asks about it. */
const turned = new WeakMap<Blob, Promise<Uint8Array>>();
let script: Promise<string> | undefined;

/** The inputs, .xls files turned into XLSX. Failures: bad_workbook, xls_missing. */
export function withoutXls(inputs: readonly NamedInput[]): Promise<NamedInput[]> {
  return Promise.all(inputs.map(async (input) => {
    if (!(input.bytes instanceof Blob) || !(await isCompound(input.bytes))) return input;
    return { ...input, bytes: await xlsxOf(input.bytes) };
  }));
}

/** Begins the file as compound files do? All .xls files since Excel 5 do. */
async function isCompound(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => head[at] === byte);
}

function xlsxOf(file: Blob): Promise<Uint8Array> {
  let made = turned.get(file);
  if (!made) {
    made = turn(file);
    turned.set(file, made);
    made.catch(() => turned.delete(file));
  }
  return made;
}

async function turn(file: Blob): Promise<Uint8Array> {
  script ??= unpacked();
  script.catch(() => (script = undefined));
  const url = URL.createObjectURL(new Blob([await script], { type: "text/javascript" }));
  const worker = new Worker(url);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reply = await new Promise<XlsReply>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<XlsReply>) => resolve(data));
      worker.addEventListener("error", (event) => reject(new Failure("internal", event.message)));
      worker.postMessage(bytes, [bytes.buffer]);
    });
    if ("xlsx" in reply) return reply.xlsx;
    const locked = /password|encrypt/i.test(reply.trouble);
    throw new Failure("bad_workbook", locked ? say("error.xlsLocked") : say("error.xls", { detail: reply.trouble }));
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

/** The worker's script, out of the inert element or the file that holds it: gzip as base64. */
async function unpacked(): Promise<string> {
  const base64 = document.querySelector("script[data-role=xls]")?.textContent ?? (await besidePage());
  const binary = atob(base64.trim());
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** A script, because the page's policy lets no fetch() out, not even to where the page comes from. */
function besidePage(): Promise<string> {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = "xls.js";
    element.addEventListener("load", () => resolve((globalThis as unknown as { toplineXls: string }).toplineXls));
    element.addEventListener("error", () => reject(new Failure("xls_missing", say("error.xlsMissing"))));
    document.head.append(element);
  });
}
