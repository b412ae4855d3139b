// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of adoption, each in a file of its own.

#include "core/rollout/user_groups.h"

namespace topline {

struct AdoptionContext {
  const Rollout& rollout;
  const UsageLog& log;
  const Roster& roster;
  const UserGroups& groups;
  const RolloutTable& table;  ///< that the measures are of

  Day last() const { return rollout.as_of; }
  Day first() const { return rollout.as_of - 29; }  ///< of the 30 days
};

/// adoption_rate, dau, wau, mau with its months, stickiness, breadth, depth.
void measure_active_users(const AdoptionContext& context, RolloutResults& results);
/// activation_rate.
void measure_activation(const AdoptionContext& context, RolloutResults& results);
/// recency, cohort_retention.
void measure_usage_cohorts(const AdoptionContext& context, RolloutResults& results);
/// adoption_rate, wau, mau and recency by the roster's last logins, where there is no usage log.
void measure_last_logins(const AdoptionContext& context, RolloutResults& results);

/// recency: people by days since their last use; `days` has one entry each, −1 for never.
void add_recency(const AdoptionContext& context, const std::vector<int64_t>& days, bool knows_never,
                 std::string method, RolloutResults& results);

}  // namespace topline
