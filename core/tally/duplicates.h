// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/tally/tally.h"

namespace topline {

/// Rows of a frame that give a response a second time.
struct Duplicates {
  std::vector<size_t> superseded;  ///< rows to be left out
  uint64_t conflicting = 0;  ///< rows whose key was met before with other contents, and that stay
  Place first_conflict;
};

/// Rows of one key and the same contents are one response: the first by (input, record) is kept.
/// Where the user confirmed the key (`key_told`) rows of one key are one response whatever they
/// hold: the latest submitted is kept, then the last by (input, record).
Duplicates find_duplicates(const Frame& frame, bool key_told);

/// Takes the rows back out of every count. REQUIRES: rows of tally.frame, each once.
void leave_out_rows(Tally& tally, const std::vector<size_t>& rows);

/// Of a table that is no survey: per input, the rows that repeat a record (the same id and the same
/// contents as a row that stands before them).
std::vector<uint64_t> repeated_records(const Tally& tally);

}  // namespace topline
