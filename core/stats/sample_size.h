// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many answers are needed, and what a number of answers can show. Scores are in the unit of
// net_score (-1..1): ±5 points are 0.05, and a variance is net_score_variance: 0.56 is a common
// guess, 1 the worst. confidence and power are in 0..1. An n is whole, rounded up, and real in
// type: it may be larger than any integer. What can't be (a margin that is not positive, a variance
// below zero, p outside 0..1) is NaN.

namespace topline::stats {

/// z √(V/(n + 3)): half the adjusted Wald interval of a net score (Rocks 2016, The American
/// Statistician 70:365).
double net_score_margin(double variance, double n, double confidence);

/// z √(p(1 − p)/n).
double proportion_margin(double p, double n, double confidence);

// The n for a margin of error. population: how many there are, infinity where without end; all of
// a small one may be needed, never more (Cochran 1977, Sampling Techniques, 4.2).

/// V z²/d² − 3.
double n_for_net_score(double variance, double margin, double confidence, double population);

/// p(1 − p) z²/d².
double n_for_proportion(double p, double margin, double confidence, double population);

// Two groups. The chance of a difference on the wrong side is left out of the power, as in R's
// power.prop.test; it matters only for power near 1 − confidence.

/// The n of each group by which a difference d of two net scores is found: (V₁ + V₂)(z + z_power)²
/// / d² − 3.
double n_per_group_net_scores(double variance_1, double variance_2, double difference,
                              double confidence, double power);

/// The power of n₁ and n₂ to find it.
double power_net_scores(double variance_1, double n1, double variance_2, double n2,
                        double difference, double confidence);

/// The smallest difference found with `power`: (z + z_power) √(V₁/(n₁ + 3) + V₂/(n₂ + 3)).
double detectable_net_score_difference(double variance_1, double n1, double variance_2, double n2,
                                       double confidence, double power);

/// The n of each group by which p₁ against p₂ is found: (z √(2p̄(1 − p̄)) + z_power √(p₁(1 − p₁) +
/// p₂(1 − p₂)))²/(p₁ − p₂)² (Fleiss, Levin and Paik 2003, Statistical Methods for Rates and
/// Proportions, 4.14).
double n_per_group_proportions(double p1, double p2, double confidence, double power);

/// The power of n₁ and n₂ to tell p₁ from p₂.
double power_proportions(double p1, double n1, double p2, double n2, double confidence);

/// The smallest rise from p₁ that is found with `power`: p₂ − p₁ > 0. NaN where not even p₂ = 1 is.
/// A fall from p₁ is a rise from 1 − p₁.
double detectable_rise(double p1, double n1, double n2, double confidence, double power);

}  // namespace topline::stats
