// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal rates of return: every real rate above -100 % at which the net present value is zero.

#include <optional>
#include <span>
#include <vector>

#include "core/stats/dated_cash_flow.h"

namespace topline::stats {

struct InternalRate {
  double rate = 0;       ///< per period, or per year for dated flows
  int multiplicity = 1;  ///< even: the net present value touches zero and turns back
};

struct InternalRates {
  std::vector<InternalRate> roots;  ///< ascending, each once
  /// How many more a double can't tell from -100 % or from infinity, as of 1 paid and 100 received
  /// on the next day.
  int beyond = 0;
};

/// IRR of flows in equal periods, all roots. No roots where the flows never change their sign.
InternalRates internal_rates(std::span<const double> flows);

/// XIRR, all roots: dates in any order, flows of one day added up.
InternalRates internal_rates(std::span<const DatedFlow> flows);

/// The one rate at which the net present value crosses zero; absent where there are more or none,
/// and where it only touches zero: no rate then parts good from bad.
std::optional<double> unique_rate(const InternalRates& rates);

}  // namespace topline::stats
