// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether several items measure one thing: Cronbach's alpha (1951, Psychometrika 16:297) and
// McDonald's omega (1999, Test Theory, 6). No item is ever turned round: those that run against the
// rest are named.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/stats/covariance.h"
#include "core/stats/interval.h"
#include "core/stats/one_factor.h"

namespace topline::stats {

enum class ReliabilityProblem : uint8_t {
  none,
  under_two_items,
  under_two_rows,
  zero_variance,  ///< `constant_items` have one value only: leave them out
};

struct ItemReliability {
  double alpha_if_dropped = 0;  ///< NaN with 2 items
  double item_rest_r = 0;  ///< correlation with the sum of the other items; NaN where that has no
                           ///< variance
};

/// Everything is NaN or empty where there is a problem, but n, problem and constant_items.
struct Reliability {
  ReliabilityProblem problem = ReliabilityProblem::none;
  uint64_t n = 0;          ///< listwise rows
  bool few_items = false;  ///< under 3: nothing can be left out, no omega
  double alpha = 0;  ///< of the sum; k/(k − 1)·(1 − Σ item variances / variance of the sum)
  double alpha_standardized = 0;  ///< k r̄/(1 + (k − 1) r̄)
  double mean_r = 0;              ///< r̄, mean correlation between items
  Interval alpha_interval;        ///< Feldt 1965, Psychometrika 30:357; in −∞..1
  std::vector<ItemReliability> items;
  std::vector<size_t> reversed_items;  ///< item_rest_r < 0: probably worded the other way round
  std::vector<size_t> constant_items;
  OneFactorProblem omega_problem = OneFactorProblem::none;
  /// (Σ sd λ)²/((Σ sd λ)² + Σ sd² ψ), loadings and uniquenesses by maximum likelihood
  /// (one_factor.h): the share of the sum's variance that is the common factor. NaN where
  /// omega_problem says why.
  double omega = 0;
  double omega_standardized = 0;  ///< the same with every sd 1
};

/// Each variable of `covariance` is an item. Alpha may be negative: said, not cut off.
Reliability reliability(const Covariance& covariance, double confidence);

}  // namespace topline::stats
