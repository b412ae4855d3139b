// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/profile/column_run.h"
#include "core/tally/group_counts.h"

namespace topline {

/// How often each combination of answers to a run of questions occurs in each cell of a grouping:
/// one addition for a row instead of one for each of its questions. In 16 bits, so that it stays
/// in the first-level cache, and added up in 64 before they are full.
class RunCounts {
 public:
  /// Cells up to which this is worth while.
  static constexpr size_t kMostCells = 64;

  /// `questions`: which questions of the grouping the columns of the run are, in order.
  explicit RunCounts(std::vector<size_t> questions) : questions_(std::move(questions)) {}

  /// Counts row k in cells[k]. REQUIRES: every cell < cell_count <= kMostCells, at most
  /// RecordBlock::kMost rows.
  void count(const std::vector<uint32_t>& cells, const uint16_t* combinations, size_t cell_count);
  bool empty() const { return n_.empty(); }
  /// Hands everything on to the questions, and frees the memory.
  void give(const ColumnRun& run, GroupCounts& group);

 private:
  /// No power of two: the first combinations, which are the frequent ones, of all cells would share
  /// a few sets of the cache.
  static constexpr size_t kStride = ColumnRun::kMost + 32;

  void add_up();

  std::vector<size_t> questions_;
  std::vector<uint16_t> few_;  ///< kStride for each cell
  std::vector<uint64_t> n_;    ///< likewise, without what is in few_
  size_t rows_ = 0;            ///< counted in few_
};

}  // namespace topline
