// SPDX-License-Identifier: Apache-2.0
#include "core/stats/payback.h"

#include <cmath>

#include "core/stats/cash_flow.h"

namespace topline::stats {

Payback payback(std::span<const double> flows, double rate) {
  Payback result;
  double before = 0, sum = 0, size = 0;
  bool ever_below = false;
  const std::vector<double> values = present_values(rate, flows);
  for (size_t k = 0; k < values.size(); ++k, before = sum) {
    if (!std::isfinite(values[k])) return {};
    size += std::abs(values[k]);
    sum += values[k];
    // -0.3 + 0.1 + 0.1 + 0.1 is paid back, whatever is left in the last digit.
    if (std::abs(sum) <= static_cast<double>(k + 1) * 0x1p-52 * size) sum = 0;
    const bool below = sum < 0;
    ever_below = ever_below || below;
    const double crossing = k == 0 ? 0.0 : static_cast<double>(k - 1) + before / (before - sum);
    if (before < 0 && !below && !result.recovered) result.recovered = crossing;
    if (before >= 0 && below && result.recovered && !result.lost_again) {
      result.lost_again = crossing;
    }
  }
  if (!ever_below) result.recovered = 0;
  result.below_zero_at_end = sum < 0;
  return result;
}

}  // namespace topline::stats
