// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cells of a row to typed fields: what the pass over a table that is no survey does with each row.

#include <string_view>
#include <vector>

#include "core/tally/tally.h"

namespace topline {

class RowRecorder {
 public:
  /// Writes into `tally`, which must outlive it. REQUIRES: tally.shape.kind is no survey.
  explicit RowRecorder(Tally& tally);

  /// Records a row of as many cells as the table has columns.
  void record(const std::string_view* cells, const Place& place);

 private:
  void to_ledger(const std::string_view* cells, const Place& place);
  /// Of a usage log: rows without a user or a readable date are left out and noted.
  void to_activity(const std::string_view* cells, const Place& place);
  /// How many events a row stands for: one where the cell is blank or no count (which is noted).
  uint64_t count(size_t field, std::string_view cell, const Place& place);
  int64_t moment(size_t field, std::string_view cell, const Place& place);
  Int128 amount(size_t field, std::string_view cell, const Place& place);
  void note_invalid(size_t field, const Place& place) { tally_.field_invalid[field].note(place); }

  Tally& tally_;
  std::vector<bool> is_serial_;  ///< by column
};

}  // namespace topline
