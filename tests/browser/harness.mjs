// SPDX-License-Identifier: Apache-2.0
// A plain runner: named tests with a time limit each, one line per test, a count at the end.

let passed = 0;
let skipped = 0;
const failures = [];
const wanted = process.argv[2] ? new RegExp(process.argv[2], "i") : null;

export async function test(name, body, { seconds = 40 } = {}) {
  if (wanted && !wanted.test(name)) return;
  const began = performance.now();
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`longer than ${seconds} s`)), seconds * 1000);
  });
  try {
    const said = await Promise.race([body(), limit]);
    ++passed;
    const took = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`ok   ${name} (${took} s)${typeof said === "string" ? `: ${said}` : ""}`);
  } catch (problem) {
    failures.push(name);
    console.log(`FAIL ${name}\n     ${String(problem.stack ?? problem).split("\n").slice(0, 6).join("\n     ")}`);
  } finally {
    clearTimeout(timer);
  }
}

export function skip(name, reason) {
  if (wanted && !wanted.test(name)) return;
  ++skipped;
  console.log(`skip ${name}: ${reason}`);
}

/** Prints the count and sets the exit code. */
export function finish() {
  if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join("\n  ")}`);
  console.log(`\n${passed} passed, ${failures.length} failed${skipped ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
