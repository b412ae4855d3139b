// SPDX-License-Identifier: Apache-2.0
// Scrolling asks for the same rows again and again; the worker is asked for each page once.

import type { RowPage } from "../wasm/js/rows.js";

const pageRows = 256;
const pagesKept = 40;

export class RowCache {
  private readonly pages = new Map<number, Promise<RowPage>>();

  constructor(private readonly read: (from: number, limit: number) => Promise<RowPage>) {}

  async rows(from: number, to: number): Promise<RowPage> {
    const first = Math.floor(from / pageRows);
    const last = Math.floor(Math.max(from, to - 1) / pageRows);
    const all: RowPage = { from, rows: [], states: [], read_as: [], left_out: [] };
    for (let page = first; page <= last; ++page) {
      const got = await this.page(page);
      const begin = Math.max(0, from - page * pageRows);
      const end = to - page * pageRows;
      all.rows.push(...got.rows.slice(begin, end));
      all.states.push(...got.states.slice(begin, end));
      all.read_as.push(...got.read_as.slice(begin, end));
      all.left_out.push(...got.left_out.slice(begin, end));
    }
    return all;
  }

  private page(number: number): Promise<RowPage> {
    let page = this.pages.get(number);
    if (!page) {
      page = this.read(number * pageRows, pageRows);
      this.pages.set(number, page);
      page.catch(() => this.pages.delete(number));
      if (this.pages.size > pagesKept) this.pages.delete(this.pages.keys().next().value!);
    }
    return page;
  }
}
