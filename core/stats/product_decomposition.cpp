// SPDX-License-Identifier: Apache-2.0
#include "core/stats/product_decomposition.h"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace topline::stats {
namespace {

bool positive(double x) { return x > 0 && std::isfinite(x); }

// ln(a/b), without loss where a is close to b.
double log_ratio(double a, double b) {
  const bool close = a < 2 * b && b < 2 * a;
  return close ? std::log1p((a - b) / b) : std::log(a) - std::log(b);
}

}  // namespace

double logarithmic_mean(double a, double b) {
  if (!positive(a) || !positive(b)) return std::numeric_limits<double>::quiet_NaN();
  return a == b ? a : (a - b) / log_ratio(a, b);
}

ProductDecomposition product_decomposition(std::span<const double> before,
                                           std::span<const double> after) {
  assert(before.size() == after.size());
  ProductDecomposition result{1, 1, {}};
  bool usable = true;
  for (size_t i = 0; i < before.size(); ++i) {
    result.before *= before[i];
    result.after *= after[i];
    usable = usable && positive(before[i]) && positive(after[i]);
  }
  const double mean = logarithmic_mean(result.after, result.before);
  for (size_t i = 0; i < before.size(); ++i) {
    result.parts.push_back(usable ? mean * log_ratio(after[i], before[i])
                                  : std::numeric_limits<double>::quiet_NaN());
  }
  return result;
}

}  // namespace topline::stats
