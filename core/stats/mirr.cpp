// SPDX-License-Identifier: Apache-2.0
#include "core/stats/mirr.h"

#include <cmath>

namespace topline::stats {

std::optional<double> modified_internal_rate(std::span<const double> flows, double finance_rate,
                                             double reinvest_rate) {
  if (!(finance_rate > -1 && reinvest_rate > -1) || flows.size() < 2) return std::nullopt;
  const double last = static_cast<double>(flows.size() - 1);
  double paid = 0, received = 0;
  for (size_t i = 0; i < flows.size(); ++i) {
    const double k = static_cast<double>(i);
    if (flows[i] < 0) {
      paid -= flows[i] / std::pow(1 + finance_rate, k);
    } else {
      received += flows[i] * std::pow(1 + reinvest_rate, last - k);
    }
  }
  if (!(paid > 0 && received > 0) || !std::isfinite(paid) || !std::isfinite(received)) {
    return std::nullopt;
  }
  return std::expm1(std::log(received / paid) / last);
}

}  // namespace topline::stats
