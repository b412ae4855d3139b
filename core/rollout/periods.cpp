// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/periods.h"

#include <algorithm>

namespace topline {
namespace {

int months_of(WaveUnit unit) {
  return unit == WaveUnit::month ? 1 : unit == WaveUnit::quarter ? 3 : 12;
}

// The first day of the month that is so many months after January of the year 0.
Day first_of(int month) { return day_number(month / 12, month % 12 + 1, 1); }

Period period_at(int month, WaveUnit unit) {
  return {unit, first_of(month), first_of(month + months_of(unit)) - 1};
}

int month_of(Day day) {
  const Civil date = civil(day);
  return date.year * 12 + date.month - 1;
}

// All periods of a unit from the first amount's to the one that `through` is in.
std::vector<Period> periods_to(const DayAmounts& amounts, Day through, WaveUnit unit) {
  std::vector<Period> periods;
  for (Period at = period_of(amounts.first(), unit); at.first <= through; at = period_after(at)) {
    periods.push_back(at);
  }
  return periods;
}

// Growth of `now` on `base`, as a measure of its wave.
Measure& add_change(MeasureId id, const RolloutTable& table, const DayAmounts& amounts,
                    const Period& now, const Period& base, Day as_of, RolloutResults& results) {
  const bool unfinished = as_of < now.last;
  const Day elapsed = std::min(as_of, now.last) - now.first;
  const Day base_last = unfinished ? std::min(base.last, base.first + elapsed) : base.last;
  const DayAmounts::Sum current = amounts.sum(now.first, now.last);
  const DayAmounts::Sum before = amounts.sum(base.first, base_last);
  Measure& measure = results.add(id, table, {{}, now.name()});
  measure.n = current.count;
  const double one = static_cast<double>(kFixedOne);
  measure.figures = {{"amount", to_double(current.amount) / one},
                     {"base_amount", to_double(before.amount) / one}};
  if (unfinished) {
    measure.notes.push_back("incomplete_base");
    measure.parts = {{"elapsed_days", static_cast<uint64_t>(base_last - base.first + 1)}};
  }
  if (before.amount > 0) {
    measure.value = 100 * to_double(current.amount - before.amount) / to_double(before.amount);
  } else {
    measure.census = false;
    measure.why = "base_not_positive";
  }
  return measure;
}

}  // namespace

Period period_of(Day day, WaveUnit unit) {
  const int month = month_of(day);
  return period_at(month - month % months_of(unit), unit);
}
Period period_before(const Period& period) {
  return period_at(month_of(period.first) - months_of(period.unit), period.unit);
}
Period period_after(const Period& period) {
  return period_at(month_of(period.first) + months_of(period.unit), period.unit);
}
Period year_before(const Period& period) {
  return period_at(month_of(period.first) - 12, period.unit);
}

void DayAmounts::add(Day day, Int128 amount) {
  Sum& sum = days_[day];
  sum.amount += amount;
  ++sum.count;
}

DayAmounts::Sum DayAmounts::sum(Day first, Day last) const {
  Sum total;
  for (auto at = days_.lower_bound(first); at != days_.end() && at->first <= last; ++at) {
    total.amount += at->second.amount;
    total.count += at->second.count;
  }
  return total;
}

void add_by_period(MeasureId id, const RolloutTable& table, const DayAmounts& amounts, Day through,
                   Day as_of, const std::string& currency, RolloutResults& results) {
  if (amounts.empty()) return;
  for (WaveUnit unit : kPeriodUnits) {
    for (const Period& period : periods_to(amounts, through, unit)) {
      const DayAmounts::Sum sum = amounts.sum(period.first, period.last);
      Measure& measure = results.add(id, table, {{}, period.name()});
      set_amount(measure, sum.amount, currency);
      measure.n = sum.count;
      if (as_of < period.last) measure.notes.push_back("unfinished");
    }
  }
}

void add_growth(const RolloutTable& table, const DayAmounts& amounts, Day through, Day as_of,
                RolloutResults& results) {
  if (amounts.empty()) return;
  size_t headline = SIZE_MAX;
  WaveUnit headline_unit = WaveUnit::none;
  for (WaveUnit unit : kPeriodUnits) {
    const Day start = period_of(amounts.first(), unit).first;
    for (const Period& now : periods_to(amounts, through, unit)) {
      const Period before = period_before(now);
      if (before.first >= start) {
        const Measure& growth =
            add_change(MeasureId::sales_growth_pop, table, amounts, now, before, as_of, results);
        // Quarters come after months and take their place; a year is too late to be news.
        const bool whole = growth.value && as_of >= now.last && unit != WaveUnit::year;
        if (whole) {
          headline = results.measures.size() - 1;
          headline_unit = unit;
        }
      }
      const Period year = year_before(now);
      if (unit != WaveUnit::year && year.first >= start) {
        add_change(MeasureId::sales_growth_yoy, table, amounts, now, year, as_of, results);
      }
    }
  }
  if (headline_unit != WaveUnit::none) results.measures[headline].headline = true;
}

}  // namespace topline
