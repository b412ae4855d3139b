// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers of cells, written down by hand.

#include <vector>

#include "core/measure/compared.h"

namespace topline::sample {

inline Answers answers(const std::vector<std::pair<double, uint64_t>>& scores, double weight = 1) {
  Answers result;
  for (const auto& [score, n] : scores) {
    if (n == 0) continue;
    const double people = static_cast<double>(n);
    result.scores.push_back({score, n, people * weight, people * weight * weight});
    result.n += n;
    result.sum_w += people * weight;
    result.sum_w2 += people * weight * weight;
  }
  return result;
}

/// So many detractors, passives and promoters.
inline Answers net(uint64_t detractors, uint64_t passives, uint64_t promoters, double weight = 1) {
  return answers({{3, detractors}, {8, passives}, {10, promoters}}, weight);
}

inline ColumnPlan nps_plan() {
  ColumnPlan plan;
  plan.role = Role::nps;
  plan.scale = Scale{0, 10};
  return plan;
}

inline ColumnPlan csat_plan() {
  ColumnPlan plan;
  plan.role = Role::csat;
  plan.scale = Scale{1, 5};
  return plan;
}

/// So many in the box (4–5 of 5) of n.
inline Answers satisfied(uint64_t hits, uint64_t n, double weight = 1) {
  return answers({{2, n - hits}, {4, hits}}, weight);
}

}  // namespace topline::sample
