// SPDX-License-Identifier: Apache-2.0
#include "core/stats/monte_carlo.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/stats/quantile.h"
#include "core/stats/random.h"

namespace topline::stats {

double triangular_quantile(const UncertainInput& input, double u) {
  const double width = input.high - input.low;
  if (!(width > 0)) return input.low;
  const double rise = input.mode - input.low, fall = input.high - input.mode;
  // Both clamped: a rounded root must not leave the range.
  if (u * width < rise) return std::min(input.low + std::sqrt(u * width * rise), input.high);
  return std::max(input.high - std::sqrt((1 - u) * width * fall), input.low);
}

std::optional<Simulation> simulate(std::span<const UncertainInput> inputs, const OutcomeOf& outcome,
                                   uint64_t draws, uint64_t seed) {
  if (first_bad_range(inputs)) return std::nullopt;
  std::vector<double> values(inputs.size()), outcomes;
  uint64_t below = 0;
  for (uint64_t draw = 0; draw < draws; ++draw) {
    Random random(seed, draw);
    for (size_t i = 0; i < inputs.size(); ++i) {
      values[i] = triangular_quantile(inputs[i], random.uniform());
    }
    const double result = outcome(values);
    if (!std::isfinite(result)) continue;
    below += result < 0;
    outcomes.push_back(result);
  }
  Simulation simulation;
  simulation.draws = draws;
  simulation.undefined = draws - outcomes.size();
  // Sorted before they are summed, so that the order of draws changes no digit.
  std::sort(outcomes.begin(), outcomes.end());
  double sum = 0;
  for (const double value : outcomes) sum += value;
  const double n = static_cast<double>(outcomes.size());
  const double nan = std::numeric_limits<double>::quiet_NaN();
  simulation.below_zero = outcomes.empty() ? nan : static_cast<double>(below) / n;
  simulation.mean = outcomes.empty() ? nan : sum / n;
  simulation.p10 = quantile(std::span<const double>(outcomes), 0.1);
  simulation.p50 = quantile(std::span<const double>(outcomes), 0.5);
  simulation.p90 = quantile(std::span<const double>(outcomes), 0.9);
  return simulation;
}

}  // namespace topline::stats
