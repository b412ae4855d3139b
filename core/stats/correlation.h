// SPDX-License-Identifier: Apache-2.0
#pragma once

// How two columns go together. Each function takes two columns of one length and leaves out the
// rows where either is NaN (pairwise); listwise is what covariance.h gives, or the caller by
// handing in complete rows.

#include <cstdint>
#include <span>
#include <vector>

namespace topline::stats {

struct Correlation {
  uint64_t n = 0;  ///< pairs
  double r = 0;    ///< −1..1; NaN where n < 2 or a column has one value only
};

/// REQUIRES x.size() == y.size(), here and below.
Correlation pearson(std::span<const double> x, std::span<const double> y);

/// Pearson's of the ranks, equal values sharing their average rank.
Correlation spearman(std::span<const double> x, std::span<const double> y);

/// Kendall's tau-b (Kendall 1945, Biometrika 33:239) by sorting, n log n (Knight 1966, JASA
/// 61:436); every count is whole, only the last division rounds.
Correlation kendall_tau_b(std::span<const double> x, std::span<const double> y);

/// Two-sided p for "no correlation" from t = r√((n − 2)/(1 − r²)), n − 2 degrees of freedom: exact
/// for Pearson's r of normal data, the usual approximation for Spearman's. NaN for n < 3.
double correlation_p(const Correlation& correlation);

/// 1 for the smallest; equal values share the average of their ranks. REQUIRES no NaN.
std::vector<double> average_ranks(std::span<const double> values);

}  // namespace topline::stats
