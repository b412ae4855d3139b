// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/money.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/base/text.h"
#include "core/rollout/join.h"

namespace topline {
namespace {

void add_currency(Project& project, const std::string& currency) {
  if (currency.empty() || currency == project.currency) return;
  project.mixed_currencies |= !project.currency.empty();
  project.currency = currency;
}

std::string benefit_currency(const RolloutTable& table) {
  const std::string currency = table.currency(Field::benefits_amount);
  return currency.empty() ? table.currency(Field::benefits_mode) : currency;
}

}  // namespace

void MoneySum::add(Int128 amount) {
  ++count_;
  std::optional<Int128>& side = amount < 0 ? negative_ : positive_;
  if (side) side = checked_add(*side, amount < 0 ? -amount : amount);
}

std::optional<Int128> MoneySum::total() const {
  if (!fits()) return std::nullopt;
  return *positive_ - *negative_;  // neither is negative
}

double money(Int128 amount) { return to_double(amount) / static_cast<double>(kFixedOne); }

Measure& add_sum(RolloutResults& results, MeasureId id, const RolloutTable& table,
                 const MoneySum& sum, const std::string& currency, Cell cell) {
  Measure& measure = results.add(id, table, std::move(cell));
  measure.n = sum.count();
  if (const auto total = sum.total()) {
    set_amount(measure, *total, currency);
  } else {
    set_or_absent(measure, std::nullopt, "money_overflow");
  }
  return measure;
}

void set_or_absent(Measure& measure, std::optional<double> value, std::string_view why) {
  if (value && std::isfinite(*value)) {
    measure.value = *value;
    return;
  }
  measure.census = false;
  measure.why = std::string(why);
}

Int128 percent_of(Int128 amount, Int128 percent) {
  // The quotient by 100 % and the remainder apart: their products fit.
  const Int128 whole = Int128{100} * kFixedOne;
  const Int128 size = amount < 0 ? -amount : amount;
  const Int128 rest = size % whole * percent;
  Int128 part = size / whole * percent + rest / whole;
  const Int128 twice = 2 * (rest % whole);
  if (twice > whole || (twice == whole && part % 2 != 0)) ++part;
  return amount < 0 ? -part : part;
}

std::vector<std::optional<Int128>> read_percents(const RolloutTable& table, Field field,
                                                 RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  std::vector<std::optional<Int128>> percents(ledger.rows());
  const Ledger::Column* column = ledger.find(field);
  if (column == nullptr) return percents;
  Int128 most = 0;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    percents[row] = ledger.amount(row, field);
    if (percents[row]) most = std::max(most, *percents[row]);
  }
  const TokenTable& texts = table.tally->profile.columns[column->source.column];
  bool marked = false;
  for (uint32_t code = 0; code < texts.size(); ++code) {
    if (!texts.kept(code) || texts.count_of(code) == 0) continue;
    marked |= texts.text(code).find('%') != std::string_view::npos ||
              texts.text(code).find("％") != std::string_view::npos;
  }
  const std::string& name = table.plan->columns[column->source.column].name;
  const bool shares = !marked && most > 0 && most <= kFixedOne;
  uint64_t outside = 0;
  size_t first = 0;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    if (!percents[row]) continue;
    if (*percents[row] < 0 || *percents[row] > Int128{100} * kFixedOne) {
      const bool earlier = outside == 0 || ledger.place(row) < ledger.place(first);
      if (earlier) first = row;
      ++outside;
      percents[row] = std::nullopt;
    } else if (shares) {
      *percents[row] *= 100;
    }
  }
  if (shares) {
    results.find(table, Code::percent_as_share, Severity::info, 1, {{"name", name}},
                 {table.tally->inputs[0].name, 0, column->source.column + 1});
  }
  if (outside > 0) {
    Where where = where_of(table, first);
    where.column = column->source.column + 1;
    results.find(table, Code::percent_outside, Severity::warning, outside,
                 {{"name", name}, {"count", std::to_string(outside)}}, where);
  }
  return percents;
}

std::vector<std::string> names_by_row(const Ledger& ledger, Field field) {
  std::vector<std::string> names(ledger.rows());
  for (const auto& [key, rows] : rows_by(ledger, field)) {
    std::string_view name = ledger.text(rows[0], field);
    for (uint32_t row : rows) name = std::min(name, ledger.text(row, field));
    for (uint32_t row : rows) names[row] = std::string(name);
  }
  return names;
}

bool is_total(const Ledger& ledger, size_t row, Field field) {
  static constexpr std::string_view kTotals[] = {
      "total", "totals",     "grand total", "subtotal",      "sub-total",
      "sum",   "total cost", "total costs", "total benefit", "total benefits",
      "合计",  "总计",       "小计",        "总额"};
  const std::string_view text = ledger.text(row, field);
  if (text.empty() || text.size() > 32) return false;
  return std::find(std::begin(kTotals), std::end(kTotals), fold(text)) != std::end(kTotals);
}

void say_totals(const RolloutTable& table, std::initializer_list<Field> fields,
                RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  Noted noted;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    const bool total = std::any_of(fields.begin(), fields.end(),
                                   [&](Field field) { return is_total(ledger, row, field); });
    if (total) noted.note(ledger.place(row));
  }
  if (noted.count == 0) return;
  results.find(table, Code::total_rows_left_out, Severity::info, noted.count,
               {{"count", std::to_string(noted.count)}},
               {table.tally->inputs[noted.first.input].name, noted.first.line});
}

std::string year_of(Day day) { return wave_of(day, WaveUnit::year); }

Where where_of(const RolloutTable& table, size_t row) {
  const Place& place = table.ledger().place(row);
  return {table.tally->inputs[place.input].name, place.line, 0};
}

void measure_money(const Rollout& rollout, RolloutResults& results) {
  Project project;
  for (const RolloutTable* table : rollout.of(TableKind::costs)) {
    measure_costs(*table, rollout, results);
    measure_earned_value(*table, rollout, results);
    for (const Entry& cost : read_costs(*table)) project.costs.push_back(cost);
    add_currency(project, table->currency(Field::costs_actual));
    if (project.cost_table == nullptr) project.cost_table = table;
  }
  for (const RolloutTable* table : rollout.of(TableKind::benefits)) {
    const std::vector<Benefit> benefits = read_benefits(*table, results);
    measure_benefits(*table, benefits, results);
    project.benefits.insert(project.benefits.end(), benefits.begin(), benefits.end());
    add_currency(project, benefit_currency(*table));
    if (project.benefit_table == nullptr) project.benefit_table = table;
  }
  if (project.cost_table != nullptr || project.benefit_table != nullptr) {
    measure_return(project, results);
    measure_return_risk(project, *rollout.settings, results);
  }
  if (project.cost_table != nullptr && project.benefit_table != nullptr) {
    measure_flows(project_flows(project), *rollout.settings, results);
  }
  for (const RolloutTable* table : rollout.of(TableKind::cashflows)) {
    measure_cash_flows(*table, *rollout.settings, results);
  }
}

}  // namespace topline
