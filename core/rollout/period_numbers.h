// SPDX-License-Identifier: Apache-2.0
#pragma once

// Months, quarters and years as numbers that count on: what comes before, and how far one has run.

#include <string>

#include "core/profile/date.h"

namespace topline {

/// The period that a day is in. REQUIRES: month, quarter or year.
int period_number(Day day, WaveUnit unit);
/// Its first day.
Day period_start(int period, WaveUnit unit);
/// The day before the next one begins.
inline Day period_end(int period, WaveUnit unit) { return period_start(period + 1, unit) - 1; }
/// "1997-02", "1997-Q1", "1997"
std::string period_name(int period, WaveUnit unit);
/// 12, 4, 1
int periods_a_year(WaveUnit unit);
/// A mean one in days: 30.4375, 91.3125, 365.25.
double days_of(WaveUnit unit);
/// "month", "quarter" and "year" of Settings::period.
WaveUnit unit_of(const std::string& period);

}  // namespace topline
