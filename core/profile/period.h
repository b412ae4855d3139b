// SPDX-License-Identifier: Apache-2.0
#pragma once

// Periods as tables of money name them: "2026-01", "2026年1月", "Jan 2026", "2026-Q1", "Q1 2026",
// "2026年第一季度", "2026", "FY2026", "第3期", "Year 2", "M3", "0", "1" …

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/profile/date.h"

namespace topline {

enum class PeriodUnit : uint8_t { bare, month, quarter, year };

/// Consecutive periods of a unit have consecutive indices.
struct Period {
  PeriodUnit unit = PeriodUnit::bare;
  bool calendar = false;  ///< of the calendar; else counted from some start
  int64_t index = 0;
};

/// Empty for other texts, whole dates among them.
std::optional<Period> parse_period(std::string_view text);

/// The first day of a calendar period. REQUIRES: period.calendar.
Day first_day(const Period& period);

}  // namespace topline
