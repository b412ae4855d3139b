// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/interval.h"

namespace topline::stats {

// Intervals for a proportion p (0..1) seen on n. n is real: with weights or a finite population it
// is the effective n (weighted.h, finite_population.h). confidence is in 0..1. Results lie in 0..1;
// n <= 0 or p outside 0..1 gives NaN ends.

/// Wilson's score interval without continuity correction (Wilson 1927, JASA 22:209; Brown, Cai and
/// DasGupta 2001, Statistical Science 16:101). p = 0 gives low = 0 exactly, p = 1 gives high = 1.
Interval wilson(double p, double n, double confidence);

/// p +- z sqrt(p(1-p)/n), clipped: what spreadsheets do. Far too short near 0 and 1.
Interval wald_proportion(double p, double n, double confidence);

}  // namespace topline::stats
