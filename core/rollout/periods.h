// SPDX-License-Identifier: Apache-2.0
#pragma once

// Calendar months, quarters and years: sums by them, and growth from one to another.

#include <map>

#include "core/rollout/rollout.h"

namespace topline {

inline constexpr WaveUnit kPeriodUnits[] = {WaveUnit::month, WaveUnit::quarter, WaveUnit::year};

/// A calendar month, quarter or year, by its first and last day.
struct Period {
  WaveUnit unit = WaveUnit::month;
  Day first = 0;
  Day last = 0;
  std::string name() const { return wave_of(first, unit); }
};
/// REQUIRES: unit is one of kPeriodUnits.
Period period_of(Day day, WaveUnit unit);
Period period_before(const Period& period);
Period period_after(const Period& period);
Period year_before(const Period& period);

/// Amounts by day, with how many there were.
class DayAmounts {
 public:
  void add(Day day, Int128 amount);
  bool empty() const { return days_.empty(); }
  Day first() const { return days_.begin()->first; }
  Day last() const { return days_.rbegin()->first; }
  struct Sum {
    Int128 amount = 0;
    uint64_t count = 0;
  };
  /// Of the days from `first` to `last`, both included.
  Sum sum(Day first, Day last) const;

 private:
  std::map<Day, Sum> days_;
};

/// The sum of each month, quarter and year from the first amount to `through`, those without any
/// amount among them; a period that is not over at as_of has the note "unfinished".
void add_by_period(MeasureId id, const RolloutTable& table, const DayAmounts& amounts, Day through,
                   Day as_of, const std::string& currency, RolloutResults& results);

/// sales_growth_pop and sales_growth_yoy of the same periods, where the base is no earlier than the
/// first amount's period. An unfinished period is held against the same number of elapsed days of
/// its base (note "incomplete_base"); a base that is not above zero has no growth. The latest whole
/// quarter's (else month's) growth on the one before is a headline.
void add_growth(const RolloutTable& table, const DayAmounts& amounts, Day through, Day as_of,
                RolloutResults& results);

}  // namespace topline
