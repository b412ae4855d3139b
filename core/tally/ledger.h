// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of a table that is no survey (deals, tickets, invoices, costs …), typed: of each row just
// the fields that its kind has. A bounded multiset: what is computed from it never depends on the
// order of the rows, and it merges. Tables that can be much larger than memory (orders, usage) are
// folded by customer or user instead (customer_fold.h, activity_fold.h).

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/number.h"
#include "core/profile/plan.h"
#include "core/profile/token_table.h"

namespace topline {

class Ledger {
 public:
  static constexpr int64_t kNoMoment = INT64_MIN;
  static constexpr Int128 kNoAmount = Int128{1} << 126;

  /// One field of the table, or a column that rows are grouped by.
  struct Column {
    FieldColumn source;
    FieldType type = FieldType::text;
    TokenTable texts{UINT32_MAX};   ///< text: what the codes stand for; the code of the empty text is 0
    std::vector<uint32_t> codes;    ///< text, one per row
    std::vector<int64_t> moments;   ///< moment: seconds since 1970
    std::vector<Int128> amounts;    ///< amount, series: in units of 1e-12
  };

  explicit Ledger(const std::vector<FieldColumn>& fields = {});

  size_t rows() const { return places_.size(); }
  const std::vector<Column>& columns() const { return columns_; }
  /// The column that plays the field's part, or null.
  const Column* find(Field field) const;
  bool has(Field field) const { return find(field) != nullptr; }

  /// Empty where the table has no such field, the cell is blank or could not be read.
  std::string_view text(size_t row, Field field) const;
  std::optional<int64_t> moment(size_t row, Field field) const;
  std::optional<Int128> amount(size_t row, Field field) const;

  const Place& place(size_t row) const { return places_[row]; }
  /// Equal for rows whose cells are all equal, row counters left out.
  const Fingerprint& contents(size_t row) const { return contents_[row]; }

  // Building. A row is begun, then each column is given one value in order.
  void begin_row(const Place& place, const Fingerprint& contents);
  void put_text(size_t column, std::string_view text);
  void put_moment(size_t column, int64_t second) { columns_[column].moments.push_back(second); }
  void put_amount(size_t column, Int128 amount) { columns_[column].amounts.push_back(amount); }

  /// Adds the rows of another ledger of the same fields.
  void merge(const Ledger& other);
  /// The rows ordered by their values, then their places: the canonical order.
  std::vector<uint32_t> canonical_order() const;
  std::vector<Place>& places() { return places_; }

  uint64_t bytes() const;
  static constexpr uint64_t kLimit = uint64_t{256} << 20;
  bool over_limit = false;  ///< grew past kLimit: no row is kept, measures of it are absent
  void check_limit();

 private:
  int compare(uint32_t a, uint32_t b, const std::vector<std::vector<uint32_t>>& ranks) const;

  std::vector<Column> columns_;
  std::vector<Place> places_;
  std::vector<Fingerprint> contents_;
};

}  // namespace topline
