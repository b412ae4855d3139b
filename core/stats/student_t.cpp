// SPDX-License-Identifier: Apache-2.0
#include "core/stats/student_t.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "core/stats/boost_policy.h"
#include "core/stats/normal.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
using Distribution = boost::math::students_t_distribution<double, BoostPolicy>;

}  // namespace

double student_t_cdf(double t, double df) { return student_t_survival(-t, df); }

double student_t_survival(double t, double df) {
  if (!(df > 0) || std::isnan(t)) return kNan;
  if (std::isinf(df)) return normal_survival(t);
  if (std::isinf(t)) return t > 0 ? 0.0 : 1.0;
  return boost::math::cdf(boost::math::complement(Distribution(df), t));
}

double student_t_quantile(double p, double df) {
  if (!(df > 0) || !(p >= 0 && p <= 1)) return kNan;
  if (std::isinf(df)) return normal_quantile(p);
  if (p == 0) return -kInfinity;
  if (p == 1) return kInfinity;
  return boost::math::quantile(Distribution(df), p);
}

double two_sided_t(double confidence, double df) {
  return -student_t_quantile((1 - confidence) / 2, df);
}

}  // namespace topline::stats
