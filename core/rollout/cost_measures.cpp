// SPDX-License-Identifier: Apache-2.0

// What was spent, by class and year, and how it compares with the plan, in money and in time.

#include <algorithm>
#include <array>
#include <map>

#include "core/rollout/money.h"
#include "core/rollout/stages.h"

namespace topline {
namespace {

constexpr std::string_view kClasses[] = {"initial", "operating", "hidden", "other"};

size_t class_of(const Ledger& ledger, size_t row) {
  return static_cast<size_t>(cost_class(ledger.text(row, Field::costs_cost_class)));
}

bool is_cost_total(const Ledger& ledger, size_t row) {
  return is_total(ledger, row, Field::costs_cost_class) || is_total(ledger, row, Field::costs_item);
}

std::optional<Day> day_of(const Ledger& ledger, size_t row, Field field) {
  const auto moment = ledger.moment(row, field);
  return moment ? std::optional(day_of_second(*moment)) : std::nullopt;
}

std::optional<Day> day_of_cost(const Ledger& ledger, size_t row) {
  const auto day = day_of(ledger, row, Field::costs_date);
  return day ? day : day_of(ledger, row, Field::costs_actual_date);
}

Cell item_cell(std::string name) {
  Cell cell;
  cell.segment.emplace_back("item", std::move(name));
  return cell;
}

void measure_totals(const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  const std::string currency = table.currency(Field::costs_actual);
  MoneySum all;
  std::array<MoneySum, std::size(kClasses)> by_class;
  std::map<std::string, MoneySum> by_year;
  uint64_t undated = 0;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    const auto actual = ledger.amount(row, Field::costs_actual);
    if (!actual || is_cost_total(ledger, row)) continue;
    all.add(*actual);
    by_class[class_of(ledger, row)].add(*actual);
    if (const auto day = day_of_cost(ledger, row)) {
      by_year[year_of(*day)].add(*actual);
    } else {
      ++undated;
    }
  }
  if (all.count() == 0) return results.add_absent(MeasureId::cost_total, table, "no_amounts");
  Measure& total = add_sum(results, MeasureId::cost_total, table, all, currency);
  total.headline = total.value.has_value();
  if (undated > 0 && !by_year.empty()) total.parts.emplace_back("undated", undated);
  if (!all.fits()) {
    results.find(table, Code::money_overflow, Severity::warning, 1,
                 {{"name", table.tally->inputs[0].name}}, {table.tally->inputs[0].name});
  }
  for (size_t c = 0; c < by_class.size(); ++c) {
    if (by_class[c].count() == 0) continue;
    add_sum(results, MeasureId::cost_total, table, by_class[c], currency).option = kClasses[c];
  }
  for (const auto& [year, sum] : by_year) {
    Cell cell;
    cell.wave = year;
    add_sum(results, MeasureId::cost_total, table, sum, currency, std::move(cell));
  }
}

struct PlannedActual {
  MoneySum planned, actual;
};

Measure& add_budget_variance(const RolloutTable& table, const PlannedActual& sums,
                             RolloutResults& results, Cell cell = {}) {
  Measure& measure = results.add(MeasureId::budget_variance, table, std::move(cell));
  measure.n = sums.actual.count();
  const auto planned = sums.planned.total(), actual = sums.actual.total();
  if (!planned || !actual) {
    set_or_absent(measure, std::nullopt, "money_overflow");
    return measure;
  }
  const auto over = checked_add(*actual, -*planned);
  measure.figures = {{"planned", money(*planned)}, {"actual", money(*actual)}};
  if (*planned <= 0 || !over) {
    set_or_absent(measure, std::nullopt, over ? "nothing_planned" : "money_overflow");
    return measure;
  }
  set_or_absent(measure, 100 * (to_double(*over) / to_double(*planned)), "money_overflow");
  measure.figures.emplace_back("over", money(*over));
  return measure;
}

void measure_budget(const RolloutTable& table, const std::vector<std::string>& items,
                    RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  PlannedActual all;
  std::array<PlannedActual, std::size(kClasses)> by_class;
  std::map<std::string, PlannedActual> by_item;
  uint64_t unplanned = 0;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    if (is_cost_total(ledger, row)) continue;
    const auto actual = ledger.amount(row, Field::costs_actual);
    const auto planned = ledger.amount(row, Field::costs_planned);
    unplanned += actual && !planned;
    if (!actual || !planned) continue;
    const auto add = [&](PlannedActual& sums) {
      sums.planned.add(*planned);
      sums.actual.add(*actual);
    };
    add(all);
    add(by_class[class_of(ledger, row)]);
    if (!items[row].empty()) add(by_item[items[row]]);
  }
  if (all.actual.count() == 0)
    return results.add_absent(MeasureId::budget_variance, table, "no_plan");
  Measure& total = add_budget_variance(table, all, results);
  total.headline = total.value.has_value();
  if (unplanned > 0) total.parts.emplace_back("without_plan", unplanned);
  for (size_t c = 0; c < by_class.size(); ++c) {
    if (by_class[c].actual.count() == 0) continue;
    add_budget_variance(table, by_class[c], results).option = kClasses[c];
  }
  if (by_item.size() > kMostItems) {
    results.find(table, Code::many_items, Severity::info, by_item.size(),
                 {{"count", std::to_string(by_item.size())}, {"limit", std::to_string(kMostItems)}},
                 {table.tally->inputs[0].name});
    return;
  }
  for (const auto& [item, sums] : by_item)
    add_budget_variance(table, sums, results, item_cell(item));
}

