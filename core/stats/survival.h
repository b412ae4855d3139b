// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long until it is finished, where some are not finished yet: Kaplan and Meier's curve (1958,
// JASA 53:457). An open case counts among those at risk up to its age, then leaves without an
// event: leaving it out, or taking its age for its duration, would make slow look fast.

#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/interval.h"

namespace topline::stats {

/// `count` cases that took `time`, or, not finished, have been open for it so far. time is finite
/// and not negative.
struct Duration {
  double time = 0;
  bool finished = true;
  uint64_t count = 0;
};

struct SurvivalStep {
  double time = 0;
  uint64_t at_risk = 0;   ///< neither finished nor lost sight of before this time
  uint64_t finished = 0;  ///< at this time
  uint64_t open = 0;      ///< whose age this is: they leave after those who finished at it
  double survival = 0;    ///< the share not finished after this time
  /// On the scale ln(−ln S), with Greenwood's variance (1926): within 0..1. 1..1 before anything
  /// finished, NaN where S = 0. As R's survfit(conf.type = "log-log").
  Interval interval;
};

struct SurvivalCurve {
  uint64_t n = 0;
  uint64_t open = 0;
  std::vector<SurvivalStep> steps;  ///< one per distinct time, ascending
};

/// Durations in any order, equal ones joined.
SurvivalCurve kaplan_meier(std::span<const Duration> durations, double confidence);

struct SurvivalQuantile {
  double time = 0;    ///< NaN where the curve does not come down so far
  Interval interval;  ///< an end that its limit of the curve does not reach is NaN
};

/// The time by which the share p (0 < p <= 1; else NaN) is finished: 0.5 is the median. Where the
/// curve runs level at 1 − p it is the middle of the level stretch, as R's quantile.survfit.
SurvivalQuantile survival_quantile(const SurvivalCurve& curve, double p);

}  // namespace topline::stats
