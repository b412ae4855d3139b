// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of a table of orders into the CustomerFold. Rows without a customer, a date or an amount are
// noted and left out.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/tally/row_places.h"
#include "core/tally/tally.h"

namespace topline {

class OrderRecorder {
 public:
  /// Writes into `tally`, which must outlive it. REQUIRES: tally.shape.kind is orders.
  explicit OrderRecorder(Tally& tally);

  /// Records rows that follow one another, as many cells a row as the
  /// table has columns. REQUIRES: 64 bytes are readable behind each cell.
  void record(std::span<const std::string_view> cells, size_t rows, const RowPlaces& places);
  /// No row follows.
  void finish();

 private:
  static constexpr uint32_t kNoField = UINT32_MAX;

  uint32_t find(Field field) const;
  bool read_line(const std::string_view* row, const RowPlace& place, CustomerFold::Line& line);
  bool read_date(size_t field, std::string_view cell, const RowPlace& place, CustomerFold::Line& line);
  std::optional<Int128> read_money(size_t field, std::string_view cell, const RowPlace& place);
  std::optional<Day> read_day(size_t field, std::string_view cell, const RowPlace& place);
  void meet_due(const std::string_view* row, const RowPlace& place);
  void count_by_neighbours();
  void count_by_fingerprint();
  void remember_run();
  std::string_view cell(const std::string_view* row, size_t field) const {
    return row[tally_.shape.fields[field].column];
  }

  Tally& tally_;
  CustomerFold& fold_;
  uint32_t customer_, date_, amount_, order_, due_, delivered_;  ///< indexes into shape.fields

  // The rows at hand.
  std::vector<CustomerFold::Line> lines_;
  std::vector<std::string_view> ids_;  ///< of the lines' orders, where there is such a column

  // The order at hand, where ids ascend: its customers, each with the day that it is counted on.
  std::string run_id_;
  bool first_run_ = true;
  std::vector<std::pair<uint32_t, Day>> run_;
  std::vector<std::string> run_customers_;  ///< their names, beside run_
};

}  // namespace topline
