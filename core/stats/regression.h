// SPDX-License-Identifier: Apache-2.0
#pragma once

// Least squares with an intercept, from means and covariances alone: no row is read again, and a
// tally is enough. The equations are solved on the scale of correlations, where units can't hurt.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/covariance.h"

namespace topline::stats {

enum class RegressionProblem : uint8_t {
  none,
  no_predictors,
  too_few_rows,     ///< n <= predictors + 1: nothing is left to judge the fit by (p > n among them)
  constant_column,  ///< `column` has one value only
  collinear,        ///< `column` is a combination of the predictors before it
};

struct Coefficient {
  double b = 0;               ///< outcome units per unit of the predictor
  double standard_error = 0;  ///< classical: equal variances
  double t = 0;               ///< b / SE; infinite on a perfect fit
  double p = 0;               ///< two-sided, df degrees of freedom
  double beta_std = 0;        ///< b sd(x)/sd(y); 0 for the intercept
  double vif = 0;  ///< from the inverse of the predictors' correlations; 0 for the intercept
};

/// All but problem, column and n is empty or zero where there is a problem.
struct Regression {
  RegressionProblem problem = RegressionProblem::none;
  size_t column = 0;  ///< of the covariance handed in, 0 being the outcome
  uint64_t n = 0;
  double df = 0;  ///< n − predictors − 1
  double r_squared = 0, adjusted_r_squared = 0;
  double sigma = 0;  ///< residual standard error
  double f = 0, f_p = 0;
  Coefficient intercept;
  std::vector<Coefficient> coefficients;  ///< in the predictors' order
};

/// Variable 0 of `covariance` is the outcome, the others are the predictors.
Regression least_squares(const Covariance& covariance);

/// What stands in the way of judging variable 0 by the others, the check that least_squares and
/// relative_weights share.
struct PredictorCheck {
  RegressionProblem problem = RegressionProblem::none;
  size_t column = 0;
  SquareMatrix predictors;           ///< correlations among the predictors
  Cholesky factor;                   ///< of `predictors`
  std::vector<double> with_outcome;  ///< correlations of the predictors with the outcome
};
PredictorCheck check_predictors(const Covariance& covariance);

}  // namespace topline::stats
