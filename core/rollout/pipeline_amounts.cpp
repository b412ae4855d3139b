// SPDX-License-Identifier: Apache-2.0

// What won deals are worth: their sum, their size, and how the sum grows.

#include <algorithm>

#include "core/rollout/pipeline_parts.h"
#include "core/stats/moments.h"
#include "core/stats/quantile.h"

namespace topline {
namespace {

double as_double(Int128 amount) { return to_double(amount) / static_cast<double>(kFixedOne); }

void add_won_sum(const PipelineView& view, const DealCell& one, const std::string& currency,
                 RolloutResults& results) {
  Int128 total = 0;
  uint64_t without_amount = 0, undated = 0;
  std::vector<stats::ValueCount> sizes;
  for (const Deal* deal : one.deals) {
    if (!deal->is_won()) continue;
    if (!deal->amount) {
      ++without_amount;
      continue;
    }
    total += *deal->amount;
    undated += !deal->closed;
    sizes.push_back({as_double(*deal->amount), 1});
  }
  Measure& measure = results.add(MeasureId::sales_total, view.table, one.cell);
  set_amount(measure, total, currency);
  measure.n = sizes.size();
  measure.parts = {{"won", sizes.size()}};
  if (without_amount > 0) measure.parts.emplace_back("without_amount", without_amount);
  if (undated > 0) measure.parts.emplace_back("undated", undated);
  if (!sizes.empty()) {
    const auto sorted = stats::sorted_counts(sizes);
    measure.figures = {{"mean", as_double(total) / static_cast<double>(sizes.size())},
                       {"median", stats::quantile(sorted, 0.5)},
                       {"p90", stats::quantile(sorted, 0.9)}};
  }
  measure.headline = one.cell == Cell{};
}

}  // namespace

void measure_won_amounts(const PipelineView& view, const std::vector<DealCell>& cells,
                         RolloutResults& results) {
  const RolloutTable& table = view.table;
  if (!table.ledger().has(Field::pipeline_amount)) {
    return results.add_absent(MeasureId::sales_total, table, "no_amount_column");
  }
  const std::string currency = table.currency(Field::pipeline_amount);
  for (const DealCell& one : cells) {
    if (!one.deals.empty()) add_won_sum(view, one, currency, results);
  }
  DayAmounts won;
  for (const Deal& deal : view.read.deals) {
    if (deal.is_won() && deal.amount && deal.closed)
      won.add(day_of_second(*deal.closed), *deal.amount);
  }
  // Periods end where the table's own events do: another table that reaches further says nothing of
  // this one's sales, but it does say that a period is over.
  const Day as_of = view.rollout.as_of;
  const Day through = std::min(as_of, latest_event(table));
  add_by_period(MeasureId::sales_total, table, won, through, as_of, currency, results);
  add_growth(table, won, through, as_of, results);
}

}  // namespace topline
