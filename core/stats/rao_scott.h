// SPDX-License-Identifier: Apache-2.0
#pragma once

// Is the answer spread alike over the groups of a weighted or designed sample? Pearson's chi-squared
// of the estimated table, corrected by what the design makes of its variance (Rao and Scott 1984,
// Annals of Statistics 12:46; second order, referred to F as Thomas and Rao 1987 do): what R's
// survey::svychisq(statistic = "F") reports.

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/stats/linear_algebra.h"
#include "core/stats/weighted.h"

namespace topline::stats {

struct RaoScott {
  double f = 0;
  double ndf = 0;  ///< (Σδ)²/Σδ² of the generalised design effects δ
  double ddf = 0;  ///< ndf · the design's degrees of freedom
  double p = 0;
  double cramers_v = 0;  ///< of the estimated shares, 0..1
};

/// shares: the estimated share of each cell of the table, row by row, `columns` to a row; they sum to
/// 1. covariance: of these estimates. n: rows of the design, answered or not; df: its PSUs − strata.
/// NaN throughout where a row or column is empty, there are fewer than two of either, or too many
/// cells are empty for the variance to be had. REQUIRES covariance.size() == shares.size().
RaoScott rao_scott(std::span<const double> shares, size_t columns, const SquareMatrix& covariance,
                   double n, double df);

/// The shares' covariance where there are weights alone, linearised: from each cell's Σw and Σw².
/// n_design: rows of the design, answered or not. REQUIRES n_design > 1.
SquareMatrix share_covariance(std::span<const WeightedValue> cells, uint64_t n_design);

}  // namespace topline::stats
