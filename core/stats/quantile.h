// SPDX-License-Identifier: Apache-2.0
#pragma once

// Quantiles of type 7 (Hyndman and Fan 1996, The American Statistician 50:361): the default of R
// and NumPy and Excel's PERCENTILE.INC. Between the two order statistics that (n − 1)p falls
// between, the value moves in a straight line. p is in 0..1, clamped; NaN where there are no
// values.

#include <span>

#include "core/stats/moments.h"

namespace topline::stats {

/// REQUIRES: sorted is ascending and free of NaN.
double quantile(std::span<const double> sorted, double p);

/// The same of counted values, as sorted_counts() gives them: ascending, no count of zero.
double quantile(std::span<const ValueCount> sorted, double p);

}  // namespace topline::stats
