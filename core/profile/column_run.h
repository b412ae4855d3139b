// SPDX-License-Identifier: Apache-2.0
#pragma once

// Neighbouring columns of few texts each, looked up together. The answers of a person to a row of
// short questions stand side by side in the input ("9,4,5"), and few different rows of them occur:
// one look-up of their bytes, delimiters and quotes on, replaces one for each cell. Bytes that are
// equal, from a cell's first byte to another cell's last, hold equal cells.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/ingest/record_block.h"
#include "core/profile/raw_key.h"
#include "core/profile/token_table.h"

namespace topline {

class ColumnRun {
 public:
  /// Combinations that a run holds at most; their numbers fit in 16 bits.
  static constexpr uint32_t kMost = 1024;
  /// Places for the raw texts met, more of them where one is written in several ways.
  static constexpr uint32_t kPlaceBits = 11;
  static constexpr uint32_t kPlaces = uint32_t{1} << kPlaceBits;

  /// Columns from `first` to before `end`, whose texts take up to `longest` bytes together with the
  /// delimiters between them. REQUIRES: at least two columns, none of them the table's last.
  ColumnRun(uint32_t first, uint32_t end, size_t longest);

  uint32_t first() const { return first_; }
  uint32_t end() const { return end_; }
  bool holds(uint32_t column) const { return first_ <= column && column < end_; }

  /// Can another block be counted? False once there are too many combinations or texts for it, or
  /// they repeat too rarely to be worth it.
  bool goes_on() const { return goes_on_; }
  /// Counts the rows of a block, and writes the number of each one's combination. What was met
  /// before is counted in here until give_counts().
  void count(const RecordBlock& block, uint64_t line_shift, std::vector<TokenTable>& columns,
             uint16_t* combinations);
  /// Hands what was counted on to the columns.
  void give_counts(std::vector<TokenTable>& columns);

  /// Combinations met so far.
  uint32_t size() const { return static_cast<uint32_t>(hits_.size()); }
  /// The code of a column's text in a combination.
  uint32_t code(uint32_t combination, uint32_t column) const {
    return codes_[size_t{combination} * width() + (column - first_)];
  }

 private:
  size_t width() const { return end_ - first_; }
  bool may_go_on(const std::vector<TokenTable>& columns) const;
  template <size_t Words>
  void count_words(const RecordBlock& block, uint64_t line_shift, std::vector<TokenTable>& columns,
                   uint16_t* combinations);
  uint32_t count_cells(const RecordBlock& block, size_t row, uint64_t line_shift,
                       std::vector<TokenTable>& columns);
  template <size_t Words>
  void remember(const RecordBlock& block, size_t row, uint16_t combination);

  uint32_t first_;
  uint32_t end_;
  size_t words_;                  ///< of 8 bytes that a key has: 1 or 4
  AlignedWords keys_;             ///< kPlaces raw texts of words_ words; all zero where free
  std::vector<uint16_t> values_;  ///< by place: the combination that its key holds
  uint32_t known_ = 0;            ///< keys held
  std::vector<uint32_t> codes_;   ///< width() of each combination
  std::vector<uint64_t> hits_;    ///< of each combination: rows counted here, not in the columns
  uint64_t rows_ = 0;
  uint64_t misses_ = 0;
  bool goes_on_ = true;
};

/// Which columns to look up together, by what is known of their texts so far. `apart[c]`: column c
/// is in no run with others that differ in it, so that groups and questions stay apart.
std::vector<ColumnRun> choose_runs(const std::vector<TokenTable>& columns,
                                   const std::vector<uint8_t>& apart);

}  // namespace topline
