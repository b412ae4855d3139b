// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "core/ingest/record_block.h"
#include "core/profile/token_table.h"

namespace topline {

/// Where rows stand, told when someone asks: few rows have something to note.
class RowPlaces {
 public:
  /// Of `rows` of a block, counted from `first` on; `line_shift`: what its lines are ahead by.
  RowPlaces(const RecordBlock& block, size_t first, std::span<const uint32_t> rows,
            uint64_t line_shift)
      : block_(&block), first_(first), rows_(rows), line_shift_(line_shift) {}
  /// Of one row that came alone.
  explicit RowPlaces(const Place& alone) : alone_(alone) {}

  Place operator[](size_t k) const {
    if (block_ == nullptr) return alone_;
    const size_t row = first_ + rows_[k];
    return {0, block_->offset(row), block_->line(row) - line_shift_};
  }

 private:
  const RecordBlock* block_ = nullptr;
  size_t first_ = 0;
  std::span<const uint32_t> rows_;
  uint64_t line_shift_ = 0;
  Place alone_;
};

/// One of them.
struct RowPlace {
  const RowPlaces& places;
  size_t row;
  operator Place() const { return places[row]; }
};

}  // namespace topline
