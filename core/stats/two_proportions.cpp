// SPDX-License-Identifier: Apache-2.0
#include "core/stats/two_proportions.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/stats/distributions.h"
#include "core/stats/proportion.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

bool usable(const HitCounts& counts) {
  return counts.n > 0 && std::isfinite(counts.n) && counts.hits >= 0 && counts.hits <= counts.n;
}

}  // namespace

Interval newcombe(const HitCounts& first, const HitCounts& second, double confidence) {
  if (!usable(first) || !usable(second)) return {};
  const double p1 = first.hits / first.n, p2 = second.hits / second.n;
  const Interval w1 = wilson(p1, first.n, confidence), w2 = wilson(p2, second.n, confidence);
  const double difference = p1 - p2;
  return {difference - std::hypot(p1 - w1.low, w2.high - p2),
          difference + std::hypot(w1.high - p1, p2 - w2.low)};
}

ProportionTest n_minus_1_chi_squared(const HitCounts& first, const HitCounts& second) {
  const double n = first.n + second.n, hits = first.hits + second.hits, misses = n - hits;
  if (!usable(first) || !usable(second) || !(hits > 0) || !(misses > 0)) return {kNan, kNan};
  const double difference = first.hits / first.n - second.hits / second.n;
  const double variance = (hits / n) * (misses / n) * (1 / first.n + 1 / second.n);
  const double chi_squared = difference * difference / variance * ((n - 1) / n);
  return {chi_squared, chi_squared_survival(chi_squared, 1)};
}

double fisher_exact_p(uint64_t first_hits, uint64_t first_n, uint64_t second_hits,
                      uint64_t second_n) {
  constexpr uint64_t kLargest = uint64_t{1} << 53;
  if (first_hits > first_n || second_hits > second_n) return kNan;
  if (first_n > kLargest || second_n > kLargest || first_n + second_n > kLargest) return kNan;
  const double n1 = static_cast<double>(first_n), n2 = static_cast<double>(second_n);
  const double hits = static_cast<double>(first_hits + second_hits);
  const double observed = static_cast<double>(first_hits);
  const double low = std::max(0.0, hits - n2), high = std::min(hits, n1);
  const double mode = std::clamp(std::floor((n1 + 1) * (hits + 1) / (n1 + n2 + 2)), low, high);

  // Likelihoods relative to the most likely table's, walked outwards from it by the ratio of
  // neighbours until they vanish: nothing large is ever computed.
  const auto up = [&](double x) { return (n1 - x) * (hits - x) / ((x + 1) * (n2 - hits + x + 1)); };
  const auto walk = [&](auto visit) {
    double weight = 1;
    visit(mode, weight);
    for (double x = mode; x < high && weight > 0; ++x) visit(x + 1, weight *= up(x));
    weight = 1;
    for (double x = mode; x > low && weight > 0; --x) visit(x - 1, weight /= up(x - 1));
  };
  double of_observed = 0;
  walk([&](double x, double weight) {
    if (x == observed) of_observed = weight;
  });
  constexpr double kSlack = 1 + 1e-7;
  double extreme = 0, total = 0;
  walk([&](double, double weight) {
    total += weight;
    if (weight <= of_observed * kSlack) extreme += weight;
  });
  return std::min(1.0, extreme / total);
}

}  // namespace topline::stats
