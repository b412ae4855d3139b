// SPDX-License-Identifier: Apache-2.0
#include "core/stats/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/stats/student_t.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
using Pair = std::pair<double, double>;

std::vector<Pair> complete_pairs(std::span<const double> x, std::span<const double> y) {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < x.size(); ++i) {
    if (!std::isnan(x[i]) && !std::isnan(y[i])) pairs.emplace_back(x[i], y[i]);
  }
  return pairs;
}

Correlation pearson_of(const std::vector<Pair>& pairs) {
  const double n = static_cast<double>(pairs.size());
  if (pairs.size() < 2) return {pairs.size(), kNan};
  const auto [x0, y0] = pairs.front();  // a column of one value then has deviations of zero exactly
  double sum_x = 0, sum_y = 0;
  for (const auto& [x, y] : pairs) sum_x += x - x0, sum_y += y - y0;
  const double mean_x = x0 + sum_x / n, mean_y = y0 + sum_y / n;
  double xx = 0, yy = 0, xy = 0;
  for (const auto& [x, y] : pairs) {
    xx += (x - mean_x) * (x - mean_x);
    yy += (y - mean_y) * (y - mean_y);
    xy += (x - mean_x) * (y - mean_y);
  }
  if (!(xx > 0 && yy > 0)) return {pairs.size(), kNan};
  return {pairs.size(), std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0)};
}

/// Pairs among the members of each run of equal neighbours: Σ t(t − 1)/2.
template <class Same>
uint64_t tied_pairs(const std::vector<Pair>& sorted, Same same) {
  uint64_t tied = 0, run = 0;
  for (size_t i = 1; i < sorted.size(); ++i) {
    run = same(sorted[i - 1], sorted[i]) ? run + 1 : 0;
    tied += run;
  }
  return tied;
}

/// Sorts [first, last) by y and returns how many pairs stood in the wrong order.
uint64_t sort_by_y(std::vector<Pair>& pairs, std::vector<Pair>& room, size_t first, size_t last) {
  if (last - first < 2) return 0;
  const size_t middle = first + (last - first) / 2;
  uint64_t swaps = sort_by_y(pairs, room, first, middle) + sort_by_y(pairs, room, middle, last);
  size_t a = first, b = middle;
  for (size_t to = first; to < last; ++to) {
    const bool take_right = a == middle || (b < last && pairs[b].second < pairs[a].second);
    if (take_right) swaps += middle - a;
    room[to] = take_right ? pairs[b++] : pairs[a++];
  }
  std::copy(room.begin() + static_cast<std::ptrdiff_t>(first),
            room.begin() + static_cast<std::ptrdiff_t>(last),
            pairs.begin() + static_cast<std::ptrdiff_t>(first));
  return swaps;
}

}  // namespace

Correlation pearson(std::span<const double> x, std::span<const double> y) {
  return pearson_of(complete_pairs(x, y));
}

Correlation spearman(std::span<const double> x, std::span<const double> y) {
  std::vector<Pair> pairs = complete_pairs(x, y);
  std::vector<double> left, right;
  for (const auto& [a, b] : pairs) left.push_back(a), right.push_back(b);
  left = average_ranks(left);
  right = average_ranks(right);
  for (size_t i = 0; i < pairs.size(); ++i) pairs[i] = {left[i], right[i]};
  return pearson_of(pairs);
}

Correlation kendall_tau_b(std::span<const double> x, std::span<const double> y) {
  std::vector<Pair> pairs = complete_pairs(x, y);
  const uint64_t n = pairs.size();
  if (n < 2) return {n, kNan};
  std::sort(pairs.begin(), pairs.end());
  const uint64_t all = n * (n - 1) / 2;
  const uint64_t tied_x =
      tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a.first == b.first; });
  const uint64_t tied_both = tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a == b; });
  std::vector<Pair> room(pairs.size());
  const uint64_t discordant = sort_by_y(pairs, room, 0, pairs.size());
  const uint64_t tied_y =
      tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a.second == b.second; });
  if (tied_x == all || tied_y == all) return {n, kNan};
  const uint64_t concordant = all - tied_x - tied_y + tied_both - discordant;
  const double net = static_cast<double>(concordant) - static_cast<double>(discordant);
  const double tau =
      net / std::sqrt(static_cast<double>(all - tied_x) * static_cast<double>(all - tied_y));
  return {n, std::clamp(tau, -1.0, 1.0)};
}

double correlation_p(const Correlation& correlation) {
  if (correlation.n < 3) return kNan;
  const double df = static_cast<double>(correlation.n) - 2, r = std::abs(correlation.r);
  if (r == 1) return 0;
  return 2 * student_t_survival(r * std::sqrt(df / ((1 - r) * (1 + r))), df);
}

std::vector<double> average_ranks(std::span<const double> values) {
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (size_t first = 0; first < order.size();) {
    size_t last = first + 1;
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const double rank = (static_cast<double>(first + 1) + static_cast<double>(last)) / 2;
    for (size_t i = first; i < last; ++i) ranks[order[i]] = rank;
    first = last;
  }
  return ranks;
}

}  // namespace topline::stats
