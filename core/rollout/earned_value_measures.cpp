// SPDX-License-Identifier: Apache-2.0

// Earned value of a plan of costs: where the project stands in money and in time.

#include <algorithm>

#include "core/rollout/money.h"
#include "core/stats/earned_value.h"

namespace topline {
namespace {

// The sums of the method, exact.
struct EarnedSums {
  MoneySum budget, planned, earned, actual;
  uint64_t planned_dates = 0;
};

EarnedSums sum_up(const RolloutTable& table, int64_t now,
                  const std::vector<std::optional<Int128>>& progress) {
  const Ledger& ledger = table.ledger();
  EarnedSums sums;
  for (size_t row = 0; row < ledger.rows(); ++row) {
    if (is_total(ledger, row, Field::costs_cost_class) || is_total(ledger, row, Field::costs_item))
      continue;
    const auto planned = ledger.amount(row, Field::costs_planned);
    const auto actual = ledger.amount(row, Field::costs_actual);
    const auto due = ledger.moment(row, Field::costs_planned_date);
    const auto finished = ledger.moment(row, Field::costs_actual_date);
    const auto spent = ledger.moment(row, Field::costs_date);
    sums.planned_dates += due.has_value();
    if (actual && spent.value_or(finished.value_or(INT64_MIN)) < now) sums.actual.add(*actual);
    if (!planned) continue;
    sums.budget.add(*planned);
    if (due && *due < now) sums.planned.add(*planned);
    // Without a word of its progress, what has ended is done and what has not is not.
    const Int128 ended = finished && *finished < now ? Int128{100} * kFixedOne : 0;
    sums.earned.add(percent_of(*planned, progress[row].value_or(ended)));
  }
  return sums;
}

void add_all_absent(const RolloutTable& table, const char* why, RolloutResults& results) {
  for (MeasureId id : {MeasureId::cpi, MeasureId::spi, MeasureId::tcpi}) {
    results.add_absent(id, table, why);
  }
}

void add_known(Measure& measure, const char* name, const std::optional<double>& figure) {
  if (figure) measure.figures.emplace_back(name, *figure);
}

}  // namespace

void measure_earned_value(const RolloutTable& table, const Rollout& rollout,
                          RolloutResults& results) {
  const Ledger& ledger = table.ledger();
  if (ledger.over_limit || !ledger.has(Field::costs_planned)) return;
  if (!ledger.has(Field::costs_progress)) return add_all_absent(table, "no_progress", results);
  if (rollout.as_of == INT32_MIN) return add_all_absent(table, "no_as_of", results);
  const auto progress = read_percents(table, Field::costs_progress, results);
  const bool any =
      std::any_of(progress.begin(), progress.end(), [](const auto& p) { return p.has_value(); });
  if (!any) return add_all_absent(table, "no_progress", results);
  const EarnedSums sums = sum_up(table, rollout.now(), progress);
  const auto bac = sums.budget.total(), pv = sums.planned.total(), ev = sums.earned.total(),
             ac = sums.actual.total();
  if (!bac || !pv || !ev || !ac) return add_all_absent(table, "money_overflow", results);
  if (sums.budget.count() == 0) return add_all_absent(table, "no_plan", results);
  const stats::EarnedValue value =
      stats::earned_value({money(*bac), money(*pv), money(*ev), money(*ac)});

  Measure& cpi = results.add(MeasureId::cpi, table);
  cpi.n = sums.budget.count();
  set_or_absent(cpi, value.cost_performance, "nothing_spent");
  cpi.figures = {
      {"bac", money(*bac)}, {"ev", money(*ev)}, {"ac", money(*ac)}, {"cv", value.cost_variance}};
  add_known(cpi, "eac", value.estimate_typical);
  cpi.figures.emplace_back("eac_as_planned", value.estimate_atypical);
  add_known(cpi, "vac", value.variance_at_completion);

  if (sums.planned_dates == 0) {
    results.add_absent(MeasureId::spi, table, "no_planned_dates");
  } else {
    Measure& spi = results.add(MeasureId::spi, table);
    spi.n = sums.budget.count();
    set_or_absent(spi, value.schedule_performance, "nothing_due");
    spi.figures = {{"pv", money(*pv)}, {"ev", money(*ev)}, {"sv", value.schedule_variance}};
    add_known(spi, "eac_cost_schedule", value.estimate_cost_schedule);
  }

  Measure& tcpi = results.add(MeasureId::tcpi, table);
  tcpi.n = sums.budget.count();
  set_or_absent(tcpi, value.to_complete_budget, "budget_spent");
  tcpi.figures = {{"work_left", money(*bac) - money(*ev)},
                  {"money_left", money(*bac) - money(*ac)}};
  add_known(tcpi, "tcpi_eac", value.to_complete_estimate);
}

}  // namespace topline
