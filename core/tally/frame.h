// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/hash.h"
#include "core/profile/token_table.h"

namespace topline {

/// Coded rows, for what needs rows rather than counts: telling responses given twice from different
/// ones. A row is its key, a fingerprint of its contents and the token code of every column.
struct Frame {
  struct Row {
    Fingerprint key;       ///< of the cells that tell a response from another
    Fingerprint contents;  ///< of all cells but row counters
    int64_t second = 0;    ///< when it was submitted, seconds since 1970; 0 where unknown
    Place place;
    Int128 weight = 0;  ///< in units of 1e-12
    uint32_t wave = 0;  ///< code in Tally::waves
  };
  uint32_t width = 0;  ///< columns
  std::vector<Row> rows;
  std::vector<uint32_t> codes;  ///< rows × width, row by row
  uint64_t limit =
      uint64_t{256} << 20;  ///< bytes; over it rows are dropped and `over_limit` is said
  bool over_limit = false;

  uint64_t bytes() const { return rows.size() * (sizeof(Row) + width * sizeof(uint32_t)); }
};

}  // namespace topline
