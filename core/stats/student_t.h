// SPDX-License-Identifier: Apache-2.0
#pragma once

// Student's t distribution with real degrees of freedom df > 0 (infinite df: the normal), by
// Boost.Math's incomplete beta. df <= 0 or NaN gives NaN everywhere.

namespace topline::stats {

/// P(T <= t).
double student_t_cdf(double t, double df);

/// P(T > t), accurate in the far right tail.
double student_t_survival(double t, double df);

/// The t with P(T <= t) = p. p = 0 and 1 give the infinities; p outside 0..1 gives NaN.
double student_t_quantile(double p, double df);

/// The t of a two-sided interval: 12.706 for confidence 0.95 and df 1. confidence is in 0..1.
double two_sided_t(double confidence, double df);

}  // namespace topline::stats
