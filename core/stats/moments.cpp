// SPDX-License-Identifier: Apache-2.0
#include "core/stats/moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace topline::stats {

std::vector<ValueCount> sorted_counts(std::span<const ValueCount> values) {
  std::vector<ValueCount> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const ValueCount& a, const ValueCount& b) { return a.value < b.value; });
  std::vector<ValueCount> joined;
  for (const ValueCount& next : sorted) {
    if (next.count == 0) continue;
    if (!joined.empty() && joined.back().value == next.value) {
      joined.back().count += next.count;
    } else {
      joined.push_back(next);
    }
  }
  return joined;
}

Moments moments(std::span<const ValueCount> values) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<ValueCount> sorted = sorted_counts(values);
  Moments result;
  double sum = 0;
  for (const ValueCount& group : sorted) {
    result.n += group.count;
    sum += group.value * static_cast<double>(group.count);
  }
  if (result.n == 0) return {0, nan, nan, nan};
  const double n = static_cast<double>(result.n);
  result.mean = sorted.size() == 1 ? sorted.front().value : sum / n;
  for (const ValueCount& group : sorted) {
    const double deviation = group.value - result.mean;
    result.sum_of_squares += static_cast<double>(group.count) * (deviation * deviation);
  }
  result.sd = result.n < 2 ? nan : std::sqrt(result.sum_of_squares / (n - 1));
  return result;
}

}  // namespace topline::stats
