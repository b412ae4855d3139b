// SPDX-License-Identifier: Apache-2.0
#include "core/stats/two_net_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/stats/normal.h"
#include "core/stats/two_means.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLargestExact = 2000;
constexpr double kLargestWhole = 0x1p31;  // products of two stay exact integers

NetCounts adjusted(const NetCounts& counts) {
  return {counts.detractors + 0.75, counts.passives + 1.5, counts.promoters + 0.75};
}

// NaN ends stay NaN: std::max and std::min give back their first argument.
Interval clipped(double low, double high) { return {std::max(low, -2.0), std::min(high, 2.0)}; }

bool whole(double count) {
  return count >= 0 && count < kLargestWhole && std::floor(count) == count;
}

bool whole(const NetCounts& counts) {
  return whole(counts.detractors) && whole(counts.passives) && whole(counts.promoters);
}

// ln C(n, k) for k = 0..most, by the ratio of neighbours: no loss in large factorials.
std::vector<double> log_choices(int64_t n, int64_t most) {
  std::vector<double> result(static_cast<size_t>(most) + 1, 0.0);
  for (int64_t k = 1; k <= most; ++k) {
    const double ratio = static_cast<double>(n - k + 1) / static_cast<double>(k);
    result[static_cast<size_t>(k)] = result[static_cast<size_t>(k) - 1] + std::log(ratio);
  }
  return result;
}

}  // namespace

NetScoreDifference net_score_difference(const NetCounts& first, const NetCounts& second,
                                        double confidence) {
  NetScoreDifference result;
  result.difference = net_score(first) - net_score(second);
  if (std::isnan(result.difference)) return {kNan, kNan, kNan, kNan, kNan, {}};
  const NetCounts a = adjusted(first), b = adjusted(second);
  result.centre = net_score(a) - net_score(b);
  result.standard_error = std::sqrt(net_score_variance(a) / a.total() +  //
                                    net_score_variance(b) / b.total());
  result.z = result.centre / result.standard_error;
  result.p = std::min(1.0, 2 * normal_survival(std::abs(result.z)));
  const double half = two_sided_z(confidence) * result.standard_error;
  result.interval = clipped(result.centre - half, result.centre + half);
  return result;
}

double net_score_permutation_p(const NetCounts& first, const NetCounts& second) {
  if (!whole(first) || !whole(second)) return kNan;
  const bool first_is_smaller = first.total() <= second.total();
  const NetCounts& small = first_is_smaller ? first : second;
  if (!(small.total() > 0) || small.total() > kLargestExact) return kNan;
  const auto detractors = static_cast<int64_t>(first.detractors + second.detractors);
  const auto passives = static_cast<int64_t>(first.passives + second.passives);
  const auto promoters = static_cast<int64_t>(first.promoters + second.promoters);
  const auto n = static_cast<int64_t>(small.total());
  const int64_t everyone = detractors + passives + promoters, net = promoters - detractors;
  // The difference times both sizes is a whole number, so that ties are ties: n1 n2 (s1/n1 − s2/n2)
  // with s2 = net − s1.
  const auto distance = [&](int64_t net_of_small) {
    return std::abs(net_of_small * everyone - net * n);
  };
  const int64_t observed = distance(static_cast<int64_t>(small.promoters - small.detractors));

  const std::vector<double> d = log_choices(detractors, std::min(detractors, n));
  const std::vector<double> m = log_choices(passives, std::min(passives, n));
  const std::vector<double> p = log_choices(promoters, std::min(promoters, n));
  const auto each_deal = [&](auto visit) {
    for (int64_t i = 0; i <= std::min(detractors, n); ++i) {
      for (int64_t k = 0; k <= std::min(promoters, n - i); ++k) {
        const int64_t j = n - i - k;
        if (j > passives) continue;
        visit(k - i,
              d[static_cast<size_t>(i)] + m[static_cast<size_t>(j)] + p[static_cast<size_t>(k)]);
      }
    }
  };
  double largest = -std::numeric_limits<double>::infinity();
  each_deal([&](int64_t, double log_ways) { largest = std::max(largest, log_ways); });
  double extreme = 0, rest = 0;
  each_deal([&](int64_t net_of_small, double log_ways) {
    (distance(net_of_small) >= observed ? extreme : rest) += std::exp(log_ways - largest);
  });
  return extreme / (extreme + rest);
}

PairedNetScore paired_net_score(const NetTransitions& transitions, double confidence) {
  std::vector<ValueCount> changes;
  for (size_t before = 0; before < 3; ++before) {
    for (size_t after = 0; after < 3; ++after) {
      changes.push_back(
          {static_cast<double>(after) - static_cast<double>(before), transitions[before][after]});
    }
  }
  const Moments moments_of_change = moments(changes);
  const MeanDifference test = paired_t(moments_of_change, confidence);
  return {moments_of_change.n,
          test.difference,
          test.standard_error,
          test.t,
          test.p,
          clipped(test.interval.low, test.interval.high)};
}

}  // namespace topline::stats
