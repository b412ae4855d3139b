// SPDX-License-Identifier: Apache-2.0
#pragma once

// Earned value management (PMI, The Standard for Earned Value Management, 2019; ISO 21508): money
// and schedule of a project against its plan. All in one currency.

#include <optional>

namespace topline::stats {

struct EarnedValueInput {
  double budget_at_completion = 0;  ///< BAC, the whole plan
  double planned_value = 0;         ///< PV, work that should be done by now, at its planned cost
  double earned_value = 0;          ///< EV, work that is done, at its planned cost
  double actual_cost = 0;           ///< AC, what was spent on it
};

/// A ratio whose denominator is zero (or, for TCPI, no money left) is absent, and so is what is
/// made of it.
struct EarnedValue {
  double cost_variance = 0;                    ///< CV = EV - AC: below zero is over budget
  double schedule_variance = 0;                ///< SV = EV - PV: below zero is behind
  std::optional<double> cost_performance;      ///< CPI = EV / AC
  std::optional<double> schedule_performance;  ///< SPI = EV / PV
  // Estimates at completion by what is assumed of the rest:
  std::optional<double> estimate_typical;        ///< it costs as so far: BAC / CPI
  double estimate_atypical = 0;                  ///< it costs as planned: AC + BAC - EV
  std::optional<double> estimate_cost_schedule;  ///< both drag on: AC + (BAC - EV) / (CPI SPI)
  std::optional<double> variance_at_completion;  ///< VAC = BAC - estimate_typical
  /// TCPI: the cost performance that the rest needs to end at BAC, (BAC - EV) / (BAC - AC), or at
  /// estimate_typical.
  std::optional<double> to_complete_budget;
  std::optional<double> to_complete_estimate;
};

EarnedValue earned_value(const EarnedValueInput& input);

}  // namespace topline::stats
