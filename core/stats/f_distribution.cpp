// SPDX-License-Identifier: Apache-2.0
#include "core/stats/f_distribution.h"

#include <boost/math/distributions/fisher_f.hpp>
#include <cmath>
#include <limits>

#include "core/stats/boost_policy.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
using Distribution = boost::math::fisher_f_distribution<double, BoostPolicy>;

bool usable(double df1, double df2) {
  return df1 > 0 && df2 > 0 && std::isfinite(df1) && std::isfinite(df2);
}

}  // namespace

double f_survival(double f, double df1, double df2) {
  if (!usable(df1, df2) || std::isnan(f)) return kNan;
  if (f <= 0) return 1;
  if (std::isinf(f)) return 0;
  return boost::math::cdf(boost::math::complement(Distribution(df1, df2), f));
}

double f_quantile(double p, double df1, double df2) {
  if (!usable(df1, df2) || !(p >= 0 && p <= 1)) return kNan;
  if (p == 0) return 0;
  if (p == 1) return kInfinity;
  return boost::math::quantile(Distribution(df1, df2), p);
}

}  // namespace topline::stats
