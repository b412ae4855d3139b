// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

namespace topline::stats {

/// Modified internal rate of return per period, as spreadsheets have it (Lin 1976, The Engineering
/// Economist 21:237): what goes out is discounted to period 0 at finance_rate, what comes in
/// compounded to the last period at reinvest_rate, (FV / PV)^(1/(n - 1)) - 1 for n flows. Always
/// one number where IRR may have many. Absent where nothing goes out, nothing comes in, a rate is
/// -1 or less, or a number is not finite.
std::optional<double> modified_internal_rate(std::span<const double> flows, double finance_rate,
                                             double reinvest_rate);

}  // namespace topline::stats
