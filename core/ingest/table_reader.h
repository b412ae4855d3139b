// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/ingest/scanner.h"

namespace topline {

/// A scanner that applies the rule on blank lines: in tables of two columns or more they are
/// dropped and counted; in a one-column table an interior blank line is a missing answer (one empty
/// cell), and blank lines before the first filled one and at the end are dropped and counted.
class TableReader {
 public:
  /// `columns` is the width of the table (Layout::columns in core/ingest/layout.h).
  TableReader(const Dialect& dialect, uint32_t columns, ScanRange range = {},
              Lane lane = best_lane());

  Scanner& scanner() { return scanner_; }
  /// The next record that is a row of the table (header rows included: the caller takes them off).
  bool next(Record& record);
  /// The next rows of just `width` cells, as Scanner::next_block gives them; false in a one-column
  /// table.
  bool next_block(size_t width, RecordBlock& block);
  /// Blank lines dropped so far, those that no filled line has followed yet among them; complete
  /// after finish() and the last next().
  uint64_t blanks() const { return blanks_ + held(); }
  /// Of these, the blank lines at the end of a one-column table's range. They are interior, so rows
  /// that the range did not give, where a later range has a filled line.
  uint64_t held() const;

 private:
  /// Blank lines at equal distances: a file of nothing but blank lines must not fill the memory.
  struct Held {
    uint64_t offset;
    uint64_t line;
    uint64_t step;
    uint64_t count;
  };
  void hold(const Record& blank);
  void give_held(Record& record);

  Scanner scanner_;
  bool one_column_;
  bool leading_;  ///< no filled line yet, and the range begins the input
  uint64_t blanks_ = 0;
  std::vector<Held> held_;   ///< blank lines of a one-column table, until a filled one follows
  size_t held_run_ = 0;      ///< of held_: being given
  uint64_t held_given_ = 0;  ///< of that run
  bool has_ahead_ = false;
  Record ahead_;
};

}  // namespace topline
