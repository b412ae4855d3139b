// SPDX-License-Identifier: Apache-2.0
// Files as the core's scanner can read them: text in other encodings and workbooks become UTF-8 CSV,
// each filled sheet a source of its own. The core does it; this side hands it bytes, inflated where
// they are packed.

import type { Intake, ToplineModule } from "./door.js";
import { Failure } from "./failure.js";
import { openSource, type NamedInput, type Origin, type Source } from "./source.js";
import { ZipFile } from "./zip.js";

const sliceBytes = 4 << 20;

/** Throws what an answer of a door says went wrong. */
export function checked<T = Record<string, unknown>>(answer: string): T {
  const said = JSON.parse(answer);
  if (said.ok === false) throw new Failure(said.error.code, said.error.text);
  return said;
}

export async function openSources(module: ToplineModule, input: NamedInput, language: string): Promise<Source[]> {
  const source = openSource(input);
  const head = await source.read(0, Math.min(module.headBytes, source.size));
  const intake = new module.Intake(language);
  try {
    if (isZip(head)) return await sheetsOf(module, intake, source, input.sheet);
    put(module, intake, head);
    const form = checked<{ as_it_is: boolean; encoding: string }>(
      intake.findForm(head.length === source.size, input.encoding ?? ""),
    );
    if (form.as_it_is) return [source];
    return [await converted(module, intake, source, form.encoding)];
  } finally {
    intake.delete();
  }
}

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

export function put(module: ToplineModule, intake: Intake, bytes: Uint8Array): void {
  module.HEAPU8.set(bytes, intake.room(bytes.length));
}

/** A copy: the text's memory is the core's, and used again. */
function taken(module: ToplineModule, intake: Intake): Uint8Array {
  const at = intake.textAt();
  return module.HEAPU8.slice(at, at + intake.textSize());
}

function madeOf(name: string, pieces: Uint8Array[], origin: Origin): Source {
  // A Blob: browsers keep a large one outside of the page's memory.
  const { size, read } = openSource({ name, bytes: new Blob(pieces as BlobPart[]) });
  return { name, size, read, origin };
}

async function converted(module: ToplineModule, intake: Intake, source: Source, encoding: string): Promise<Source> {
  const pieces: Uint8Array[] = [];
  const origin: Origin = { encoding };
  for (let at = 0; at === 0 || at < source.size; at += sliceBytes) {
    const to = Math.min(at + sliceBytes, source.size);
    put(module, intake, await source.read(at, to));
    origin.undecodable = checked<{ undecodable: number }>(intake.convert(to === source.size)).undecodable;
    pieces.push(taken(module, intake));
  }
  return madeOf(source.name, pieces, origin);
}

interface Sheet {
  name: string;
  part: string;
  hidden: boolean;
}

async function sheetsOf(module: ToplineModule, intake: Intake, source: Source, wanted?: string): Promise<Source[]> {
  const zip = await ZipFile.open(module, intake, source);
  for (;;) {
    const { part } = checked<{ part?: string }>(intake.nextPart());
    if (part === undefined) break;
    await zip.inflate(part, (bytes) => {
      put(module, intake, bytes);
      checked(intake.feedPart());
    });
    checked(intake.endPart());
  }
  const { sheets } = checked<{ sheets: Sheet[] }>(intake.sheets());
  const folded = (name: string) => name.trim().toLowerCase();
  const named = wanted === undefined ? undefined : sheets.filter((sheet) => folded(sheet.name) === folded(wanted));
  if (named?.length === 0) checked(intake.noSheet(wanted!, sheets.map((sheet) => sheet.name).join(", ")));
  const left_out = named ? "" : sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name).join(", ");
  const filled: Source[] = [];
  for (const sheet of named ?? sheets.filter((sheet) => !sheet.hidden)) {
    const pieces: Uint8Array[] = [];
    checked(intake.beginSheet(sheets.indexOf(sheet)));
    await zip.inflate(sheet.part, (bytes) => {
      put(module, intake, bytes);
      checked(intake.feedSheet());
      pieces.push(taken(module, intake));
    });
    const { hidden_rows, hidden_columns, unvalued } = checked<Origin>(intake.endSheet());
    const made = madeOf(source.name, pieces, { sheet: sheet.name, hidden_rows, hidden_columns, unvalued, left_out });
    if (named || made.size > 0) filled.push(made);
  }
  if (filled.length === 1) return filled;
  return filled.map((sheet) => ({ ...sheet, name: `${source.name}#${sheet.origin!.sheet}` }));
}
