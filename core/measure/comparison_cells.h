// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which cells of a table are held against which: worked out once, used for every question.

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/measure/cells.h"

namespace topline {

enum class CompareScope : uint8_t { none, headline, all };
/// Of "none", "headline" or "all".
CompareScope compare_scope(const std::string& name);

struct ComparisonCells {
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

  /// The cells of one grouping in one wave (or in all): each is compared with the rest of `total`.
  struct Family {
    uint32_t grouping = 0;
    uint32_t total = 0;
    std::vector<uint32_t> segments;
    std::vector<uint32_t> blanks;  ///< of those who gave no answer to the segment's question
  };
  /// headline: those of the wave that headlines speak of; all: of every wave and of all together.
  std::vector<Family> families;

  std::vector<uint32_t> waves;  ///< everyone, wave by wave, in order of time, without ""
  size_t headline = SIZE_MAX;   ///< index into waves; SIZE_MAX: all waves together

  /// A segment column: for each of its values, "" too, the cell in each of `waves`; kNone where it
  /// has none there.
  struct Split {
    uint32_t grouping = 0;
    std::vector<std::vector<uint32_t>> cells;
  };
  std::vector<Split> splits;
};

/// `columns_of`: groupings() of the table's shape.
ComparisonCells make_comparison_cells(const CellSet& set,
                                      const std::vector<std::vector<uint32_t>>& columns_of,
                                      const std::string& headline_wave, CompareScope scope);

}  // namespace topline
