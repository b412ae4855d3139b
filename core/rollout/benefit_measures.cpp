// SPDX-License-Identifier: Apache-2.0

// What the roll-out brought, after attribution, and the return on what it cost.

#include <algorithm>
#include <map>

#include "core/rollout/money.h"
#include "core/stats/cash_flow.h"

namespace topline {
namespace {

void say_range(const RolloutTable& table, uint64_t count, size_t first, RolloutResults& results) {
  if (count == 0) return;
  results.find(table, Code::bad_range, Severity::warning, count, {{"count", std::to_string(count)}},
               where_of(table, first));
}

std::optional<double> percent_return(const MoneySum& benefits, const MoneySum& costs) {
  const auto benefit = benefits.total(), cost = costs.total();
  if (!benefit || !cost) return std::nullopt;
  const auto value = stats::return_on_investment(money(*benefit), money(*cost));
  return value ? std::optional(100 * *value) : std::nullopt;
}

const char* why_no_return(const MoneySum& benefits, const MoneySum& costs) {
  if (!benefits.fits() || !costs.fits()) return "money_overflow";
  return "no_cost";
}

// What the return would be with every benefit at one end of its range.
void add_scenarios(const Project& project, const MoneySum& costs, Measure& roi) {
  const auto ranged = [](const Benefit& b) { return b.low != b.high; };
  if (std::none_of(project.benefits.begin(), project.benefits.end(), ranged)) return;
  for (const auto& [name, end] :
       {std::pair("low", &Benefit::low), std::pair("mode", &Benefit::mode),
        std::pair("high", &Benefit::high)}) {
    MoneySum sum;
    for (const Benefit& benefit : project.benefits) sum.add(benefit.*end);
    if (const auto value = percent_return(sum, costs)) roi.figures.emplace_back(name, *value);
  }
}

// The return up to the end of each year.
void add_years(const Project& project, const RolloutTable& table, RolloutResults& results) {
  std::map<std::string, std::pair<MoneySum, MoneySum>> by_year;
  for (const Entry& cost : project.costs) {
    if (!cost.day) return;
    by_year[year_of(*cost.day)].second.add(cost.amount);
  }
  for (const Benefit& benefit : project.benefits) {
    if (!benefit.entry.day) return;
    by_year[year_of(*benefit.entry.day)].first.add(benefit.entry.amount);
  }
  MoneySum benefits, costs;
  for (const auto& [year, sums] : by_year) {
    const auto benefit = sums.first.total(), cost = sums.second.total();
    if (!benefit || !cost) return;
    benefits.add(*benefit);
    costs.add(*cost);
    Cell cell;
    cell.wave = year;
    Measure& roi = results.add(MeasureId::roi, table, std::move(cell));
    roi.method = "costs_and_benefits";
    roi.notes.push_back("cumulative");
    set_or_absent(roi, percent_return(benefits, costs), why_no_return(benefits, costs));
  }
}

}  // namespace

std::vector<Benefit> read_benefits(const RolloutTable& table, RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  const auto attribution = read_percents(table, Field::benefits_attribution, results);
  const std::vector<std::string> items = names_by_row(ledger, Field::benefits_item);
  std::vector<Benefit> benefits;
  uint64_t bad_ranges = 0, in_full = 0;
  size_t first_bad = 0;
  say_totals(table, {Field::benefits_item}, results);
  for (uint32_t row = 0; row < ledger.rows(); ++row) {
    if (is_total(ledger, row, Field::benefits_item)) continue;
    const auto amount = ledger.amount(row, Field::benefits_amount);
    const auto mode = ledger.amount(row, Field::benefits_mode);
    const auto low = ledger.amount(row, Field::benefits_low);
    const auto high = ledger.amount(row, Field::benefits_high);
    if (!amount && !mode) continue;
    const Int128 likely = mode.value_or(amount.value_or(0));
    Int128 from = low.value_or(likely), to = high.value_or(likely);
    if (from > likely || likely > to) {
      if (bad_ranges == 0 || ledger.place(row) < ledger.place(first_bad)) first_bad = row;
      ++bad_ranges;
      from = to = likely;
    }
    Int128 share = Int128{100} * kFixedOne;
    if (attribution[row]) {
      share = *attribution[row];
    } else if (ledger.amount(row, Field::benefits_attribution)) {
      continue;  // said as the percentages were read: how much is due to the CRM is not known
    } else {
      ++in_full;
    }
    Benefit benefit{row,
                    items[row],
                    {},
                    percent_of(from, share),
                    percent_of(likely, share),
                    percent_of(to, share)};
    benefit.entry.amount = percent_of(amount.value_or(likely), share);
    if (const auto second = ledger.moment(row, Field::benefits_date)) {
      benefit.entry.day = day_of_second(*second);
    }
    benefits.push_back(std::move(benefit));
  }
  say_range(table, bad_ranges, first_bad, results);
  if (in_full > 0) {
    results.find(table, Code::counted_in_full, Severity::info, in_full,
                 {{"count", std::to_string(in_full)}}, {table.tally->inputs[0].name});
  }
  return benefits;
}

void measure_benefits(const RolloutTable& table, const std::vector<Benefit>& benefits,
                      RolloutResults& results) {
  if (table.ledger().over_limit)
    return results.add_absent(MeasureId::benefit_total, table, "too_large");
  if (benefits.empty()) return results.add_absent(MeasureId::benefit_total, table, "no_amounts");
  std::string currency = table.currency(Field::benefits_amount);
  if (currency.empty()) currency = table.currency(Field::benefits_mode);
  MoneySum all;
  std::map<std::string, MoneySum> by_item, by_year;
  uint64_t undated = 0;
  for (const Benefit& benefit : benefits) {
    all.add(benefit.entry.amount);
    if (!benefit.item.empty()) by_item[benefit.item].add(benefit.entry.amount);
    if (benefit.entry.day) {
      by_year[year_of(*benefit.entry.day)].add(benefit.entry.amount);
    } else {
      ++undated;
    }
  }
  Measure& total = add_sum(results, MeasureId::benefit_total, table, all, currency);
  total.headline = total.value.has_value();
  if (undated > 0 && !by_year.empty()) total.parts.emplace_back("undated", undated);
  if (!all.fits()) {
    results.find(table, Code::money_overflow, Severity::warning, 1,
                 {{"name", table.tally->inputs[0].name}}, {table.tally->inputs[0].name});
  }
  if (by_item.size() > kMostItems) {
    results.find(table, Code::many_items, Severity::info, by_item.size(),
                 {{"count", std::to_string(by_item.size())}, {"limit", std::to_string(kMostItems)}},
                 {table.tally->inputs[0].name});
    by_item.clear();
  }
  for (const auto& [item, sum] : by_item) {
    Cell cell;
    cell.segment.emplace_back("item", item);
    add_sum(results, MeasureId::benefit_total, table, sum, currency, std::move(cell));
  }
  for (const auto& [year, sum] : by_year) {
    Cell cell;
    cell.wave = year;
    add_sum(results, MeasureId::benefit_total, table, sum, currency, std::move(cell));
  }
}

void measure_return(const Project& project, RolloutResults& results) {
  const RolloutTable& table = project.cost_table ? *project.cost_table : *project.benefit_table;
  const char* why = project.mixed_currencies   ? "mixed_currencies"
                    : project.costs.empty()    ? "no_cost"
                    : project.benefits.empty() ? "no_benefit"
                                               : nullptr;
  if (why != nullptr) return results.add_absent(MeasureId::roi, table, why);
  MoneySum benefits, costs;
  for (const Benefit& benefit : project.benefits) benefits.add(benefit.entry.amount);
  for (const Entry& cost : project.costs) costs.add(cost.amount);
  Measure& roi = results.add(MeasureId::roi, table);
  roi.method = "costs_and_benefits";
  set_or_absent(roi, percent_return(benefits, costs), why_no_return(benefits, costs));
  roi.headline = roi.value.has_value();
  if (benefits.fits() && costs.fits()) {
    roi.figures = {{"benefit", money(*benefits.total())}, {"cost", money(*costs.total())}};
  }
  add_scenarios(project, costs, roi);
  if (roi.value) add_years(project, table, results);
}

}  // namespace topline
