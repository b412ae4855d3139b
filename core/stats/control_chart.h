// SPDX-License-Identifier: Apache-2.0
#pragma once

// Does a figure move more from wave to wave than sampling lets it? Shewhart's charts with limits at
// three standard errors (Montgomery, Introduction to Statistical Quality Control, 7.3) and the
// exponentially weighted moving average (9.2), which sees small lasting shifts.

#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/interval.h"
#include "core/stats/net_score.h"
#include "core/stats/two_proportions.h"

namespace topline::stats {

/// A chart with fewer waves has no limits: they would be guesses themselves.
inline constexpr size_t kLeastWavesForLimits = 8;

struct ControlPoint {
  double value = 0;  ///< NaN for a wave without answers
  Interval limits;   ///< NaN where the chart has none, or the wave no answers
  bool out = false;  ///< beyond a limit
};

struct ControlChart {
  double centre = 0;        ///< of all waves together; NaN without answers
  bool has_limits = false;  ///< at least kLeastWavesForLimits waves with answers
  std::vector<ControlPoint> points;
};

/// p̄ ± 3 √(p̄(1 − p̄)/n) with each wave's n, clipped to 0..1.
ControlChart p_chart(std::span<const HitCounts> waves);

/// s̄ ± 3 √(V̄/n), score and variance of the waves' counts together, clipped to -1..1. Without
/// passives it is the p-chart of the promoters on a scale twice as long.
ControlChart net_score_chart(std::span<const NetCounts> waves);

struct EwmaPoint {
  double value = 0;
  Interval limits;
  bool out = false;
};

/// E_t = λ x_t + (1 − λ) E_{t−1} from E_0 = target; limits target ± width · sd √(λ/(2 − λ) (1 − (1
/// − λ)^2t)) (Roberts 1959, Technometrics 1:239). lambda in 0 < λ <= 1, sd of one x not negative,
/// else the limits are NaN. REQUIRES finite x.
std::vector<EwmaPoint> ewma_chart(std::span<const double> x, double lambda, double target,
                                  double sd, double width);

}  // namespace topline::stats
