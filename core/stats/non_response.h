// SPDX-License-Identifier: Apache-2.0
#pragma once

// What those who did not answer could change. `missing` counts people invited without an answer;
// counts are real (a weighted frame has such) and none is negative.

#include <optional>

#include "core/stats/interval.h"
#include "core/stats/net_score.h"

namespace topline::stats {

struct ResponseRate {
  double rate = 0;    ///< answered / invited, 0..1; NaN where invited <= 0 or answered > invited
  Interval interval;  ///< Wilson, as of a chance to answer; NaN ends with the rate
};

ResponseRate response_rate(double answered, double invited, double confidence);

/// Worst-case bounds (Manski 1989, Journal of Human Resources 24:343): every missing a detractor,
/// every missing a promoter: [(P − D − missing)/N, (P − D + missing)/N] with N = answers + missing.
/// NaN for N = 0.
Interval net_score_bounds(const NetCounts& counts, double missing);

/// The same for a share: [yes/N, (yes + missing)/N].
Interval share_bounds(double yes, double answered, double missing);

/// The score among the missing, −1..1, at which the score of all N is `threshold` and the verdict
/// "at least the threshold" turns: below it all N miss the threshold, from it on they meet it.
/// Nothing where no score among the missing turns the verdict of those who answered, or nobody is
/// missing.
std::optional<double> net_score_tipping_point(const NetCounts& counts, double missing,
                                              double threshold);

/// The same for a share, 0..1.
std::optional<double> share_tipping_point(double yes, double answered, double missing,
                                          double threshold);

}  // namespace topline::stats
