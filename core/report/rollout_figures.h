// SPDX-License-Identifier: Apache-2.0
#pragma once

// Figures of a roll-out as people write them: "72%", "$1.2 million", "120万元", "3.5 hours", "3.5
// 小时".

#include <string>
#include <string_view>

#include "core/report/labels.h"

namespace topline {

/// A value in its unit, rounded for reading. Units: those of the catalogue, or a currency ("CNY",
/// "USD", "money": none is known). Percentages and points are whole (one decimal under 1 and above
/// 99 %), other figures have three digits or so; durations are said in seconds, minutes, hours or
/// days.
std::string figure_in(double value, std::string_view unit, const Labels& labels);

}  // namespace topline
