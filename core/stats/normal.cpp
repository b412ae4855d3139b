// SPDX-License-Identifier: Apache-2.0
#include "core/stats/normal.h"

#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/stats/boost_policy.h"

namespace topline::stats {

double normal_survival(double x) {
  if (std::isnan(x)) return x;
  return boost::math::erfc(x / std::numbers::sqrt2, BoostPolicy()) / 2;
}

double normal_cdf(double x) { return normal_survival(-x); }

double normal_quantile(double p) {
  if (!(p >= 0 && p <= 1)) return std::numeric_limits<double>::quiet_NaN();
  if (p == 0) return -std::numeric_limits<double>::infinity();
  if (p == 1) return std::numeric_limits<double>::infinity();
  return 0 - boost::math::erfc_inv(2 * p, BoostPolicy()) * std::numbers::sqrt2;  // 0 - : never -0
}

double two_sided_z(double confidence) { return -normal_quantile((1 - confidence) / 2); }

}  // namespace topline::stats
