// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/profile/column_run.h"
#include "core/tally/group_counts.h"

namespace topline {

/// How often each combination of answers to a run of questions occurs in each cell of a grouping:
/// one addition for a row instead of one for each of its questions. In 16 bits, so that it stays
/// in the first-level cache, and handed on before they are full.
class RunCounts {
 public:
  /// Cells up to which this is worth while.
  static constexpr size_t kMostCells = 64;

  /// `questions`: which questions of the grouping the columns of the run are, in order.
  explicit RunCounts(std::vector<size_t> questions) : questions_(std::move(questions)) {}

  /// Counts row k in cells[k]; hands on to `group` what is due. REQUIRES: cells < kMostCells, at most
  /// RecordBlock::kMost rows.
  void count(const std::vector<uint32_t>& cells, const uint16_t* combinations,
             const ColumnRun& run, GroupCounts& group);
  /// Hands everything on.
  void give(const ColumnRun& run, GroupCounts& group);

 private:
  /// No power of two: the first combinations, which are the frequent ones, of all cells would share
  /// a few sets of the cache.
  static constexpr size_t kStride = ColumnRun::kMost + 32;

  std::vector<size_t> questions_;
  std::vector<uint16_t> n_;  ///< kStride for each cell
  size_t rows_ = 0;          ///< counted and not handed on
};

}  // namespace topline
