// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "core/base/number.h"
#include "core/profile/token_table.h"

namespace topline {

/// The rows of the columns that a plan declares (Shape::frame), for what counts cannot tell:
/// drivers, reliability, designs, straight-lining. A multiset: two of them merge to the same in any
/// order. It holds used rows only; duplicates are taken out with take_out().
class RowFrame {
 public:
  static constexpr uint64_t kLimit = uint64_t{256} << 20;  ///< bytes of rows; none are kept beyond it
  /// Distinct texts of one column that are told apart, and their bytes. Beyond either none of the
  /// column's are kept: so what is kept never depends on the order of the rows.
  static constexpr uint32_t kTexts = 1 << 20;
  static constexpr uint64_t kTextBytes = uint64_t{128} << 20;

  struct Row {
    Place place;
    Int128 weight = 0;  ///< in units of 1e-12; 0 where there are no weights
    uint32_t wave = 0;  ///< code in Tally::waves
  };

  explicit RowFrame(std::vector<uint32_t> columns = {});

  /// The columns of the table that are kept, ascending; `column` below is an index into them.
  const std::vector<uint32_t>& columns() const { return columns_; }
  const std::vector<Row>& rows() const { return rows_; }
  std::vector<Row>& rows() { return rows_; }
  /// The texts of a column by code. An incomplete table has none, and every code is kNone.
  const TokenTable& texts(size_t column) const { return texts_[column]; }
  uint32_t code(size_t row, size_t column) const {
    return texts_[column].complete() ? codes_[row * columns_.size() + column] : TokenTable::kNone;
  }
  bool over_limit() const { return over_limit_; }

  /// The code of a text, for add(); kNone in a column that has too many.
  uint32_t code_of(size_t column, std::string_view text);
  /// Adds a row `times` over; codes: one per column.
  void add(const Row& row, const std::vector<uint32_t>& codes, uint64_t times);
  /// Adds the rows of another frame of the same columns, whose wave codes are waves[code] here.
  void merge(const RowFrame& other, const std::vector<uint32_t>& waves);
  void set_over_limit();
  void set_incomplete(size_t column);
  /// Removes the rows that stand at these places.
  void take_out(const std::set<Place>& places);

 private:
  uint64_t row_bytes() const { return sizeof(Row) + columns_.size() * sizeof(uint32_t); }

  std::vector<uint32_t> columns_;
  std::vector<TokenTable> texts_;
  std::vector<uint64_t> text_bytes_;  ///< of the distinct texts, by column
  std::vector<Row> rows_;
  std::vector<uint32_t> codes_;  ///< row by row
  bool over_limit_ = false;
};

}  // namespace topline
