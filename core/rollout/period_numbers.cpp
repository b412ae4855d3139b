// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/period_numbers.h"

namespace topline {

int periods_a_year(WaveUnit unit) {
  return unit == WaveUnit::month ? 12 : unit == WaveUnit::quarter ? 4 : 1;
}

int period_number(Day day, WaveUnit unit) {
  const Civil date = civil(day);
  const int each = periods_a_year(unit);
  return date.year * each + (date.month - 1) * each / 12;
}

Day period_start(int period, WaveUnit unit) {
  const int each = periods_a_year(unit);
  return day_number(period / each, period % each * (12 / each) + 1, 1);
}

std::string period_name(int period, WaveUnit unit) {
  return wave_of(period_start(period, unit), unit);
}

double days_of(WaveUnit unit) { return 365.25 / periods_a_year(unit); }

WaveUnit unit_of(const std::string& period) {
  return period == "month"     ? WaveUnit::month
         : period == "quarter" ? WaveUnit::quarter
                               : WaveUnit::year;
}

}  // namespace topline
