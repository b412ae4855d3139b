// SPDX-License-Identifier: Apache-2.0
#pragma once

// One record, byte by byte, with quotes read to the letter. This is what the block scan hands a
// record to when a quote in it breaks RFC 4180. Private to core/ingest.
//
// - A quote that does not stand first in its cell is text: 5" pipe, or a space before the quote.
// - In a quoted cell "" is a quote; a single quote closes the cell where nothing but white space
//   stands between it and the delimiter or the record end (that white space is dropped). With other
//   text behind it, it is a quote of the text, and the quoted cell goes on.
// - A quote that has not closed within Scanner::kCellLimit bytes, or by the end of the input, is
// text,
//   and what follows it is read again: one stray quote must not swallow a file.
// - A record is cut where it grows past Scanner::kRecordLimit or kCellsLimit: memory stays bounded.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/ingest/dialect.h"

namespace topline {

class PlainReader {
 public:
  struct Cell {
    uint64_t begin = 0, end = 0;  ///< from the record's first byte; quotes already taken off
    bool quoted = false;          ///< "" stands for " within
  };

  explicit PlainReader(const Dialect& dialect);

  /// A record begins at byte `offset` of the input. `inside`: within a quoted cell (a guess).
  void start(uint64_t offset, bool inside = false);
  /// Reads on; `data[0, size)` is the record from its first byte on, as far as it is there. True
  /// when the record is complete: false when more bytes are needed. REQUIRES: size > 0 on a `last`.
  bool read(const char* data, size_t size, bool last);

  const std::vector<Cell>& cells() const { return cells_; }
  uint64_t size() const { return at_; }  ///< bytes up to and with the record's end
  uint64_t odd() const { return odd_; }  ///< places where RFC 4180 was broken
  uint64_t unclosed() const { return unclosed_; }
  uint64_t first_unclosed() const { return first_unclosed_; }  ///< where the first of them stands
  bool cut() const { return cut_; }

 private:
  enum class State : uint8_t { cell_start, text, quoted, after_quote };
  enum class Step : uint8_t { on, more, record };

  Step read_text(const char* data, size_t size, bool last);
  Step read_quoted(const char* data, size_t size, bool last);
  Step read_after_quote(const char* data, size_t size, bool last);
  Step close_cell(uint64_t end, bool quoted, bool record_ends, uint64_t next);
  void give_up_quote();
  bool within_run() const { return at_ == run_end_; }

  char delimiter_;
  char end_;
  bool lf_;

  State state_ = State::cell_start;
  uint64_t at_ = 0;     ///< next byte to look at
  uint64_t open_ = 0;   ///< first byte of the cell's text
  uint64_t close_ = 0;  ///< the quote that may close the cell
  std::vector<Cell> cells_;
  uint64_t odd_ = 0;
  uint64_t unclosed_ = 0;
  uint64_t first_unclosed_ = 0;
  bool cut_ = false;

  // A run of quotes in a quoted cell pairs up from its first quote, wherever the cell began. So
  // what a cell that never closed has seen ("no run before this offset closes") holds for later
  // cells too, and they skip ahead: without that, many stray quotes would each read the input to
  // its end.
  uint64_t offset_ = 0;  ///< of the record's first byte in the input
  uint64_t none_close_ =
      0;  ///< input offset: no run that begins after an opening quote and before it closes
  uint64_t run_begin_ = 0;
  uint64_t run_end_ = UINT64_MAX;  ///< the byte after the last pair of the present run
};

/// Writes the text of a quoted cell, "" read as ", to `to`; returns how many bytes. Never more than
/// `size`.
size_t unescape(const char* from, size_t size, char* to);

}  // namespace topline
