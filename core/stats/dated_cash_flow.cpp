// SPDX-License-Identifier: Apache-2.0
#include "core/stats/dated_cash_flow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace topline::stats {

double dated_net_present_value(double rate, std::span<const DatedFlow> flows) {
  if (!(rate > -1)) return std::numeric_limits<double>::quiet_NaN();
  double sum = 0;
  for (const auto& [years, amount] : by_years(flows)) sum += amount / std::pow(1 + rate, years);
  return sum;
}

std::vector<ExponentialTerm> by_years(std::span<const DatedFlow> flows) {
  int64_t first = std::numeric_limits<int64_t>::max();
  for (const DatedFlow& flow : flows) first = std::min(first, flow.day);
  std::vector<ExponentialTerm> terms;
  terms.reserve(flows.size());
  for (const DatedFlow& flow : flows) {
    terms.push_back({static_cast<double>(flow.day - first) / 365, flow.amount});
  }
  return terms;
}

}  // namespace topline::stats
