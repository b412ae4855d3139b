// SPDX-License-Identifier: Apache-2.0
// Writes core/encoding/tables.cpp from a browser's TextDecoder, which follows the WHATWG Encoding
// Standard: node scripts/encoding_tables.mjs. With --check it compares instead, and fails where they
// differ. With --hashes it prints what tests/encoding/decoder_test.cpp expects: FNV-1a of the UTF-8
// that the browser makes of pseudo-random bytes. Needs Chromium at /usr/bin/chromium.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const target = new URL('../core/encoding/tables.cpp', import.meta.url);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const found = await page.evaluate(() => {
  const decode = (label, bytes) => new TextDecoder(label).decode(Uint8Array.from(bytes));
  const single = (label) => Array.from({ length: 128 }, (_, i) => decode(label, [128 + i]).codePointAt(0));
  const pairs = [];
  for (let lead = 0x81; lead <= 0xfe; ++lead) {
    for (let trail = 0x40; trail <= 0xfe; ++trail) {
      if (trail === 0x7f) continue;
      const text = decode('gb18030', [lead, trail]);
      const whole = [...text].length === 1 && text !== '\ufffd';
      pairs.push(whole ? text.codePointAt(0) : 0);
    }
  }
  // Four bytes count up: where the characters stop counting with them, a new range begins.
  const ranges = [];
  let next = -1;
  for (let pointer = 0; pointer < 39420; ++pointer) {
    const text = decode('gb18030', [
      0x81 + Math.floor(pointer / 12600), 0x30 + Math.floor(pointer / 1260) % 10,
      0x81 + Math.floor(pointer / 10) % 126, 0x30 + pointer % 10]);
    const point = text === '\ufffd' ? 0 : text.codePointAt(0);
    if (point !== next) ranges.push([pointer, point]);
    next = point + 1;
  }
  return { windows1252: single('windows-1252'), macRoman: single('macintosh'), pairs, ranges };
});
const hashes = await page.evaluate(() => {
  // Half the bytes at random, the others such as sequences are made of; the same as in the test.
  const random = (size) => {
    let x = 2463534242;
    const next = () => {
      x ^= x << 13; x ^= x >>> 17; x ^= x << 5; x >>>= 0;
      return x;
    };
    return Uint8Array.from({ length: size }, () => {
      const r = next();
      const byte = r >>> 8 & 0xff;
      const kind = r & 7;
      return kind < 4 ? byte : kind === 4 ? 0x30 + byte % 10 : kind === 5 ? 0x81 + byte % 126 : kind === 6 ? 0xd8 + byte % 8 : 0x20 + byte % 95;
    });
  };
  const bytes = random(1 << 17);
  return Object.fromEntries(['utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'gb18030'].map((label) => {
    let hash = 0xcbf29ce484222325n;
    const text = new TextDecoder(label).decode(bytes);
    for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return [label, [hash.toString(16), text.split('\ufffd').length - 1]];
  }));
});
await browser.close();
if (process.argv.includes('--hashes')) {
  console.log(hashes);
  process.exit();
}

if (found.pairs.some((point) => point > 0xffff)) throw new Error('a pair beyond the BMP');

const hex = (value) => '0x' + value.toString(16).padStart(4, '0');
const lines = (values, each) => {
  const out = [];
  for (let i = 0; i < values.length; i += each) out.push('    ' + values.slice(i, i + each).join(', ') + ',');
  return out.join('\n');
};
const source = `// SPDX-License-Identifier: Apache-2.0
// Made by scripts/encoding_tables.mjs from a browser's TextDecoder; not to be edited.
#include "core/encoding/tables.h"

// clang-format off
namespace topline::encoding {

const uint16_t kWindows1252[128] = {
${lines(found.windows1252.map(hex), 12)}
};

const uint16_t kMacRoman[128] = {
${lines(found.macRoman.map(hex), 12)}
};

const Gb18030Range kGb18030Ranges[] = {
${lines(found.ranges.map(([pointer, point]) => `{${pointer}, ${hex(point)}}`), 6)}
};
const size_t kGb18030RangeCount = ${found.ranges.length};

const uint16_t kGb18030Pairs[126 * 190] = {
${lines(found.pairs.map(hex), 12)}
};

}  // namespace topline::encoding
`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== source) throw new Error('core/encoding/tables.cpp is not what the browser says');
  console.log('core/encoding/tables.cpp is what the browser says');
} else {
  writeFileSync(target, source);
}
