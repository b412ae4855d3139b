// SPDX-License-Identifier: Apache-2.0
// Scrolling asks for the same rows again and again; the worker is asked for each page once.

import type { RowPage } from "../wasm/js/rows.js";

const pageRows = 256;
const pagesKept = 40;

export class RowCache {
  private readonly pages = new Map<number, Promise<RowPage>>();

  constructor(private readonly read: (from: number, limit: number) => Promise<RowPage>) {}

  async rows(from: number, to: number): Promise<{ rows: string[][]; states: string[] }> {
    const first = Math.floor(from / pageRows);
    const last = Math.floor(Math.max(from, to - 1) / pageRows);
    const rows: string[][] = [];
    const states: string[] = [];
    for (let page = first; page <= last; ++page) {
      const got = await this.page(page);
      const skip = Math.max(0, from - page * pageRows);
      rows.push(...got.rows.slice(skip));
      states.push(...got.states.slice(skip));
    }
    return { rows: rows.slice(0, to - from), states: states.slice(0, to - from) };
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
