// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much of R² goes with each predictor: Johnson's relative weights (Johnson 2000, Multivariate
// Behavioral Research 35:1). They are not negative and sum to R², also where predictors correlate,
// and say what goes with the outcome, never what causes it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/covariance.h"
#include "core/stats/interval.h"
#include "core/stats/regression.h"

namespace topline::stats {

struct RelativeWeights {
  RegressionProblem problem = RegressionProblem::none;
  size_t column = 0;  ///< as in Regression
  uint64_t n = 0;
  double r_squared = 0;
  std::vector<double> weights;  ///< in the predictors' order, 0..R²; empty where there is a problem
};

/// Variable 0 of `covariance` is the outcome, the others are the predictors.
RelativeWeights relative_weights(const Covariance& covariance);

struct RelativeWeightIntervals {
  std::vector<Interval> intervals;  ///< one per predictor, in 0..1
  uint64_t replicates = 0;          ///< those that could be computed
  uint64_t failed = 0;              ///< those that could not: a column constant or collinear there
};

/// Percentile bootstrap of the rows (Tonidandel, LeBreton and Johnson 2009, Psychological Methods
/// 14:387; quantiles of type 7). `values`: row after row of `columns` cells, the outcome first;
/// rows with a NaN are left out (listwise). Replicate i draws from stream i of `seed`, so any part
/// of them can be computed anywhere. NaN ends where fewer than half the replicates can be computed.
/// REQUIRES columns divides values.size(). confidence is in 0..1.
RelativeWeightIntervals bootstrap_relative_weights(std::span<const double> values, size_t columns,
                                                   uint64_t replicates, uint64_t seed,
                                                   double confidence);

/// Delete-a-group jackknife (Kott 2001, Journal of Official Statistics 17:521): rows fall at random
/// into G groups of about one size (50, say), of each of which the moments are enough. Half width
/// t(G − 1)·√((G − 1)/G Σ(w₍g₎ − w)²) about the weight, cut off at 0 and 1. REQUIRES that all have
/// the same shift. Groups without a row don't count; NaN ends for G < 2 or where the weights can't
/// be computed without some group.
RelativeWeightIntervals jackknife_relative_weights(std::span<const CrossMoments> groups,
                                                   double confidence);

}  // namespace topline::stats
