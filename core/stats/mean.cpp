// SPDX-License-Identifier: Apache-2.0
#include "core/stats/mean.h"

#include <cmath>

#include "core/stats/student_t.h"

namespace topline::stats {

Interval mean_t(double mean, double sd, double n, double confidence) {
  if (!(n > 1) || !(sd >= 0)) return {};
  const double half = sd == 0 ? 0.0 : two_sided_t(confidence, n - 1) * sd / std::sqrt(n);
  return {mean - half, mean + half};
}

}  // namespace topline::stats
