// SPDX-License-Identifier: Apache-2.0
#pragma once

// The measures that tables of orders and of accounts give, one file each.

#include <optional>
#include <string>

#include "core/rollout/customer_facts.h"
#include "core/rollout/rollout.h"

namespace topline {

/// How long customers stay, in days.
struct Lifespans {
  double total = 0;
  uint64_t customers = 0;
};

/// The accounts with a start, from there to their end or to as_of. Empty where no account has one,
/// or none of a table of accounts can be told to have ended.
std::optional<Lifespans> account_lifespans(const Rollout& rollout);

void measure_lifetime_value(const Rollout& rollout, const RolloutTable& table,
                            const CustomerFacts& facts, RolloutResults& results);
void measure_rfm(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
                 RolloutResults& results);
/// Repeat, new and kept customers, their revenue kept, cohorts.
void measure_retention(const Rollout& rollout, const RolloutTable& table,
                       const CustomerFacts& facts, RolloutResults& results);
void measure_cohorts(const RolloutTable& table, const CustomerFacts& facts, Day as_of,
                     RolloutResults& results);
void measure_sales(const Rollout& rollout, const RolloutTable& table, const CustomerFacts& facts,
                   RolloutResults& results);
/// Churn, revenue kept and new customers from a table of accounts.
void measure_accounts(const Rollout& rollout, const RolloutTable& table, RolloutResults& results);

/// The whole periods end by then: as_of, or the last order where as_of is told to be later.
bool is_whole(int period, WaveUnit unit, Day as_of);
/// The units that figures over time are given in: months, and the period that was told.
std::vector<WaveUnit> units_of(const Rollout& rollout);

}  // namespace topline
