// SPDX-License-Identifier: Apache-2.0
#pragma once

// One common factor behind several items, by maximum likelihood: R = λλᵀ + Ψ. What McDonald's omega
// stands on.

#include <cstdint>
#include <vector>

#include "core/stats/linear_algebra.h"

namespace topline::stats {

enum class OneFactorProblem : uint8_t {
  none,
  too_few_items,  ///< under 3: the loadings aren't determined
  singular,       ///< an item is a combination of others, or has no variance
  heywood,        ///< the likelihood pushes an item's own variance below 0.005: no proper solution
  undetermined,   ///< fewer than 3 items have anything in common, or EM doesn't settle
};

struct OneFactor {
  OneFactorProblem problem = OneFactorProblem::none;
  std::vector<double> loadings;    ///< λ, an item's correlation with the factor
  std::vector<double> uniqueness;  ///< ψ = 1 − λ²
};

/// The maximum-likelihood loadings for a correlation matrix, by EM (Rubin and Thayer 1982,
/// Psychometrika 47:69) until no loading moves by 1e-14 a step. Their sum is not negative. Empty
/// vectors where there is a problem.
OneFactor one_factor(const SquareMatrix& correlation);

}  // namespace topline::stats
