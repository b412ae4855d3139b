// SPDX-License-Identifier: Apache-2.0
#include "core/stats/rank_groups.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "core/stats/distributions.h"

namespace topline::stats {
namespace {

// All answers of one value in one group.
struct Placed {
  double value = 0;
  double count = 0;
  size_t group = 0;
};

}  // namespace

KruskalWallis kruskal_wallis(std::span<const std::vector<ValueCount>> groups) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  std::vector<Placed> everyone;
  std::vector<double> size(groups.size(), 0.0), distance(groups.size(), 0.0);
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const ValueCount& value : sorted_counts(groups[g])) {
      everyone.push_back({value.value, static_cast<double>(value.count), g});
      size[g] += everyone.back().count;
    }
  }
  std::stable_sort(everyone.begin(), everyone.end(),
                   [](const Placed& a, const Placed& b) { return a.value < b.value; });
  double n = 0, used = 0;
  for (const double count : size) {
    n += count;
    used += count > 0 ? 1 : 0;
  }
  // Ranks are taken from their middle (n + 1)/2: sums stay small, and H is a plain sum of squares.
  double below = 0, ties = 0;
  for (size_t i = 0, end = 0; i < everyone.size(); i = end) {
    double tied = 0;
    for (end = i; end < everyone.size() && everyone[end].value == everyone[i].value; ++end) {
      tied += everyone[end].count;
    }
    const double from_middle = below + (tied + 1) / 2 - (n + 1) / 2;
    for (size_t j = i; j < end; ++j) distance[everyone[j].group] += everyone[j].count * from_middle;
    below += tied;
    ties += tied * (tied * tied - 1);
  }
  const double untied = 1 - ties / (n * (n * n - 1));
  if (used < 2 || !(untied > 0)) return {nan, nan, nan};
  double sum = 0;
  for (size_t g = 0; g < groups.size(); ++g) {
    if (size[g] > 0) sum += distance[g] * (distance[g] / size[g]);
  }
  const double h = 12 / (n * (n + 1)) * sum / untied;
  return {h, used - 1, chi_squared_survival(h, used - 1)};
}

}  // namespace topline::stats
