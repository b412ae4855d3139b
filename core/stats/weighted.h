// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mean of weighted answers and its error by linearisation (Taylor series), weights only: what
// R's survey::svymean(na.rm = TRUE) reports for svydesign(ids = ~1, weights = ~w). With values -1,
// 0, +1 it is an NPS, with 0 and 1 a share.
//
// Two figures with two uses. The standard error that is **reported** carries the design's n/(n −
// 1). The **effective n**, on which the score and Wilson intervals stand, is V̂ / SE² with both on
// the same footing: V̂ divides by Σw, as the binomial p(1 − p) divides by n, so its SE² goes without
// n/(n − 1). That gives Σw · Σw(z − z̄)² / Σw²(z − z̄)². With equal weights it is the number of
// answers, so weights of 1 give the unweighted interval to the bit, however many rows of the design
// did not answer.

#include <cstdint>
#include <span>

namespace topline::stats {

/// All answers of one value: how many, the sum of their weights and of their squared weights.
/// Weights are finite and not negative.
struct WeightedValue {
  double value = 0;
  uint64_t n = 0;
  double sum_w = 0;
  double sum_w2 = 0;
};

struct WeightedMean {
  uint64_t n = 0;       ///< answers
  double sum_w = 0;     ///< Σw
  double mean = 0;      ///< z̄ = Σwz / Σw
  double variance = 0;  ///< V̂ = Σw(z − z̄)² / Σw
  double standard_error = 0;  ///< √(N/(N−1) Σw²(z − z̄)²) / Σw with N = n_design; NaN for N < 2
  double kish_n = 0;          ///< (Σw)² / Σw² (Kish 1965)
  double effective_n = 0;  ///< as above; kish_n where all answers are equal
  double sd = 0;  ///< √(V̂ n/(n − 1)) with n = effective_n, for mean_t; NaN for n <= 1
};

/// n_design: all rows of the design, answered or not; REQUIRES n_design >= the answers. Everything
/// but n and sum_w is NaN where Σw = 0. Neither order nor grouping of the values matters, but for
/// the rounding of the sums handed in.
WeightedMean weighted_mean(std::span<const WeightedValue> values, uint64_t n_design);

}  // namespace topline::stats
