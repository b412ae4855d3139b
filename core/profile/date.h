// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/profile/plan.h"

namespace topline {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = int32_t;

/// A day as year, month (1–12) and day of the month.
struct Civil {
  int year, month, day;
};
Civil civil(Day day);
/// The other way. REQUIRES: a date that there is.
Day day_number(int year, int month, int day);

/// A date at the start of a cell, a time of day may follow: "2026-09-27", "2026/9/27 8:03:00",
/// "2026年9月27日", "20260927"; with `order` mdy or dmy "09/27/2026", "27.9.2026". Seconds of the
/// day in `second` where given ("3:00:00 PM" is understood; time zones are read over).
struct Moment {
  Day day = 0;
  uint32_t second = 0;
};
std::optional<Moment> parse_moment(std::string_view text, DateOrder order);

/// What orders the text would allow: bit 1 ymd, bit 2 mdy, bit 4 dmy; 0 where it is no date.
unsigned possible_orders(std::string_view text);

/// "2026-09-27"
std::string iso_date(Day day);
/// The wave that a day falls in: "2026-09-27", "2026-W39" (ISO 8601), "2026-09", "2026-Q3", "2026".
std::string wave_of(Day day, WaveUnit unit);

}  // namespace topline
