// SPDX-License-Identifier: Apache-2.0
#include "core/stats/reliability.h"

#include <cmath>
#include <limits>

#include "core/stats/distributions.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct Spread {
  double items = 0;  // Σ item variances
  double sum = 0;    // variance of the sum of the items
};

Spread spread(const SquareMatrix& covariance) {
  Spread result;
  for (size_t i = 0; i < covariance.size(); ++i) {
    result.items += covariance(i, i);
    for (size_t j = 0; j < covariance.size(); ++j) result.sum += covariance(i, j);
  }
  return result;
}

double alpha_of(const SquareMatrix& covariance) {
  if (covariance.size() < 2) return kNan;
  const double k = static_cast<double>(covariance.size());
  const auto [items, sum] = spread(covariance);
  // Items that cancel out leave a sum without variance, and no alpha.
  return sum > 1e-12 * items ? k / (k - 1) * (1 - items / sum) : kNan;
}

ItemReliability without(const SquareMatrix& covariance, size_t item) {
  std::vector<size_t> others;
  double with_rest = 0;
  for (size_t j = 0; j < covariance.size(); ++j) {
    if (j == item) continue;
    others.push_back(j);
    with_rest += covariance(item, j);
  }
  const SquareMatrix rest = covariance.part(others);
  const auto [items, sum] = spread(rest);
  const double r = with_rest / (std::sqrt(covariance(item, item)) * std::sqrt(sum));
  return {alpha_of(rest), sum > 1e-12 * items ? r : kNan};
}

void add_omega(const Covariance& covariance, const SquareMatrix& correlation, Reliability& result) {
  const OneFactor model = one_factor(correlation);
  result.omega_problem = model.problem;
  if (model.problem != OneFactorProblem::none) return;
  double common = 0, own = 0, common_standardized = 0, own_standardized = 0;
  for (size_t i = 0; i < covariance.variables(); ++i) {
    common += std::sqrt(covariance.matrix(i, i)) * model.loadings[i];
    own += covariance.matrix(i, i) * model.uniqueness[i];
    common_standardized += model.loadings[i];
    own_standardized += model.uniqueness[i];
  }
  result.omega = common * common / (common * common + own);
  const double square = common_standardized * common_standardized;
  result.omega_standardized = square / (square + own_standardized);
}

}  // namespace

Reliability reliability(const Covariance& covariance, double confidence) {
  const size_t k = covariance.variables();
  Reliability result;
  result.n = covariance.n;
  result.few_items = k < 3;
  result.alpha = result.alpha_standardized = result.mean_r = kNan;
  result.omega = result.omega_standardized = kNan;
  if (k < 2) {
    result.problem = ReliabilityProblem::under_two_items;
    return result;
  }
  if (covariance.n < 2) {
    result.problem = ReliabilityProblem::under_two_rows;
    return result;
  }
  for (size_t i = 0; i < k; ++i) {
    if (!(covariance.matrix(i, i) > 0)) result.constant_items.push_back(i);
  }
  if (!result.constant_items.empty()) {
    result.problem = ReliabilityProblem::zero_variance;
    return result;
  }

  const SquareMatrix correlation = correlation_matrix(covariance.matrix);
  const double items = static_cast<double>(k), n = static_cast<double>(covariance.n);
  result.alpha = alpha_of(covariance.matrix);
  result.alpha_standardized = alpha_of(correlation);
  result.mean_r = (spread(correlation).sum - items) / (items * (items - 1));
  const double df1 = n - 1, df2 = (n - 1) * (items - 1), tail = (1 - confidence) / 2;
  result.alpha_interval = {1 - (1 - result.alpha) * f_quantile(1 - tail, df1, df2),
                           1 - (1 - result.alpha) * f_quantile(tail, df1, df2)};
  for (size_t i = 0; i < k; ++i) {
    result.items.push_back(without(covariance.matrix, i));
    if (result.items.back().item_rest_r < 0) result.reversed_items.push_back(i);
  }
  add_omega(covariance, correlation, result);
  return result;
}

}  // namespace topline::stats
