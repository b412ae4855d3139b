// SPDX-License-Identifier: Apache-2.0

// Cohorts: customers by the month of their first purchase, and how many of them buy in each month
// since. What stands for a cohort is its share in the month after.

#include <algorithm>

#include "core/rollout/order_measures.h"

namespace topline {

void measure_cohorts(const RolloutTable& table, const CustomerFacts& facts, Day as_of,
                     RolloutResults& results) {
  const int last = period_number(std::max(as_of, facts.last), WaveUnit::month);
  for (size_t k = 0; k < facts.cohorts.size(); ++k) {
    const std::vector<uint64_t>& cohort = facts.cohorts[k];
    if (cohort.empty()) continue;
    const int month = facts.months.first + static_cast<int>(k);
    // A month without anybody is zero, once it is over or has begun.
    const auto months = static_cast<size_t>(last - month + 1);
    std::vector<double> active, share;
    for (size_t since = 0; since < months; ++since) {
      active.push_back(since < cohort.size() ? static_cast<double>(cohort[since]) : 0);
      share.push_back(100 * (active.back() / active.front()));
    }
    Cell cell;
    cell.segment.emplace_back("cohort", period_name(month, WaveUnit::month));
    if (months < 2) {
      results.add_absent(MeasureId::retention_rate, table, "no_month_after", cell);
    } else {
      Measure& measure = results.add(MeasureId::retention_rate, table, cell);
      measure.value = share[1];
      if (!is_whole(month + 1, WaveUnit::month, as_of))
        measure.notes.push_back("incomplete_period");
    }
    Measure& measure = results.measures.back();
    measure.n = cohort[0];
    measure.method = "cohort";
    measure.series = {{"active", std::move(active)}, {"share", std::move(share)}};
  }
}

}  // namespace topline
