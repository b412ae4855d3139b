// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

namespace topline::stats {

/// The n of an unlimited population that is worth n drawn without replacement from `population`:
/// n(N − 1)/(N − n) (Cochran 1977, Sampling Techniques, 2.6). n >= N is a census: infinity, and no
/// interval. n may be an effective n.
inline double finite_population_n(double n, double population) {
  if (n >= population) return std::numeric_limits<double>::infinity();
  return n * ((population - 1) / (population - n));
}

}  // namespace topline::stats
