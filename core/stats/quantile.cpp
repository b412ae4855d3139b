// SPDX-License-Identifier: Apache-2.0
#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace topline::stats {
namespace {

// at(i) is the i-th order statistic, from 0.
template <class At>
double type7(uint64_t n, double p, At at) {
  if (n == 0 || std::isnan(p)) return std::numeric_limits<double>::quiet_NaN();
  const double position = static_cast<double>(n - 1) * std::clamp(p, 0.0, 1.0);
  const uint64_t below = std::min(static_cast<uint64_t>(position), n - 1);
  const double share = position - static_cast<double>(below);
  const double low = at(below);
  if (!(share > 0)) return low;
  return low + share * (at(std::min(below + 1, n - 1)) - low);
}

}  // namespace

double quantile(std::span<const double> sorted, double p) {
  return type7(sorted.size(), p, [&](uint64_t i) { return sorted[static_cast<size_t>(i)]; });
}

double quantile(std::span<const ValueCount> sorted, double p) {
  uint64_t n = 0;
  for (const ValueCount& group : sorted) n += group.count;
  return type7(n, p, [&](uint64_t i) {
    for (const ValueCount& group : sorted) {
      if (i < group.count) return group.value;
      i -= group.count;
    }
    return sorted.back().value;
  });
}

}  // namespace topline::stats