// Days from the start to the planned and to the actual end.
Measure& add_schedule_variance(const RolloutTable& table, Day start, Day planned, Day actual,
                               RolloutResults& results, Cell cell = {}) {
  Measure& measure = results.add(MeasureId::schedule_variance, table, std::move(cell));
  const double planned_days = planned - start, actual_days = actual - start;
  measure.figures = {{"planned_days", planned_days}, {"actual_days", actual_days}};
  const bool known = planned_days > 0;
  set_or_absent(
      measure,
      known ? std::optional(100 * ((actual_days - planned_days) / planned_days)) : std::nullopt,
      "nothing_planned");
  return measure;
}

void measure_schedule(const RolloutTable& table, const std::vector<std::string>& items, Day as_of,
                      RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  Day start = INT32_MAX, planned_end = INT32_MIN, actual_end = INT32_MIN;
  uint64_t finished = 0, open = 0;
  struct Ends {
    Day planned = INT32_MIN, actual = INT32_MIN;
    bool open = false;
  };
  std::map<std::string, Ends> by_item;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    if (is_cost_total(ledger, row)) continue;
    for (Field field : {Field::costs_date, Field::costs_planned_date, Field::costs_actual_date}) {
      if (const auto day = day_of(ledger, row, field)) start = std::min(start, *day);
    }
    const auto planned = day_of(ledger, row, Field::costs_planned_date);
    const auto actual = day_of(ledger, row, Field::costs_actual_date);
    if (!planned) continue;
    planned_end = std::max(planned_end, *planned);
    if (actual) actual_end = std::max(actual_end, *actual);
    (actual ? finished : open) += 1;
    if (items[row].empty()) continue;
    Ends& ends = by_item[items[row]];
    ends.planned = std::max(ends.planned, *planned);
    if (actual) ends.actual = std::max(ends.actual, *actual);
    ends.open |= !actual;
  }
  if (planned_end == INT32_MIN) {
    return results.add_absent(MeasureId::schedule_variance, table, "no_planned_dates");
  }
  // What is still open ends after as_of: past its date that is a delay of at least so much.
  const bool overdue = open > 0 && as_of > planned_end;
  if (open > 0 && !overdue) {
    results.add_absent(MeasureId::schedule_variance, table, "unfinished");
    results.measures.back().parts = {{"finished", finished}, {"open", open}};
  } else {
    const Day end = overdue ? std::max(actual_end, as_of) : actual_end;
    Measure& total = add_schedule_variance(table, start, planned_end, end, results);
    total.n = finished + open;
    total.parts = {{"finished", finished}, {"open", open}};
    if (overdue) total.notes.push_back("still_open");
    total.headline = total.value.has_value();
  }
  if (by_item.size() > kMostItems) return;  // said by the budget's
  for (const auto& [item, ends] : by_item) {
    if (ends.open) continue;
    add_schedule_variance(table, start, ends.planned, ends.actual, results, item_cell(item));
  }
}

}  // namespace

std::vector<Entry> read_costs(const RolloutTable& table) {
  const Ledger& ledger = table.ledger();
  std::vector<Entry> costs;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    const auto actual = ledger.amount(row, Field::costs_actual);
    if (actual && !is_cost_total(ledger, row)) costs.push_back({day_of_cost(ledger, row), *actual});
  }
  return costs;
}

void measure_costs(const RolloutTable& table, const Rollout& rollout, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  if (ledger.over_limit) return results.add_absent(MeasureId::cost_total, table, "too_large");
  say_totals(table, {Field::costs_cost_class, Field::costs_item}, results);
  measure_totals(table, results);
  const std::vector<std::string> items = names_by_row(ledger, Field::costs_item);
  if (ledger.has(Field::costs_planned)) measure_budget(table, items, results);
  if (ledger.has(Field::costs_planned_date)) measure_schedule(table, items, rollout.as_of, results);
}

}  // namespace topline
