// SPDX-License-Identifier: Apache-2.0
// node tests/parity/stats_parity.mjs <native stats_parity_print> <wasm stats_parity_print.js>
// Runs both and holds their output against each other, byte by byte. Exit 0: equal, 1: not equal,
// 77: one of the two has not been built.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [native, wasm] = process.argv.slice(2);
for (const path of [native, wasm]) {
  if (!path || !existsSync(path)) {
    console.log(`skipped: ${path ?? 'an argument'} is missing; build stats_parity_print in both trees`);
    process.exit(77);
  }
}

// Through a file: Node drops what a pipe has not taken yet when the program exits.
function output(command, args) {
  const folder = mkdtempSync(join(tmpdir(), 'stats_parity-'));
  try {
    const path = join(folder, 'out');
    const file = openSync(path, 'w');
    const run = spawnSync(command, args, { stdio: ['ignore', file, 'inherit'] });
    closeSync(file);
    if (run.status !== 0) throw new Error(`${command} ended with ${run.status}`);
    return readFileSync(path, 'latin1');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ours = output(native, []);
const theirs = output(process.execPath, ['--no-experimental-fetch', wasm]);
const a = ours.split('\n');
const b = theirs.split('\n');
if (ours === theirs && a.length > 1) {
  console.log(`${a.length - 1} values, every bit the same`);
  process.exit(0);
}

const differing = new Map();
for (let i = 0; i < Math.max(a.length, b.length); ++i) {
  if (a[i] === b[i]) continue;
  const name = (a[i] ?? b[i]).split(' ')[0];
  const seen = differing.get(name) ?? { count: 0, first: `line ${i + 1}: native ${a[i]}, wasm ${b[i]}` };
  seen.count += 1;
  differing.set(name, seen);
}
console.error(`native ${a.length - 1} values, wasm ${b.length - 1}; those that differ:`);
for (const [name, { count, first }] of differing) console.error(`  ${name}: ${count}, first ${first}`);
process.exit(1);
