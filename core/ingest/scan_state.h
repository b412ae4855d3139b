// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a Scanner remembers between two calls. Private to core/ingest.
//
// All positions are counted from `buffer.begin()`, which is the input's byte `origin`:
//
//   0            start                  scanned              buffer.size()
//   | given      | indexed, not given   | not looked at yet  |
//
// What was given is dropped when everything indexed has been given (settle()).

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/ingest/block_index.h"
#include "core/ingest/plain_reader.h"
#include "core/ingest/scan_buffer.h"
#include "core/ingest/scanner.h"

namespace topline {

struct Scanner::State {
  State(const Dialect& dialect, ScanRange range, Lane lane);

  enum class Ahead : uint8_t { nothing, indexed, plain };
  /// Finds more records once all were given.
  Ahead advance();
  /// Is a record there to be given? Looks for one where all were given.
  bool has_next();
  void give_indexed(Record& record);
  bool give_block(size_t width, size_t most, RecordBlock& block);
  void give_plain(Record& record);

  uint64_t next_offset() const { return origin + std::min(start, buffer.size()); }
  bool past_range() const { return !seeking && given == ready && next_offset() >= range.to; }

  /// Moves on behind the next `count` indexed records, of `cells` cells together.
  void pass_over(size_t count, size_t cells);
  /// Does an entry of index.cells end a record? The last record of an input may have no end.
  bool ends_record(size_t cell) const {
    return buffer.begin()[index.cells[cell]] == marks.end || index.cells[cell] == buffer.size();
  }
  size_t width_from(size_t cell) const;
  size_t next_width() const { return even_width != 0 ? even_width : width_from(next_cell); }
  size_t count_of_width(size_t width, size_t most);
  size_t last_end_before(size_t cell) const;

  // scan_state.cpp
  bool seek();
  bool seems_inside() const;
  void settle();
  bool read_plain();
  Ahead index_window(size_t bytes);
  Ahead end_last_record();
  void keep_to_range();
  void reserve_views(size_t count);
  void count_utf8(size_t from, size_t to);

  const Dialect dialect;
  const ScanRange range;
  const Lane lane;
  const Marks marks;
  const IndexBlocks index_blocks;

  ScanBuffer buffer;
  BlockIndex index;
  PlainReader plain;

  uint64_t feed_from = 0;
  uint64_t skip = 0;  ///< bytes of the BOM and the sep= line still to come
  uint64_t origin = 0;
  uint64_t first = 0;
  size_t start = 0;
  size_t scanned = 0;
  size_t given = 0;           ///< records
  size_t ready = 0;           ///< records indexed, in the range
  size_t next_cell = 1;       ///< of index.cells: the next record's first
  size_t last_cell = 0;       ///< of index.cells: the last one of the records that are ready
  size_t even_width = 0;      ///< all records that are ready and not given have it, where it is not 0
  Lines lines;                ///< of what was indexed last
  uint64_t given_lines = 0;   ///< of the index's lines
  uint64_t first_line = 1;
  uint64_t line = 1;  ///< of the next record

  bool seeking = false;
  bool guessed = false;
  bool reading_plainly = false;
  bool plain_waits = false;  ///< a record was read plainly and not given yet
  bool finished = false;
  bool high_behind = false;  ///< bytes indexed but not yet counted held one >= 0x80
  bool escapes = false;         ///< a record that is ready holds a "" (or one nearby)
  bool escapes_behind = false;  ///< bytes indexed, of no record yet, hold one

  std::vector<std::string_view> views;  ///< the cells of a record that is given alone
  UnescapedTexts unescaped;             ///< of what was given
  ScanCounts counts;
};

}  // namespace topline
