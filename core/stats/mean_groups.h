// SPDX-License-Identifier: Apache-2.0
#pragma once

// Do several groups have the same mean? Analysis of variance from moments.

#include <span>

#include "core/stats/moments.h"

namespace topline::stats {

struct VarianceRatio {
  double f = 0;
  double df1 = 0;  ///< groups − 1
  double df2 = 0;  ///< of the denominator; not whole for Welch's
  double p = 0;
};

// Empty groups are left out. Fewer than two groups, or none with any spread, give NaN.

/// One-way analysis of variance (Fisher 1925): equal variances assumed.
VarianceRatio anova(std::span<const Moments> groups);

/// Without that assumption (Welch 1951, Biometrika 38:330), as R's oneway.test. Every group needs
/// two answers that differ, else NaN.
VarianceRatio welch_anova(std::span<const Moments> groups);

}  // namespace topline::stats
