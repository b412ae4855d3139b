// SPDX-License-Identifier: Apache-2.0

// What frequent processes take now and took before, and so what is saved a month.

#include <map>

#include "core/base/text.h"
#include "core/rollout/fixed_sum.h"
#include "core/rollout/ledger_rows.h"
#include "core/rollout/row_groups.h"

namespace topline {
namespace {

// Sums of rows, in units of 1e-12 minutes and money a month.
struct Saving {
  std::string name;  ///< as it is written first, by the order of bytes
  uint64_t rows = 0, slower = 0, with_cost = 0;
  Int128 before = 0, after = 0, value = 0;
};

struct Row {
  Int128 before = 0, after = 0;  ///< minutes a month
  std::optional<Int128> value;   ///< money a month
};

bool add_to(Saving& saving, const Row& row) {
  const auto before = checked_add(saving.before, row.before);
  const auto after = checked_add(saving.after, row.after);
  const auto value = checked_add(saving.value, row.value.value_or(0));
  if (!before || !after || !value) return false;
  saving.before = *before;
  saving.after = *after;
  saving.value = *value;
  ++saving.rows;
  saving.slower += row.after > row.before;
  saving.with_cost += row.value.has_value();
  return true;
}

// Empty where an amount is missing, below zero or beyond all measure.
std::optional<Row> read_row(const Ledger& ledger, uint32_t row) {
  const auto times = ledger.amount(row, Field::processes_per_month);
  const auto before = ledger.amount(row, Field::processes_minutes_before);
  const auto after = ledger.amount(row, Field::processes_minutes_after);
  if (!times || !before || !after || *times < 0 || *before < 0 || *after < 0) return std::nullopt;
  const auto all_before = multiply_fixed(*times, *before);
  const auto all_after = multiply_fixed(*times, *after);
  if (!all_before || !all_after) return std::nullopt;
  Row found{*all_before, *all_after, std::nullopt};
  const auto cost = ledger.amount(row, Field::processes_hourly_cost);
  if (!cost || *cost < 0) return found;
  const auto product = multiply_fixed(found.before - found.after, *cost);
  if (product) found.value = divide_rounded(*product, 60);
  return found;
}

void add_time(const RolloutTable& table, const Saving& saving, const std::string& option,
              RolloutResults& results) {
  Measure& time = results.add(MeasureId::time_saved, table);
  time.option = option;
  time.value = 60 * fixed_to_double(saving.before - saving.after);
  time.n = saving.rows;
  time.figures = {{"before", 60 * fixed_to_double(saving.before)},
                  {"after", 60 * fixed_to_double(saving.after)}};
  if (saving.before > 0) {
    time.figures.emplace_back(
        "gain", 100 * to_double(saving.before - saving.after) / to_double(saving.before));
  }
  time.headline = option.empty();
}

void add_value(const RolloutTable& table, const Saving& saving, const std::string& option,
               RolloutResults& results) {
  Measure& value = results.add(MeasureId::time_saved_value, table);
  value.option = option;
  value.n = saving.with_cost;
  set_amount(value, saving.value, table.currency(Field::processes_hourly_cost));
  if (saving.with_cost < saving.rows) {
    value.parts.emplace_back("without_cost", saving.rows - saving.with_cost);
    value.notes.push_back("cost_missing");
  }
}

void measure_table(const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  const auto absent = [&](const char* why) {
    results.add_absent(MeasureId::time_saved, table, why);
    results.add_absent(MeasureId::time_saved_value, table, why);
  };
  if (ledger.over_limit) return absent("too_large");
  Saving all;
  std::map<std::string, Saving> by_process;
  Noted left_out;
  for (uint32_t row : counted_rows(table, Field::processes_process, results)) {
    const auto read = read_row(ledger, row);
    if (!read || !add_to(all, *read)) {
      left_out.note(ledger.place(row));
      continue;
    }
    const std::string_view name = ledger.text(row, Field::processes_process);
    if (name.empty()) continue;
    Saving& process = by_process[fold(name)];
    if (process.name.empty() || name < process.name) process.name = std::string(name);
    add_to(process, *read);
  }
  if (left_out.count > 0) {
    results.find(table, Code::rows_incomplete, Severity::warning, left_out.count, {},
                 where_of(table, left_out.first));
  }
  if (all.rows == 0) return absent("no_complete_row");
  add_time(table, all, "", results);
  results.measures.back().parts = {{"slower", all.slower}, {"left_out", left_out.count}};
  for (const auto& [key, process] : by_process) add_time(table, process, process.name, results);
  if (all.with_cost == 0) {
    results.add_absent(MeasureId::time_saved_value, table, "no_hourly_cost");
    return;
  }
  add_value(table, all, "", results);
  for (const auto& [key, process] : by_process) {
    if (process.with_cost > 0) add_value(table, process, process.name, results);
  }
}

}  // namespace

void measure_processes(const Rollout& rollout, RolloutResults& results) {
  for (const RolloutTable* table : rollout.of(TableKind::processes)) measure_table(*table, results);
}

}  // namespace topline
