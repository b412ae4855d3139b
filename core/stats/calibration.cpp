// SPDX-License-Identifier: Apache-2.0
#include "core/stats/calibration.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {
namespace {

constexpr int kMaximumRounds = 10'000;
constexpr double kMet = 1e-12;
constexpr double kAgreeing = 1e-9;

std::vector<double> category_sums(std::span<const double> values, const Margin& margin) {
  std::vector<double> sums(margin.population.size());
  for (size_t i = 0; i < values.size(); ++i) sums[margin.category[i]] += values[i];
  return sums;
}

double total(const Margin& margin) {
  double sum = 0;
  for (const double people : margin.population) sum += people;
  return sum;
}

Calibration trouble(CalibrationProblem problem, size_t margin = 0, size_t category = 0) {
  Calibration result;
  result.problem = problem;
  result.margin = margin;
  result.category = static_cast<uint32_t>(category);
  return result;
}

Calibration check_margin(std::span<const double> base_weights, const Margin& margin, size_t index) {
  if (margin.category.size() != base_weights.size()) {
    return trouble(CalibrationProblem::unequal_lengths, index);
  }
  for (const uint32_t category : margin.category) {
    if (category >= margin.population.size()) {
      return trouble(CalibrationProblem::unknown_category, index, category);
    }
  }
  const std::vector<double> sums = category_sums(base_weights, margin);
  for (size_t c = 0; c < sums.size(); ++c) {
    const double people = margin.population[c];
    if (!(people >= 0 && std::isfinite(people))) {
      return trouble(CalibrationProblem::bad_total, index, c);
    }
    if (people > 0 && sums[c] == 0) return trouble(CalibrationProblem::empty_cell, index, c);
    if (people == 0 && sums[c] > 0) return trouble(CalibrationProblem::no_population, index, c);
  }
  return {};
}

Calibration check(std::span<const double> base_weights, std::span<const Margin> margins) {
  if (margins.empty()) return trouble(CalibrationProblem::no_margin);
  for (const double weight : base_weights) {
    if (!(weight >= 0 && std::isfinite(weight))) return trouble(CalibrationProblem::bad_weight);
  }
  for (size_t m = 0; m < margins.size(); ++m) {
    Calibration found = check_margin(base_weights, margins[m], m);
    if (found.problem != CalibrationProblem::none) return found;
  }
  const double people = total(margins.front());
  for (size_t m = 1; m < margins.size(); ++m) {
    if (std::abs(total(margins[m]) - people) > kAgreeing * people) {
      return trouble(CalibrationProblem::totals_disagree, m);
    }
  }
  return {};
}

// Returns how far the margin's totals, times `scale`, were off, as a share of each.
double adjust(std::vector<double>& weights, const Margin& margin, double scale) {
  std::vector<double> factors = category_sums(weights, margin);
  double off = 0;
  for (size_t c = 0; c < factors.size(); ++c) {
    factors[c] = factors[c] > 0 ? scale * margin.population[c] / factors[c] : 1;
    off = std::max(off, std::abs(factors[c] - 1));
  }
  for (size_t i = 0; i < weights.size(); ++i) weights[i] *= factors[margin.category[i]];
  return off;
}

}  // namespace

Calibration post_stratify(std::span<const double> base_weights, const Margin& margin) {
  Calibration result = check(base_weights, std::span<const Margin>(&margin, 1));
  if (result.problem != CalibrationProblem::none) return result;
  result.weights.assign(base_weights.begin(), base_weights.end());
  adjust(result.weights, margin, 1);
  result.rounds = 1;
  return result;
}

Calibration rake(std::span<const double> base_weights, std::span<const Margin> margins) {
  Calibration result = check(base_weights, margins);
  if (result.problem != CalibrationProblem::none) return result;
  result.weights.assign(base_weights.begin(), base_weights.end());
  std::vector<double> scales;  // totals that agree but for rounding are made to agree
  for (const Margin& margin : margins) scales.push_back(total(margins.front()) / total(margin));
  while (result.rounds < kMaximumRounds) {
    double off = 0;
    for (size_t m = 0; m < margins.size(); ++m) {
      off = std::max(off, adjust(result.weights, margins[m], scales[m]));
    }
    ++result.rounds;
    if (off <= kMet) return result;
  }
  Calibration failed = trouble(CalibrationProblem::no_convergence);
  failed.rounds = result.rounds;
  return failed;
}

std::vector<double> calibration_residuals(std::span<const double> u,
                                          std::span<const double> base_weights,
                                          std::span<const double> calibrated,
                                          std::span<const Margin> margins) {
  std::vector<double> residuals(u.size());
  double largest = 0;
  for (size_t i = 0; i < u.size(); ++i) {
    if (calibrated[i] > 0) residuals[i] = u[i] / calibrated[i];
    largest = std::max(largest, std::abs(residuals[i]));
  }
  // Taking off each margin's category means in turn ends in the least-squares residual, whatever
  // the margins' collinearity (alternating projections; von Neumann).
  for (int round = 0; round < kMaximumRounds; ++round) {
    double moved = 0;
    for (const Margin& margin : margins) {
      std::vector<double> weighted(u.size());
      for (size_t i = 0; i < u.size(); ++i) weighted[i] = base_weights[i] * residuals[i];
      std::vector<double> means = category_sums(weighted, margin);
      const std::vector<double> sums = category_sums(base_weights, margin);
      for (size_t c = 0; c < means.size(); ++c) {
        means[c] = sums[c] > 0 ? means[c] / sums[c] : 0;
        moved = std::max(moved, std::abs(means[c]));
      }
      for (size_t i = 0; i < u.size(); ++i) residuals[i] -= means[margin.category[i]];
    }
    if (margins.size() < 2 || moved <= 1e-15 * largest) break;
  }
  for (size_t i = 0; i < u.size(); ++i) residuals[i] *= calibrated[i];
  return residuals;
}

}  // namespace topline::stats
