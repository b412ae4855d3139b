// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where cells and records end, found 64 bytes at a time. Private to core/ingest.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/ingest/record_block.h"
#include "core/ingest/scanner.h"

namespace topline {

/// The bytes that a dialect gives a meaning to (besides the quote).
struct Marks {
  char delimiter;
  char end;  ///< LF or CR
};

struct BlockIndex {
  /// Offsets of the byte after each cell. cells[0] is the byte before the first cell: -1, so that
  /// every cell begins one after the entry before its own. There is room for more than the counts.
  std::vector<Stop> cells;
  std::vector<LineBlock> lines;  ///< of what was indexed last, block by block
  size_t cell_count = 1;
  size_t record_count = 0;  ///< records that end in what was indexed last
  uint64_t line_count = 0;  ///< lines that end in what was indexed and is kept

  uint64_t inside = 0;          ///< all ones where the next byte stands inside quotes
  uint64_t after_mark = 1;      ///< 1 where a cell begins at the next byte
  uint64_t after_close = 0;     ///< 1 where the last byte was a closing quote
  uint64_t after_close_cr = 0;  ///< 1 where it was a CR after one: an LF must follow
  bool high = false;     ///< a byte >= 0x80 was seen
  bool escapes = false;  ///< a "" that stands for " was seen
  bool odd = false;   ///< a quote broke RFC 4180 in the record after the last one indexed

  /// A record begins at the next byte.
  void restart() {
    cell_count = 1;
    record_count = 0;
    line_count = 0;
    inside = after_close = after_close_cr = 0;
    after_mark = 1;
    high = escapes = odd = false;
  }
  /// Makes room for the ends in `bytes` more bytes.
  void reserve(size_t bytes);
};

/// Indexes data[from, to). Only the last call of an input may end off a block, and then 64 zero
/// bytes follow `to`. Stops at the first quote that breaks RFC 4180 (index.odd): what was found
/// before it holds. REQUIRES: index.reserve(to - from) was called.
using IndexBlocks = void (*)(const char* data, size_t from, size_t to, const Marks& marks,
                             BlockIndex& index);
IndexBlocks index_blocks_for(Lane lane);

void index_blocks_scalar(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_sse2(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_avx2(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_avx512(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_wasm(const char*, size_t, size_t, const Marks&, BlockIndex&);

}  // namespace topline
