// SPDX-License-Identifier: Apache-2.0
#pragma once

// The difference of two shares of one trinomial sample, promoters less detractors: what NPS is, as
// a proportion in -1..1.

#include "core/stats/interval.h"

namespace topline::stats {

/// How many gave each answer. Real: weighted or effective counts are not whole. None is negative.
struct NetCounts {
  double detractors = 0;
  double passives = 0;
  double promoters = 0;

  double total() const { return detractors + passives + promoters; }
  bool operator==(const NetCounts&) const = default;
};

// Everything below is NaN where the total is not positive, and 0 is a score like any other.

/// (promoters - detractors) / total, -1..1.
double net_score(const NetCounts& counts);

/// V = p+ + p- - (p+ - p-)², the variance of one answer coded -1, 0, +1, dividing by n.
double net_score_variance(const NetCounts& counts);

/// sqrt(V / n).
double net_score_standard_error(const NetCounts& counts);

/// The same shares on another base: with effective_n from weighted.h these are the counts to give
/// to an interval. effective_n equal to the total returns the counts unchanged, to the bit.
NetCounts rescaled(const NetCounts& counts, double effective_n);

// Intervals for the score; confidence is in 0..1, ends are clipped to -1..1.

/// estimate +- z SE. Covers as little as two thirds for 95 % on small, lopsided samples.
Interval net_score_wald(const NetCounts& counts, double confidence);

/// Wald after adding 3/4, 1 1/2 and 3/4 (Bonett and Price 2012, Journal of Educational and
/// Behavioral Statistics 37:479; Rocks 2016, The American Statistician 70:365).
Interval net_score_adjusted_wald(const NetCounts& counts, double confidence);

/// The score interval, our default (Tango 1998, Statistics in Medicine 17:891): every θ that a
/// score test with the likelihood's own estimate of the other parameter does not reject. Never
/// degenerate: all promoters give (n − z²)/(n + z²)..1, all passives ±z²/(n + z²).
Interval net_score_tango(const NetCounts& counts, double confidence);

}  // namespace topline::stats
