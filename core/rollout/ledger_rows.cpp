// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/ledger_rows.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

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

LedgerRows distinct_rows(const Ledger& ledger, Field id) {
  std::vector<uint32_t> order(ledger.rows());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Fingerprint &x = ledger.contents(a), &y = ledger.contents(b);
    return x == y ? ledger.place(a) < ledger.place(b) : x < y;
  });
  LedgerRows found;
  for (size_t k = 0; k < order.size(); ++k) {
    const bool again = k > 0 && ledger.contents(order[k]) == ledger.contents(order[k - 1]) &&
                       !ledger.text(order[k], id).empty();
    if (again) {
      found.twice.note(ledger.place(order[k]));
    } else {
      found.rows.push_back(order[k]);
    }
  }
  std::sort(found.rows.begin(), found.rows.end(),
            [&](uint32_t a, uint32_t b) { return ledger.place(a) < ledger.place(b); });
  return found;
}

std::vector<uint32_t> counted_rows(const RolloutTable& table, Field id, RolloutResults& results) {
  LedgerRows found = distinct_rows(table.ledger(), id);
  if (found.twice.count > 0) {
    results.find(table, Code::duplicate_rows, Severity::warning, found.twice.count,
                 {{"name", header_of(table, id)}}, where_of(table, found.twice.first));
  }
  return std::move(found.rows);
}

void group_by_field(const RolloutTable& table, const std::vector<uint32_t>& rows, Field field,
                    std::vector<RowGroup>& groups) {
  const Ledger::Column* column = table.ledger().find(field);
  if (column == nullptr || column->texts.distinct() > kMostGroups) return;
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
    if (column.texts.distinct() > kMostGroups) {
      results.find(table, Code::too_many_values, Severity::warning, 1,
                   {{"name", header}, {"limit", std::to_string(kMostGroups)}},
                   {table.tally->inputs[0].name, 0, column.source.column + 1});
      continue;
    }
    group_by_column(table, rows, column, groups);
  }
}

std::string wave_at(const Rollout& rollout, int64_t second) {
  const auto told = wave_unit_from_name(rollout.settings->wave_unit);
  const WaveUnit unit = told && *told != WaveUnit::none ? *told : WaveUnit::month;
  const int64_t day = (second - (second < 0 ? 86399 : 0)) / 86400;
  return wave_of(static_cast<Day>(day), unit);
}

Where where_of(const RolloutTable& table, const Place& place) {
  return {table.tally->inputs[place.input].name, place.line};
}

std::string header_of(const RolloutTable& table, Field field) {
  const Ledger::Column* column = table.ledger().find(field);
  return column == nullptr ? std::string() : table.plan->columns[column->source.column].name;
}

}  // namespace topline
