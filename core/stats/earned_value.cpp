// SPDX-License-Identifier: Apache-2.0
#include "core/stats/earned_value.h"

namespace topline::stats {
namespace {

std::optional<double> ratio(double a, double b) {
  if (!(b > 0)) return std::nullopt;
  return a / b;
}

}  // namespace

EarnedValue earned_value(const EarnedValueInput& input) {
  const auto& [bac, pv, ev, ac] = input;
  const double rest = bac - ev;
  EarnedValue result;
  result.cost_variance = ev - ac;
  result.schedule_variance = ev - pv;
  result.cost_performance = ratio(ev, ac);
  result.schedule_performance = ratio(ev, pv);
  result.estimate_atypical = ac + rest;
  result.to_complete_budget = ratio(rest, bac - ac);
  if (const auto& cpi = result.cost_performance) {
    result.estimate_typical = ratio(bac, *cpi);
    if (const auto& spi = result.schedule_performance) {
      if (const auto to_come = ratio(rest, *cpi * *spi)) {
        result.estimate_cost_schedule = ac + *to_come;
      }
    }
  }
  if (const auto& estimate = result.estimate_typical) {
    result.variance_at_completion = bac - *estimate;
    result.to_complete_estimate = ratio(rest, *estimate - ac);
  }
  return result;
}

}  // namespace topline::stats
