// SPDX-License-Identifier: Apache-2.0
// A table of orders as a shop exports it: node orders_sample.mjs FILE ROWS CUSTOMERS SEED. In the order
// of time over three years, ids ascend, one row an order; few customers buy much, most of them little.
import { closeSync, openSync, writeSync } from 'node:fs';

const [file, rows, customers, seed] = [process.argv[2], ...process.argv.slice(3).map(Number)];

// Marsaglia (2003), Xorshift RNGs: the same everywhere.
let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0 || 1;
function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

const days = [];
for (let day = Date.UTC(2023, 6, 1); day < Date.UTC(2026, 6, 1); day += 86400000) {
  days.push(new Date(day).toISOString().slice(0, 10));
}
const out = openSync(file, 'w');
let text = 'customer,date,amount,order id\n';
for (let row = 0; row < rows; ++row) {
  const share = random();
  const customer = Math.floor(share * share * customers);
  const cents = 100 + Math.floor(-Math.log(1 - random()) * 6000);
  const day = days[Math.floor((row / rows) * days.length)];
  text += `C${String(customer).padStart(7, '0')},${day},${(cents / 100).toFixed(2)},O${String(row + 1).padStart(8, '0')}\n`;
  if (text.length > 1 << 20) {
    writeSync(out, text);
    text = '';
  }
}
writeSync(out, text);
closeSync(out);
