// SPDX-License-Identifier: Apache-2.0
#include "core/stats/distributions.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "core/stats/boost_policy.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool positive(double parameter) { return parameter > 0 && std::isfinite(parameter); }
bool probability(double p) { return p >= 0 && p <= 1; }

}  // namespace

double chi_squared_cdf(double x, double df) {
  if (!positive(df) || std::isnan(x)) return kNan;
  if (x <= 0) return 0;
  if (std::isinf(x)) return 1;
  return boost::math::gamma_p(df / 2, x / 2, BoostPolicy());
}

double chi_squared_survival(double x, double df) {
  if (!positive(df) || std::isnan(x)) return kNan;
  if (x <= 0) return 1;
  if (std::isinf(x)) return 0;
  return boost::math::gamma_q(df / 2, x / 2, BoostPolicy());
}

double chi_squared_quantile(double p, double df) {
  if (!positive(df) || !probability(p)) return kNan;
  if (p == 0) return 0;
  if (p == 1) return kInfinity;
  return 2 * boost::math::gamma_p_inv(df / 2, p, BoostPolicy());
}

// F = (X/df1)/(Y/df2) is at most f where the beta variable X/(X + Y) is at most df1 f/(df1 f +
// df2). Of the two sides of the beta the one with the smaller argument is taken, which is the one
// without loss.
double f_cdf(double f, double df1, double df2) {
  if (!positive(df1) || !(df2 > 0) || std::isnan(f)) return kNan;
  if (f <= 0) return 0;
  if (std::isinf(f)) return 1;
  if (std::isinf(df2)) return chi_squared_cdf(f * df1, df1);
  const double numerator = df1 * f, sum = numerator + df2;
  return numerator <= df2 ? boost::math::ibeta(df1 / 2, df2 / 2, numerator / sum, BoostPolicy())
                          : boost::math::ibetac(df2 / 2, df1 / 2, df2 / sum, BoostPolicy());
}

double f_survival(double f, double df1, double df2) {
  if (!positive(df1) || !(df2 > 0) || std::isnan(f)) return kNan;
  if (f <= 0) return 1;
  if (std::isinf(f)) return 0;
  if (std::isinf(df2)) return chi_squared_survival(f * df1, df1);
  const double numerator = df1 * f, sum = numerator + df2;
  return numerator <= df2 ? boost::math::ibetac(df1 / 2, df2 / 2, numerator / sum, BoostPolicy())
                          : boost::math::ibeta(df2 / 2, df1 / 2, df2 / sum, BoostPolicy());
}

double f_quantile(double p, double df1, double df2) {
  if (!positive(df1) || !(df2 > 0) || !probability(p)) return kNan;
  if (p == 0) return 0;
  if (p == 1) return kInfinity;
  if (std::isinf(df2)) return chi_squared_quantile(p, df1) / df1;
  double rest = 0;  // 1 − x, without cancellation
  const double x = boost::math::ibeta_inv(df1 / 2, df2 / 2, p, &rest, BoostPolicy());
  return df2 * x / (df1 * rest);
}

double beta_cdf(double x, double a, double b) {
  if (!positive(a) || !positive(b) || std::isnan(x)) return kNan;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return boost::math::ibeta(a, b, x, BoostPolicy());
}

double beta_quantile(double p, double a, double b) {
  if (!positive(a) || !positive(b) || !probability(p)) return kNan;
  if (p == 0 || p == 1) return p;
  return boost::math::ibeta_inv(a, b, p, BoostPolicy());
}

}  // namespace topline::stats
