// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where cells and records end, found 64 bytes at a time. Private to core/ingest.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/ingest/scanner.h"

namespace topline {

/// The bytes that a dialect gives a meaning to (besides the quote).
struct Marks {
  char delimiter;
  char end;  ///< LF or CR
};

/// The end of one record. All but `cell` are totals that run on from record to record: a record's
/// own share is the difference to the end before it. Packed in two words, since the scan writes one
/// of these with every block, needed or not.
struct RecordEnd {
  uint64_t cell_and_quotes;
  uint64_t inner;

  /// Which entry of BlockIndex::cells ends the record.
  uint32_t cell() const { return static_cast<uint32_t>(cell_and_quotes); }
  /// Quotes up to here.
  uint32_t quotes() const { return static_cast<uint32_t>(cell_and_quotes >> 32); }
  /// Of these, the second halves of "" within quoted cells.
  uint32_t escapes() const { return static_cast<uint32_t>(inner); }
  /// Record end bytes inside quotes up to here: physical lines, no records.
  uint32_t inner_ends() const { return static_cast<uint32_t>(inner >> 32); }
};

struct BlockIndex {
  /// Offsets of the byte after each cell. cells[0] is the byte before the first cell: -1, so that
  /// every cell begins one after the entry before its own. There is room for more than the counts.
  std::vector<uint32_t> cells;
  std::vector<RecordEnd> ends;
  size_t cell_count = 1;
  size_t end_count = 0;

  uint64_t inside = 0;          ///< all ones where the next byte stands inside quotes
  uint64_t after_mark = 1;      ///< 1 where a cell begins at the next byte
  uint64_t after_close = 0;     ///< 1 where the last byte was a closing quote
  uint64_t after_close_cr = 0;  ///< 1 where it was a CR after one: an LF must follow
  uint64_t quotes = 0;          ///< totals, as RecordEnd holds them: in the upper half
  uint64_t inner = 0;
  bool high = false;  ///< a byte >= 0x80 was seen
  bool odd = false;   ///< a quote broke RFC 4180 in the record after the last one indexed

  /// A record begins at the next byte.
  void restart() {
    cell_count = 1;
    end_count = 0;
    inside = after_close = after_close_cr = 0;
    after_mark = 1;
    quotes = inner = 0;
    high = odd = false;
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

/// views[k] becomes data[stops[k - 1] + 1, stops[k]) for k in [0, count). Reads up to three entries
/// of `stops` behind the last, and overwrites as many views.
using PutViews = void (*)(const char* data, const uint32_t* stops, size_t count,
                          std::string_view* views);
PutViews put_views_for(Lane lane);

void index_blocks_scalar(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_sse2(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_avx2(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_avx512(const char*, size_t, size_t, const Marks&, BlockIndex&);
void index_blocks_wasm(const char*, size_t, size_t, const Marks&, BlockIndex&);
void put_views_plainly(const char*, const uint32_t*, size_t, std::string_view*);
void put_views_avx2(const char*, const uint32_t*, size_t, std::string_view*);

}  // namespace topline
