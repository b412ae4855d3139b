// SPDX-License-Identifier: Apache-2.0
#include "core/stats/regression.h"

#include <algorithm>
#include <cmath>

#include "core/stats/distributions.h"
#include "core/stats/student_t.h"

namespace topline::stats {
namespace {

void judge(Coefficient& coefficient, double df) {
  coefficient.t = coefficient.b / coefficient.standard_error;
  coefficient.p = 2 * student_t_survival(std::abs(coefficient.t), df);
}

}  // namespace

PredictorCheck check_predictors(const Covariance& covariance) {
  PredictorCheck check;
  const size_t k = covariance.variables();
  if (k < 2) {
    check.problem = RegressionProblem::no_predictors;
    return check;
  }
  if (covariance.n <= k) {
    check.problem = RegressionProblem::too_few_rows;
    return check;
  }
  for (size_t i = 0; i < k; ++i) {
    if (covariance.matrix(i, i) > 0) continue;
    check.problem = RegressionProblem::constant_column;
    check.column = i;
    return check;
  }
  const SquareMatrix r = correlation_matrix(covariance.matrix);
  std::vector<size_t> predictors;
  for (size_t i = 1; i < k; ++i) {
    predictors.push_back(i);
    check.with_outcome.push_back(r(0, i));
  }
  check.predictors = r.part(predictors);
  check.factor = cholesky(check.predictors);
  if (check.factor.singular_at) {
    check.problem = RegressionProblem::collinear;
    check.column = *check.factor.singular_at + 1;
  }
  return check;
}

Regression least_squares(const Covariance& covariance) {
  const PredictorCheck check = check_predictors(covariance);
  Regression result;
  result.problem = check.problem;
  result.column = check.column;
  result.n = covariance.n;
  if (check.problem != RegressionProblem::none) return result;

  const size_t p = check.with_outcome.size();
  const double n = static_cast<double>(covariance.n);
  const std::vector<double> beta = solve(check.factor, check.with_outcome);
  const SquareMatrix inverted = inverse(check.factor);
  for (size_t i = 0; i < p; ++i) result.r_squared += beta[i] * check.with_outcome[i];
  result.r_squared = std::clamp(result.r_squared, 0.0, 1.0);
  const double left = 1 - result.r_squared;
  result.df = n - static_cast<double>(p) - 1;
  result.adjusted_r_squared = 1 - left * ((n - 1) / result.df);
  const double variance = covariance.matrix(0, 0) * left * ((n - 1) / result.df);  // σ²
  result.sigma = std::sqrt(variance);
  result.f = (result.r_squared / static_cast<double>(p)) / (left / result.df);
  result.f_p = f_survival(result.f, static_cast<double>(p), result.df);

  const double sd_outcome = std::sqrt(covariance.matrix(0, 0));
  std::vector<double> sd(p), standing(p);  // standing: a predictor's mean in units of its sd
  result.intercept.b = covariance.mean[0];
  for (size_t i = 0; i < p; ++i) {
    sd[i] = std::sqrt(covariance.matrix(i + 1, i + 1));
    standing[i] = covariance.mean[i + 1] / sd[i];
    Coefficient coefficient;
    coefficient.beta_std = beta[i];
    coefficient.vif = inverted(i, i);
    coefficient.b = beta[i] * (sd_outcome / sd[i]);
    coefficient.standard_error = result.sigma * std::sqrt(coefficient.vif / (n - 1)) / sd[i];
    judge(coefficient, result.df);
    result.intercept.b -= coefficient.b * covariance.mean[i + 1];
    result.coefficients.push_back(coefficient);
  }
  const std::vector<double> spread = solve(check.factor, standing);
  double distance = 0;  // of the origin from the means
  for (size_t i = 0; i < p; ++i) distance += standing[i] * spread[i];
  result.intercept.standard_error = result.sigma * std::sqrt(1 / n + distance / (n - 1));
  judge(result.intercept, result.df);
  return result;
}

}  // namespace topline::stats
