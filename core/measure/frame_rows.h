// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of a tally's frame as numbers, in canonical order: by what they hold, never by where they
// stood. So every sum and every random draw over them is the same whatever order they came in.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/measure/cells.h"
#include "core/profile/plan.h"
#include "core/tally/tally.h"

namespace topline {

class FrameRows {
 public:
  /// Both must outlive it.
  FrameRows(const Tally& tally, const Plan& plan);

  size_t size() const { return order_.size(); }
  /// Why measures of these columns (0-based) of the table can't be had: "frame_limit",
  /// "too_many_values", "not_in_frame" (a tally that was made without them); empty: they can.
  std::string why_absent(const std::vector<uint32_t>& columns) const;

  /// The cells of a column, row by row. REQUIRES: why_absent({column}) is empty, here and below.
  std::vector<std::string_view> texts(uint32_t column) const;
  /// The score of a scored question (read_answer), the number in any other column; NaN where there
  /// is none.
  std::vector<double> scores(uint32_t column) const;
  /// What `value` makes of each distinct text, row by row.
  std::vector<double> values(uint32_t column,
                             const std::function<double(std::string_view)>& value) const;
  /// Codes that are equal where the trimmed texts are, counted from 0 in the order of the texts;
  /// missing ones are kMissing.
  static constexpr uint32_t kMissing = UINT32_MAX;
  std::vector<uint32_t> categories(uint32_t column, std::vector<std::string>* names = nullptr) const;

  /// 1 where the table is not weighted.
  std::vector<double> weights() const;
  /// The wave's name, "" where it is blank.
  std::string_view wave(size_t row) const;
  const Place& place(size_t row) const { return frame().rows()[order_[row]].place; }
  /// Which rows belong to a cell (its segment's columns must be in the frame).
  std::vector<bool> members(const PeopleCell& cell) const;

 private:
  const RowFrame& frame() const { return tally_.rows; }
  size_t index_of(uint32_t column) const;

  const Tally& tally_;
  const Plan& plan_;
  std::vector<size_t> order_;
};

}  // namespace topline
