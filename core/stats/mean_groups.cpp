// SPDX-License-Identifier: Apache-2.0
#include "core/stats/mean_groups.h"

#include <limits>

#include "core/stats/distributions.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr VarianceRatio kUndefined{kNan, kNan, kNan, kNan};

}  // namespace

VarianceRatio anova(std::span<const Moments> groups) {
  double used = 0, n = 0, sum = 0, within = 0, between = 0;
  for (const Moments& group : groups) {
    if (group.n == 0) continue;
    used += 1;
    n += static_cast<double>(group.n);
    sum += static_cast<double>(group.n) * group.mean;
    within += group.sum_of_squares;
  }
  if (used < 2 || !(n > used) || !(within > 0)) return kUndefined;
  for (const Moments& group : groups) {
    if (group.n == 0) continue;
    const double deviation = group.mean - sum / n;
    between += static_cast<double>(group.n) * (deviation * deviation);
  }
  const double f = between / (used - 1) / (within / (n - used));
  return {f, used - 1, n - used, f_survival(f, used - 1, n - used)};
}

VarianceRatio welch_anova(std::span<const Moments> groups) {
  double used = 0, sum_w = 0, sum_wx = 0;
  for (const Moments& group : groups) {
    if (group.n == 0) continue;
    if (!(group.sd > 0)) return kUndefined;  // NaN for a single answer
    const double w = static_cast<double>(group.n) / (group.sd * group.sd);
    used += 1;
    sum_w += w;
    sum_wx += w * group.mean;
  }
  if (used < 2) return kUndefined;
  double between = 0, lambda = 0;
  for (const Moments& group : groups) {
    if (group.n == 0) continue;
    const double n = static_cast<double>(group.n), w = n / (group.sd * group.sd);
    const double deviation = group.mean - sum_wx / sum_w, rest = 1 - w / sum_w;
    between += w * (deviation * deviation);
    lambda += rest * rest / (n - 1);
  }
  lambda /= used * used - 1;
  const double df1 = used - 1, df2 = 1 / (3 * lambda);
  const double f = between / (df1 * (1 + 2 * (used - 2) * lambda));
  return {f, df1, df2, f_survival(f, df1, df2)};
}

}  // namespace topline::stats
