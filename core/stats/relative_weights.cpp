// SPDX-License-Identifier: Apache-2.0
#include "core/stats/relative_weights.h"

#include <algorithm>
#include <cmath>

#include "core/stats/quantile.h"
#include "core/stats/random.h"
#include "core/stats/student_t.h"

namespace topline::stats {
namespace {

// The covariance of n rows drawn with replacement. Their values are already near the mean.
Covariance resampled(std::span<const double> rows, const std::vector<double>& shift, Random random,
                     std::vector<uint64_t>& drawn) {
  const size_t columns = shift.size();
  std::fill(drawn.begin(), drawn.end(), 0);
  for (size_t i = 0; i < drawn.size(); ++i) ++drawn[random.below(drawn.size())];
  CrossMoments moments(shift);
  for (size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i] > 0) moments.add(rows.subspan(i * columns, columns), drawn[i]);
  }
  return covariance(moments);
}

}  // namespace

RelativeWeights relative_weights(const Covariance& covariance) {
  const PredictorCheck check = check_predictors(covariance);
  RelativeWeights result{check.problem, check.column, covariance.n, 0, {}};
  if (check.problem != RegressionProblem::none) return result;

  // Λ = QD½Qᵀ is the symmetric root of the predictors' correlations: the loadings of the predictors
  // on the closest set of uncorrelated variables, on which the outcome has the weights Λ⁻¹r.
  const Eigen eigen = symmetric_eigen(check.predictors);
  const size_t p = check.with_outcome.size();
  SquareMatrix loading(p);
  std::vector<double> on_uncorrelated(p);
  for (size_t i = 0; i < p; ++i) {
    for (size_t j = 0; j < p; ++j) {
      double inverse_root = 0;
      for (size_t m = 0; m < p; ++m) {
        const double root = std::sqrt(eigen.values[m]);
        const double product = eigen.vectors(i, m) * eigen.vectors(j, m);
        loading(i, j) += product * root;
        inverse_root += product / root;
      }
      on_uncorrelated[i] += inverse_root * check.with_outcome[j];
    }
  }
  result.weights.assign(p, 0);
  for (size_t i = 0; i < p; ++i) {
    for (size_t j = 0; j < p; ++j) {
      const double part = loading(i, j) * on_uncorrelated[j];
      result.weights[i] += part * part;
    }
    result.r_squared += on_uncorrelated[i] * on_uncorrelated[i];
  }
  return result;
}

RelativeWeightIntervals bootstrap_relative_weights(std::span<const double> values, size_t columns,
                                                   uint64_t replicates, uint64_t seed,
                                                   double confidence) {
  const std::vector<double> rows = listwise(values, columns);
  RelativeWeightIntervals result;
  if (columns < 2) return result;
  result.intervals.resize(columns - 1);
  if (rows.empty()) {
    result.failed = replicates;
    return result;
  }
  const std::vector<double> mean = covariance(rows, columns).mean;
  std::vector<uint64_t> drawn(rows.size() / columns);
  std::vector<std::vector<double>> draws(columns - 1);
  for (uint64_t i = 0; i < replicates; ++i) {
    const RelativeWeights replicate =
        relative_weights(resampled(rows, mean, Random(seed, i), drawn));
    if (replicate.problem != RegressionProblem::none) {
      ++result.failed;
      continue;
    }
    ++result.replicates;
    for (size_t j = 0; j < draws.size(); ++j) draws[j].push_back(replicate.weights[j]);
  }
  if (result.replicates == 0 || result.replicates < result.failed) return result;
  for (size_t j = 0; j < draws.size(); ++j) {
    std::sort(draws[j].begin(), draws[j].end());
    result.intervals[j] = {quantile(draws[j], (1 - confidence) / 2),
                           quantile(draws[j], (1 + confidence) / 2)};
  }
  return result;
}

RelativeWeightIntervals jackknife_relative_weights(std::span<const CrossMoments> groups,
                                                   double confidence) {
  RelativeWeightIntervals result;
  std::vector<CrossMoments> filled;
  for (const CrossMoments& group : groups) {
    if (group.n > 0) filled.push_back(group);
  }
  if (filled.empty()) return result;
  CrossMoments all = filled.front();
  for (size_t g = 1; g < filled.size(); ++g) all += filled[g];
  const RelativeWeights whole = relative_weights(covariance(all));
  const size_t p = whole.weights.size();
  result.intervals.resize(all.sum.empty() ? 0 : all.sum.size() - 1);
  std::vector<double> squares(p);
  for (const CrossMoments& group : filled) {
    CrossMoments others = all;
    others -= group;
    const RelativeWeights without = relative_weights(covariance(others));
    if (without.weights.size() != p || p == 0) {
      ++result.failed;
      continue;
    }
    ++result.replicates;
    for (size_t j = 0; j < p; ++j) {
      const double change = without.weights[j] - whole.weights[j];
      squares[j] += change * change;
    }
  }
  if (result.failed > 0 || filled.size() < 2) return result;
  const double size = static_cast<double>(filled.size());
  const double t = two_sided_t(confidence, size - 1);
  for (size_t j = 0; j < p; ++j) {
    const double half = t * std::sqrt((size - 1) / size * squares[j]);
    result.intervals[j] = {std::max(0.0, whole.weights[j] - half),
                           std::min(1.0, whole.weights[j] + half)};
  }
  return result;
}

}  // namespace topline::stats
