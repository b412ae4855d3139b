// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two proportions of different people held against each other.

#include <cstdint>

#include "core/stats/interval.h"

namespace topline::stats {

/// How many of n. Real where a function takes them so (effective counts); 0 <= hits <= n.
struct HitCounts {
  double hits = 0;
  double n = 0;
};

/// The interval of first − second from the two Wilson intervals (Newcombe 1998, Statistics in
/// Medicine 17:873, method 10). Within -1..1; an empty group gives NaN ends.
Interval newcombe(const HitCounts& first, const HitCounts& second, double confidence);

struct ProportionTest {
  double chi_squared = 0;  ///< on one degree of freedom
  double p = 0;
};

/// Pearson's chi-squared times (N − 1)/N (Campbell 2007, Statistics in Medicine 26:3661), the test
/// where every expected count is at least 1. NaN where a group is empty or all or none of both hit.
ProportionTest n_minus_1_chi_squared(const HitCounts& first, const HitCounts& second);

/// Fisher's exact two-sided p: the sum over all tables with these margins that are no more likely
/// than the observed, likelihoods within 1e-7 of each other being equal, as R's fisher.test. Linear
/// in the smaller margin. 1 where a margin is empty; NaN where hits > n or a total is over 2^53.
double fisher_exact_p(uint64_t first_hits, uint64_t first_n, uint64_t second_hits,
                      uint64_t second_n);

}  // namespace topline::stats
