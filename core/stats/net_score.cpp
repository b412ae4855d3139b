// SPDX-License-Identifier: Apache-2.0
#include "core/stats/net_score.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/stats/normal.h"

namespace topline::stats {
namespace {

bool usable(const NetCounts& counts) {
  const double n = counts.total();
  return counts.detractors >= 0 && counts.passives >= 0 && counts.promoters >= 0 && n > 0 &&
         std::isfinite(n);
}

}  // namespace

double net_score(const NetCounts& counts) {
  if (!usable(counts)) return std::numeric_limits<double>::quiet_NaN();
  return (counts.promoters - counts.detractors) / counts.total();
}

double net_score_variance(const NetCounts& counts) {
  if (!usable(counts)) return std::numeric_limits<double>::quiet_NaN();
  // p+ + p- - (p+ - p-)² = p0(p+ + p-) + 4 p+ p-: a sum of what cannot be negative.
  const double n = counts.total();
  const double detractors = counts.detractors / n, promoters = counts.promoters / n;
  return counts.passives / n * (promoters + detractors) + 4 * promoters * detractors;
}

double net_score_standard_error(const NetCounts& counts) {
  return std::sqrt(net_score_variance(counts) / counts.total());
}

NetCounts rescaled(const NetCounts& counts, double effective_n) {
  const double factor = effective_n / counts.total();
  return {counts.detractors * factor, counts.passives * factor, counts.promoters * factor};
}

Interval net_score_wald(const NetCounts& counts, double confidence) {
  if (!usable(counts)) return {};
  const double score = net_score(counts);
  const double half = two_sided_z(confidence) * net_score_standard_error(counts);
  return {std::max(-1.0, score - half), std::min(1.0, score + half)};
}

Interval net_score_adjusted_wald(const NetCounts& counts, double confidence) {
  if (!usable(counts)) return {};
  return net_score_wald({counts.detractors + 0.75, counts.passives + 1.5, counts.promoters + 0.75},
                        confidence);
}

}  // namespace topline::stats
