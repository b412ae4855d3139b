// SPDX-License-Identifier: Apache-2.0
#include "core/tally/run_counts.h"

#include <algorithm>

namespace topline {

void RunCounts::count(const std::vector<uint32_t>& cells, const uint16_t* combinations,
                      size_t cell_count) {
  if (rows_ + cells.size() > UINT16_MAX) add_up();
  rows_ += cells.size();
  if (few_.size() < cell_count * kStride) {
    few_.resize(cell_count * kStride);
    n_.resize(cell_count * kStride);
  }
  uint16_t* const few = few_.data();
  for (size_t k = 0; k < cells.size(); ++k) ++few[cells[k] * kStride + combinations[k]];
}

void RunCounts::add_up() {
  for (size_t k = 0; k < few_.size(); ++k) n_[k] += few_[k];
  std::fill(few_.begin(), few_.end(), uint16_t{0});
  rows_ = 0;
}

void RunCounts::give(const ColumnRun& run, GroupCounts& group) {
  add_up();
  for (uint32_t cell = 0; cell * kStride < n_.size(); ++cell) {
    const uint64_t* const n = n_.data() + cell * kStride;
    for (uint32_t k = 0; k < run.size(); ++k) {
      if (n[k] == 0) continue;
      for (size_t q = 0; q < questions_.size(); ++q) {
        const uint32_t code = run.code(k, run.first() + static_cast<uint32_t>(q));
        group.add(cell, questions_[q], code, {n[k], 0, 0});
      }
    }
  }
  few_ = {};
  n_ = {};
}

}  // namespace topline
