// SPDX-License-Identifier: Apache-2.0
#pragma once

// Groups of a ledger's rows, each with the cell that its measures stand in.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/rollout/rollout.h"

namespace topline {

/// The rows that count (rows_once()), and says how many were left out.
std::vector<uint32_t> counted_rows(const RolloutTable& table, Field id, RolloutResults& results);

/// Some rows of a table and the cell that measures of them stand in.
struct RowGroup {
  Cell cell;
  std::vector<uint32_t> rows;
};

/// One group per text of a field's column, in the order of the texts; none where the table lacks
/// it. The cell has the column's header.
void group_by_field(const RolloutTable& table, const std::vector<uint32_t>& rows, Field field,
                    std::vector<RowGroup>& groups);
/// The same of each column that rows are grouped by (`--by`), left out where one of `groups` is of
/// this column already. Columns of more than kMostRowGroups texts are said and left out.
void group_by_told(const RolloutTable& table, const std::vector<uint32_t>& rows,
                   RolloutResults& results, std::vector<RowGroup>& groups);
inline constexpr size_t kMostRowGroups = 100;

/// The wave of a second since 1970: a month, or the unit that was told.
std::string wave_at(const Rollout& rollout, int64_t second);

/// The name of the field's column; empty where there is none.
std::string header_of(const RolloutTable& table, Field field);

}  // namespace topline
