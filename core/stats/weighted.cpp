// SPDX-License-Identifier: Apache-2.0
#include "core/stats/weighted.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Sorted by value, equal values joined, those without weight left out.
std::vector<WeightedValue> sorted_values(std::span<const WeightedValue> values) {
  std::vector<WeightedValue> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end(), [](const WeightedValue& a, const WeightedValue& b) {
    return std::tie(a.value, a.sum_w, a.sum_w2) < std::tie(b.value, b.sum_w, b.sum_w2);
  });
  std::vector<WeightedValue> joined;
  for (const WeightedValue& next : sorted) {
    if (!(next.sum_w > 0)) continue;
    if (joined.empty() || joined.back().value != next.value) {
      joined.push_back(next);
      continue;
    }
    joined.back().n += next.n;
    joined.back().sum_w += next.sum_w;
    joined.back().sum_w2 += next.sum_w2;
  }
  return joined;
}

}  // namespace

WeightedMean weighted_mean(std::span<const WeightedValue> values, uint64_t n_design) {
  WeightedMean result;
  for (const WeightedValue& group : values) result.n += group.n;
  const std::vector<WeightedValue> sorted = sorted_values(values);
  double sum_wz = 0, sum_w2 = 0;
  for (const WeightedValue& group : sorted) {
    sum_wz += group.value * group.sum_w;
    result.sum_w += group.sum_w;
    sum_w2 += group.sum_w2;
  }
  if (!(result.sum_w > 0)) {
    result.mean = result.variance = result.standard_error = kNan;
    result.kish_n = result.effective_n = result.sd = kNan;
    return result;
  }
  result.mean = sorted.size() == 1 ? sorted.front().value : sum_wz / result.sum_w;

  double squares = 0, weighted_squares = 0;  // Σw(z − z̄)², Σw²(z − z̄)²
  for (const WeightedValue& group : sorted) {
    const double deviation = group.value - result.mean;
    squares += group.sum_w * (deviation * deviation);
    weighted_squares += group.sum_w2 * (deviation * deviation);
  }
  const double rows = static_cast<double>(n_design);
  result.variance = squares / result.sum_w;
  result.standard_error =
      n_design < 2 ? kNan : std::sqrt(rows / (rows - 1) * weighted_squares) / result.sum_w;
  result.kish_n = result.sum_w / (sum_w2 / result.sum_w);
  // The weight of one effective answer: exactly 1 where every weight is 1.
  const double unit = squares > 0 ? weighted_squares / squares : sum_w2 / result.sum_w;
  result.effective_n = result.sum_w / unit;
  result.sd = result.sum_w > unit ? std::sqrt(squares / (result.sum_w - unit)) : kNan;
  return result;
}

}  // namespace topline::stats
