// SPDX-License-Identifier: Apache-2.0
// Any page of rows of an input of any size: seek by the index that the analysis left (the offset of
// every 1,024th record), read one slice, let the core cut it into cells.

import type { Door, ToplineModule } from "./door.js";
import { Failure } from "./failure.js";
import type { Source } from "./source.js";

/** How a cell counts: the digits of RowPage.states. */
export const CellState = { plain: "0", missing: "1", invalid: "2", repaired: "3", undecodable: "4", absent: "5" } as const;

/** Cells as read, and how they count. */
export interface RowPage {
  from: number;
  rows: string[][];
  /** one digit a cell, also for cells that a row lacks: CellState */
  states: string[];
  /** of each row: what its repaired cells were read as, by their place from 0 */
  read_as: Record<string, string>[];
  /** of each row: why it is not counted ("bad_weight" …); empty where it is */
  left_out: string[];
}

const firstSlice = 1 << 18;
const largestSlice = 32 << 20;

/** The door reads one input's rows at a time: the input whose head it was shown last. */
const shown = new WeakMap<Door, RowPager>();

export class RowPager {
  constructor(
    private readonly module: ToplineModule,
    private readonly door: Door,
    private readonly source: Source,
    private readonly head: Uint8Array,
    private readonly index: number[],
  ) {}

  get name(): string {
    return this.source.name;
  }

  /** The same rows, their cells judged by another analysis. */
  through(door: Door): RowPager {
    return new RowPager(this.module, door, this.source, this.head, this.index);
  }

  async page(from: number, limit: number): Promise<RowPage> {
    const page: RowPage = { from, rows: [], states: [], read_as: [], left_out: [] };
    const stride = this.module.indexStride;
    while (page.rows.length < limit) {
      const next = from + page.rows.length;
      const block = Math.floor(next / stride);
      const offset = this.index[block];
      if (offset === undefined) break;
      const end = this.index[block + 1] ?? this.source.size;
      const skip = next - block * stride;
      const wanted = Math.min(limit - page.rows.length, stride - skip);
      const got = await this.block(offset, end, skip, wanted);
      page.rows.push(...got.rows);
      page.states.push(...got.states);
      page.read_as.push(...got.read_as);
      page.left_out.push(...got.left_out);
      if (got.rows.length < wanted) break;
    }
    return page;
  }

  /** Rows of one block. The slice grows until it holds them, or the block's end. */
  private async block(offset: number, end: number, skip: number, limit: number) {
    for (let size = firstSlice; ; size *= 8) {
      const to = Math.min(offset + size, end);
      const bytes = await this.source.read(offset, to);
      this.show();
      this.module.HEAPU8.set(bytes, this.door.sliceRoom(bytes.length));
      const said = JSON.parse(this.door.rows(offset, skip, limit, to === end));
      if (said.ok === false) throw new Failure(said.error.code, said.error.text);
      if (said.rows.length === limit || to === end || size >= largestSlice) {
        return said as Omit<RowPage, "from">;
      }
    }
  }

  private show(): void {
    if (shown.get(this.door) === this) return;
    shown.set(this.door, this);
    this.module.HEAPU8.set(this.head, this.door.headRoom(this.head.length));
    this.door.look(this.head.length === this.source.size);
  }
}
