// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/row_groups.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/rollout/ledger_rows.h"

namespace topline {
namespace {

void group_by_column(const RolloutTable& table, const std::vector<uint32_t>& rows,
                     const Ledger::Column& column, std::vector<RowGroup>& groups) {
  const std::string& header = table.plan->columns[column.source.column].name;
  std::map<std::string_view, std::vector<uint32_t>> by_text;
  for (uint32_t row : rows) by_text[column.texts.text(column.codes[row])].push_back(row);
  for (auto& [text, members] : by_text) {
    groups.push_back({Cell{{{header, std::string(text)}}, std::nullopt}, std::move(members)});
  }
}

}  // namespace

std::vector<uint32_t> counted_rows(const RolloutTable& table, Field id, RolloutResults& results) {
  RowsOnce found = rows_once(table.ledger(), id);
  if (found.repeated.count > 0) {
    results.find(table, Code::duplicate_rows, Severity::warning, found.repeated.count,
                 {{"name", header_of(table, id)}}, where_of(table, found.repeated.first));
  }
  return std::move(found.rows);
}

void group_by_field(const RolloutTable& table, const std::vector<uint32_t>& rows, Field field,
                    std::vector<RowGroup>& groups) {
  const Ledger::Column* column = table.ledger().find(field);
  if (column == nullptr || column->texts.distinct() > kMostRowGroups) return;
  group_by_column(table, rows, *column, groups);
}

void group_by_told(const RolloutTable& table, const std::vector<uint32_t>& rows,
                   RolloutResults& results, std::vector<RowGroup>& groups) {
  for (const Ledger::Column& column : table.ledger().columns()) {
    if (column.source.field) continue;
    const std::string& header = table.plan->columns[column.source.column].name;
    const bool known = std::any_of(groups.begin(), groups.end(), [&](const RowGroup& group) {
      return !group.cell.segment.empty() && group.cell.segment[0].first == header;
    });
    if (known) continue;
    if (column.texts.distinct() > kMostRowGroups) {
      results.find(table, Code::too_many_values, Severity::warning, 1,
                   {{"name", header}, {"limit", std::to_string(kMostRowGroups)}},
                   {table.tally->inputs[0].name, 0, column.source.column + 1});
      continue;
    }
    group_by_column(table, rows, column, groups);
  }
}

std::string wave_at(const Rollout& rollout, int64_t second) {
  const auto told = wave_unit_from_name(rollout.settings->wave_unit);
  const WaveUnit unit = told && *told != WaveUnit::none ? *told : WaveUnit::month;
  return wave_of(day_of_second(second), unit);
}

std::string header_of(const RolloutTable& table, Field field) {
  const Ledger::Column* column = table.ledger().find(field);
  return column == nullptr ? std::string() : table.plan->columns[column->source.column].name;
}

}  // namespace topline
