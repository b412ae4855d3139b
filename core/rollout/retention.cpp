// SPDX-License-Identifier: Apache-2.0

// Who buys again: repeat customers, new ones, those who bought in the period before and in this
// one, and what they bring then and now.

#include <algorithm>

#include "core/rollout/order_measures.h"

namespace topline {
namespace {

double percent(uint64_t part, uint64_t of) {
  return 100 * (static_cast<double>(part) / static_cast<double>(of));
}

Cell at(int period, WaveUnit unit) {
  Cell cell;
  cell.wave = period_name(period, unit);
  return cell;
}

void add_repeat(const RolloutTable& table, const CustomerFacts& facts, RolloutResults& results) {
  Measure& repeat = results.add(MeasureId::repeat_rate, table);
  repeat.value = percent(facts.repeaters, facts.size());
  repeat.n = facts.size();
  repeat.parts = {{"repeat_customers", facts.repeaters}};
  repeat.headline = true;
}

void add_new(const RolloutTable& table, const CustomerFacts& facts, Day as_of,
             RolloutResults& results) {
  for (size_t k = 0; k < facts.months.buyers.size(); ++k) {
    const int month = facts.months.first + static_cast<int>(k);
    const uint64_t joined = facts.cohorts[k].empty() ? 0 : facts.cohorts[k][0];
    Measure& measure = results.add(MeasureId::new_customers, table, at(month, WaveUnit::month));
    measure.value = static_cast<double>(joined);
    measure.n = facts.months.buyers[k];
    measure.method = "first_purchase";
    if (!is_whole(month, WaveUnit::month, as_of)) measure.notes.push_back("incomplete_period");
  }
}

// Retention of each period, by the ids of those who bought in it and in the one before.
void add_retention(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
                   RolloutResults& results) {
  const WaveUnit told = unit_of(rollout.settings->period);
  for (WaveUnit unit : units_of(rollout)) {
    const PeriodBuyers& periods = facts.of(unit);
    size_t latest = SIZE_MAX;
    for (size_t k = 1; k < periods.buyers.size(); ++k) {
      const int period = periods.first + static_cast<int>(k);
      if (periods.buyers[k - 1] == 0) {
        results.add_absent(MeasureId::retention_rate, table, "no_customers_before",
                           at(period, unit));
        continue;
      }
      Measure& measure = results.add(MeasureId::retention_rate, table, at(period, unit));
      measure.value = percent(periods.kept[k], periods.buyers[k - 1]);
      measure.n = periods.buyers[k - 1];
      measure.method = "ids";
      measure.parts = {{"retained", periods.kept[k]}, {"before", periods.buyers[k - 1]}};
      if (!is_whole(period, unit, rollout.as_of)) {
        measure.notes.push_back("incomplete_period");
      } else if (unit == told) {
        latest = results.measures.size() - 1;
      }
    }
    if (latest != SIZE_MAX) results.measures[latest].headline = true;
  }
}

void add_revenue_kept(MeasureId id, const RolloutTable& table, const YearRevenue& year, int at_year,
                      bool cut_base, RolloutResults& results) {
  Measure& measure = results.add(id, table, at(at_year, WaveUnit::year));
  const Int128 now = id == MeasureId::nrr ? year.now : year.lesser;
  measure.value = 100 * (to_double(now) / to_double(year.before));
  measure.n = year.customers;
  measure.method = "orders";
  measure.figures = {{"before", to_double(year.before) / static_cast<double>(kFixedOne)},
                     {"now", to_double(now) / static_cast<double>(kFixedOne)}};
  if (cut_base) measure.notes.push_back("incomplete_base");
}

// Whole years only: an unfinished one would look like a loss of revenue.
void add_revenue(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
                 RolloutResults& results) {
  size_t latest = SIZE_MAX;
  for (size_t k = 1; k < facts.years.buyers.size(); ++k) {
    const int period = facts.years.first + static_cast<int>(k);
    const YearRevenue& year = facts.revenue_by_year[k];
    const char* why = !is_whole(period, WaveUnit::year, rollout.as_of) ? "incomplete_period"
                      : year.before <= 0                               ? "no_revenue_before"
                                                                       : nullptr;
    for (MeasureId id : {MeasureId::nrr, MeasureId::grr}) {
      if (why != nullptr) {
        results.add_absent(id, table, why, at(period, WaveUnit::year));
        continue;
      }
      const bool cut = period_number(facts.first, WaveUnit::month) > (period - 1) * 12;
      add_revenue_kept(id, table, year, period, cut, results);
      if (id == MeasureId::nrr) latest = results.measures.size() - 1;
    }
  }
  if (latest != SIZE_MAX) results.measures[latest].headline = true;
}

}  // namespace

void measure_retention(const Rollout& rollout, const RolloutTable& table,
                       const CustomerFacts& facts, RolloutResults& results) {
  add_repeat(table, facts, results);
  add_new(table, facts, rollout.as_of, results);
  add_retention(rollout, table, facts, results);
  add_revenue(rollout, table, facts, results);
}

}  // namespace topline
