// SPDX-License-Identifier: Apache-2.0
// regular-table 0.9 plans its scrolling as if a header were as high as a row. Ours is three times as high,
// and so the last two rows could not be reached. Where it asks how many rows the header takes, it is
// told what was measured; only its drawing, which asks right after it has set the number, gets that.

import type { RegularTableElement } from "regular-table";

interface Plan {
  column_headers_length: number;
}

/** To be called after setDataListener(); gives a function to call after each drawing. */
export function measuredHead(grid: RegularTableElement): () => void {
  // Its own names are shortened in the library's build, this one's is not.
  const isPlan = (each: unknown): each is Plan => typeof each === "object" && each !== null && "column_headers_length" in each;
  const cache = Object.values(grid).find(isPlan);
  if (!cache) return () => {};
  let rows = 1;
  let drawn = cache.column_headers_length;
  let set = false;
  Object.defineProperty(cache, "column_headers_length", {
    get() {
      const told = set ? drawn : Math.max(drawn, rows);
      set = false;
      return told;
    },
    set(length: number) {
      drawn = length;
      set = true;
    },
  });
  return () => {
    const row = grid.querySelector<HTMLElement>("tbody tr")?.offsetHeight;
    const head = grid.querySelector<HTMLElement>("thead")?.offsetHeight;
    if (!row || !head || head / row === rows) return;
    rows = head / row;
    requestAnimationFrame(() => void grid.draw({ invalid_viewport: true }));
  };
}
