// SPDX-License-Identifier: Apache-2.0
#include "core/stats/proportion.h"

#include <algorithm>
#include <cmath>

#include "core/stats/normal.h"

namespace topline::stats {
namespace {

bool usable(double p, double n) { return p >= 0 && p <= 1 && n > 0 && std::isfinite(n); }

// The smaller root of (n + z²)θ² − (2np + z²)θ + np² = 0, as 2c/(−b + √disc): nothing cancels, and
// p = 0 gives 0. The larger root is 1 − this of 1 − p.
double wilson_low(double p, double n, double z) {
  const double zz = z * z;
  const double root = z * std::sqrt(zz + 4 * n * p * (1 - p));
  return 2 * n * p * p / (2 * n * p + zz + root);
}

}  // namespace

Interval wilson(double p, double n, double confidence) {
  if (!usable(p, n)) return {};
  const double z = two_sided_z(confidence);
  if (z == 0) return {p, p};
  return {wilson_low(p, n, z), 1 - wilson_low(1 - p, n, z)};
}

Interval wald_proportion(double p, double n, double confidence) {
  if (!usable(p, n)) return {};
  const double half = two_sided_z(confidence) * std::sqrt(p * (1 - p) / n);
  return {std::max(0.0, p - half), std::min(1.0, p + half)};
}

}  // namespace topline::stats
