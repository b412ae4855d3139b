// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cash flows on dates, a year being 365 days as in a spreadsheet's XNPV and XIRR.

#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/exponential_sum.h"

namespace topline::stats {

struct DatedFlow {
  int64_t day = 0;  ///< days since any fixed date
  double amount = 0;
};

/// XNPV: Σ amount / (1 + rate)^((day - first) / 365), first being the earliest day, in any order of
/// the flows; rate is per year. 0 without flows, NaN for rate <= -1.
double dated_net_present_value(double rate, std::span<const DatedFlow> flows);

/// The flows by years after the earliest day.
std::vector<ExponentialTerm> by_years(std::span<const DatedFlow> flows);

}  // namespace topline::stats
