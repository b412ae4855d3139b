// SPDX-License-Identifier: Apache-2.0
#include "core/tally/run_counts.h"

#include <algorithm>

namespace topline {

void RunCounts::count(const std::vector<uint32_t>& cells, const uint16_t* combinations,
                      const ColumnRun& run, GroupCounts& group) {
  if (rows_ + cells.size() > UINT16_MAX) give(run, group);
  rows_ += cells.size();
  const size_t needed = group.cells().size() * kStride;
  if (n_.size() < needed) n_.resize(needed);
  uint16_t* const n = n_.data();
  for (size_t k = 0; k < cells.size(); ++k) ++n[cells[k] * kStride + combinations[k]];
}

void RunCounts::give(const ColumnRun& run, GroupCounts& group) {
  rows_ = 0;
  for (uint32_t cell = 0; cell * kStride < n_.size(); ++cell) {
    uint16_t* const row = n_.data() + cell * kStride;
    for (uint32_t k = 0; k < run.size(); ++k) {
      if (row[k] == 0) continue;
      for (size_t q = 0; q < questions_.size(); ++q) {
        group.add(cell, questions_[q], run.code(k, run.first() + static_cast<uint32_t>(q)),
                  {row[k], 0, 0});
      }
      row[k] = 0;
    }
  }
}

}  // namespace topline
