// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which rows of a ledger count, and into which groups they fall.

#include <cstdint>
#include <string>
#include <vector>

#include "core/rollout/rollout.h"

namespace topline {

/// The rows of a table in their canonical order, without those that repeat a record: the same id
/// and the same contents as a row that stands before them. Without an id field every row is one.
struct RowsOnce {
  std::vector<uint32_t> rows;
  Noted repeated;  ///< rows left out
};
RowsOnce rows_once(const Ledger& ledger, Field id);

/// Rows grouped by a text. Texts that are alike (case and width folded) are one group, named by the
/// least of them; rows without one are in the group "", which stands last.
struct RowGroups {
  std::string name;                 ///< of the segment: "owner", "team", a header
  std::vector<std::string> values;  ///< in the order of the report
  std::vector<uint32_t> of_row;     ///< by row of the ledger: index into values
};

/// More groups than this are no break-down.
inline constexpr size_t kMostGroups = 200;

RowGroups group_by(const Ledger::Column& column, std::string name);

/// Groups the rows that `column` (a key) links to rows of `other`, by what stands in `other`'s
/// column there. A key with several texts takes the least of them; one without any is in "".
RowGroups group_by_join(const Ledger::Column& column, const Ledger& other, Field key,
                        const Ledger::Column& text, std::string name);

/// The break-downs of a table: by those of `fields` that it has, and by each `--by` column.
std::vector<RowGroups> own_groups(const RolloutTable& table, const std::vector<Field>& fields);

/// Adds the break-downs by what a joined table says of the key: those of `fields` and its `--by`
/// columns.
void add_joined_groups(const RolloutTable& table, Field own_key, const RolloutTable& other,
                       Field other_key, const std::vector<Field>& fields,
                       std::vector<RowGroups>& groups);

/// The table of a kind that most of the keys of `own_key` are found in by `key`; null where there
/// is none. Notes the join.
const RolloutTable* join_best(const Rollout& rollout, const RolloutTable& table, Field own_key,
                              TableKind kind, Field key, std::string name, RolloutResults& results);

/// Where a row stands.
Where where_of(const RolloutTable& table, const Place& place);

/// The cell of one group.
Cell cell_of(const RowGroups& groups, size_t group);

}  // namespace topline
