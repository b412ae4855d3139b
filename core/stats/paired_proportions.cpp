// SPDX-License-Identifier: Apache-2.0
#include "core/stats/paired_proportions.h"

#include <algorithm>
#include <cmath>

#include "core/stats/distributions.h"
#include "core/stats/net_score.h"

namespace topline::stats {
namespace {

constexpr uint64_t kExactBelow = 25;

/// P(min(X, n − X) <= fewer) of X ~ Binomial(n, 1/2). Whole numbers below 2^53: every step is exact.
double binomial_half_p(uint64_t fewer, uint64_t n) {
  double ways = 1, sum = 0;
  for (uint64_t k = 0; k <= fewer; ++k) {
    sum += ways;
    ways = ways * static_cast<double>(n - k) / static_cast<double>(k + 1);
  }
  return std::min(1.0, 2 * std::ldexp(sum, -static_cast<int>(n)));
}

}  // namespace

PairedProportions paired_proportions(uint64_t came, uint64_t left, uint64_t n, double confidence) {
  const NetCounts moved = {static_cast<double>(left), static_cast<double>(n - came - left),
                           static_cast<double>(came)};
  PairedProportions found;
  found.difference = net_score(moved);
  found.standard_error = net_score_standard_error(moved);
  found.interval = net_score_tango(moved, confidence);
  found.exact = came + left < kExactBelow;
  if (found.exact) {
    found.p = binomial_half_p(std::min(came, left), came + left);
  } else {
    const double net = moved.promoters - moved.detractors;
    found.p = chi_squared_survival(net * net / (moved.promoters + moved.detractors), 1);
  }
  return found;
}

}  // namespace topline::stats
