// SPDX-License-Identifier: Apache-2.0
#include "core/stats/one_factor.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {
namespace {

constexpr double kLeastUniqueness = 0.005;  // as R's factanal bounds it
constexpr double kLeastLoading = 1e-4;
constexpr int kMaximumSteps = 200'000;
constexpr double kStill = 1e-14;

// One step of EM; returns how far the loadings moved at most. `weights` is room for β = Σ⁻¹λ.
double step(const SquareMatrix& r, std::vector<double>& loadings, std::vector<double>& uniqueness,
            std::vector<double>& weights) {
  const size_t k = r.size();
  double information = 1;  // 1 + λᵀΨ⁻¹λ
  for (size_t i = 0; i < k; ++i) {
    weights[i] = loadings[i] / uniqueness[i];
    information += loadings[i] * weights[i];
  }
  for (double& weight : weights) weight /= information;
  double factor_square = 1 / information;  // E[f²] = 1 − βᵀλ + βᵀRβ
  std::vector<double> with_factor(k);      // E[xf] = Rβ
  for (size_t i = 0; i < k; ++i) {
    for (size_t j = 0; j < k; ++j) with_factor[i] += r(i, j) * weights[j];
    factor_square += weights[i] * with_factor[i];
  }
  double moved = 0;
  for (size_t i = 0; i < k; ++i) {
    const double next = with_factor[i] / factor_square;
    moved = std::max(moved, std::abs(next - loadings[i]));
    loadings[i] = next;
    uniqueness[i] = std::max(r(i, i) - next * with_factor[i], kLeastUniqueness / 10);
  }
  return moved;
}

}  // namespace

OneFactor one_factor(const SquareMatrix& correlation) {
  const size_t k = correlation.size();
  OneFactor result;
  if (k < 3) return {OneFactorProblem::too_few_items, {}, {}};
  if (cholesky(correlation).singular_at) return {OneFactorProblem::singular, {}, {}};

  // From the first principal component, halved so that every uniqueness is well inside 0..1.
  const Eigen eigen = symmetric_eigen(correlation);
  std::vector<double> weights(k);
  for (size_t i = 0; i < k; ++i) {
    result.loadings.push_back(std::sqrt(eigen.values[0] / 2) * eigen.vectors(i, 0));
    result.uniqueness.push_back(1 - result.loadings[i] * result.loadings[i]);
  }
  int steps = 0;
  while (step(correlation, result.loadings, result.uniqueness, weights) > kStill) {
    if (++steps == kMaximumSteps) break;
  }
  const double least = *std::min_element(result.uniqueness.begin(), result.uniqueness.end());
  if (least < kLeastUniqueness) return {OneFactorProblem::heywood, {}, {}};
  // Of two loadings the correlations tell the product only.
  const auto loading = std::count_if(result.loadings.begin(), result.loadings.end(),
                                     [](double x) { return std::abs(x) > kLeastLoading; });
  if (steps == kMaximumSteps || loading < 3) return {OneFactorProblem::undetermined, {}, {}};
  double sum = 0;
  for (const double loading : result.loadings) sum += loading;
  if (sum < 0) {
    for (double& loading : result.loadings) loading = -loading;
  }
  return result;
}

}  // namespace topline::stats
