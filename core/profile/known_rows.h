// SPDX-License-Identifier: Apache-2.0
#pragma once

// The hottest loops of all: rows whose cells were met lately, looked up by their raw bytes and
// counted. Each returns the first row whose cell isn't there, for the caller to look at it.

#include <cstddef>
#include <cstdint>

#include "core/ingest/record_block.h"

namespace topline {

/// A memo of cells (cell_memo.h) in a column: adds to counts[code] and writes the rows' codes.
using KnownCells = size_t (*)(const RecordBlock& block, size_t column, size_t row,
                              const uint64_t* slots, uint64_t* counts, uint32_t* codes);
/// Combinations of cells in the columns from `first` to before `end` (column_run.h).
struct RunKeys {
  uint32_t first;
  uint32_t end;
  const uint64_t* keys;
  const uint16_t* values;
};
using KnownRuns = size_t (*)(const RecordBlock& block, const RunKeys& run, size_t row,
                             uint64_t* hits, uint16_t* combinations);

/// The loops that are fastest on this processor, by the words of 8 bytes in a key.
struct KnownRows {
  KnownCells cells_1, cells_2, cells_8;              ///< of columns before the last one
  KnownCells last_cells_1, last_cells_2, last_cells_8;  ///< of the last one
  KnownRuns runs_1, runs_4;
};
const KnownRows& known_rows();

#if defined(__x86_64__)
void use_avx512(KnownRows& rows);
#endif

}  // namespace topline
