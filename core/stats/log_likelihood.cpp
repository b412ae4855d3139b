// SPDX-License-Identifier: Apache-2.0
#include "core/stats/log_likelihood.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/stats/normal.h"

namespace topline::stats {
namespace {

double term(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

Keyness keyness(const TermCounts& counts) {
  const auto [a, b, c, d] = counts;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const double all = a + b + c + d;
  const bool usable =
      a >= 0 && b >= 0 && c >= 0 && d >= 0 && a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0;
  if (!usable) return {nan, nan, nan, nan, nan};
  Keyness result;
  result.expected_here = (a + b) * ((a + c) / all);
  result.expected_elsewhere = (a + b) * ((b + d) / all);
  const double sum = term(a, result.expected_here) + term(b, result.expected_elsewhere) +
                     term(c, (c + d) * ((a + c) / all)) + term(d, (c + d) * ((b + d) / all));
  result.g_squared = std::max(0.0, 2 * sum);
  result.signed_value = a < result.expected_here ? -result.g_squared : result.g_squared;
  result.p = 2 * normal_survival(std::sqrt(result.g_squared));
  return result;
}

}  // namespace topline::stats
