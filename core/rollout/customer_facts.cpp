// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/customer_facts.h"

#include <algorithm>

namespace topline {
namespace {

PeriodBuyers empty_periods(WaveUnit unit, Day first, Day last) {
  PeriodBuyers periods;
  periods.unit = unit;
  periods.first = period_number(first, unit);
  const auto count = static_cast<size_t>(period_number(last, unit) - periods.first + 1);
  periods.buyers.resize(count);
  periods.kept.resize(count);
  return periods;
}

// Counts a customer's active periods, met in ascending order, each once.
class Activity {
 public:
  explicit Activity(PeriodBuyers& periods) : periods_(periods) {}
  void meet(int period) {
    if (period == before_) return;
    const auto at = static_cast<size_t>(period - periods_.first);
    ++periods_.buyers[at];
    periods_.kept[at] += period == before_ + 1;
    before_ = period;
  }
  void next_customer() { before_ = INT32_MIN; }

 private:
  PeriodBuyers& periods_;
  int before_ = INT32_MIN;
};

}  // namespace

CustomerFacts::CustomerFacts(const CustomerFold& fold) {
  const DayTable<DayTotal>& days = fold.days();
  if (fold.customers() == 0) return;
  first = days.begin();
  last = days.end() - 1;
  months = empty_periods(WaveUnit::month, first, last);
  quarters = empty_periods(WaveUnit::quarter, first, last);
  years = empty_periods(WaveUnit::year, first, last);
  revenue_by_year.resize(years.buyers.size() + 1);
  cohorts.resize(months.buyers.size());
  std::vector<Day> january;
  for (int year = years.first; year < years.end(); ++year) {
    january.push_back(day_number(year, 1, 1));
  }
  customers.reserve(fold.customers());
  Activity by_month(months), by_quarter(quarters), by_year(years);
  std::vector<const CustomerYear*> of;
  fold.each([&](uint32_t number, std::string_view) {
    of.clear();
    for (; number != CustomerFold::kNone; number = fold.year(number).next) {
      of.push_back(&fold.year(number));
    }
    if (of.size() > 1) {
      std::sort(of.begin(), of.end(),
                [](const CustomerYear* a, const CustomerYear* b) { return a->year < b->year; });
    }
    const auto day = [&](const CustomerYear& year, uint16_t of_year) {
      return january[static_cast<size_t>(year.year - years.first)] + of_year;
    };
    Customer customer;
    const Day began = day(*of.front(), of.front()->first);
    customer.last = day(*of.back(), of.back()->last);
    std::vector<uint64_t>* cohort = nullptr;
    int joined = 0;
    by_month.next_customer();
    by_quarter.next_customer();
    by_year.next_customer();
    for (size_t k = 0; k < of.size(); ++k) {
      const CustomerYear& year = *of[k];
      customer.orders += year.orders;
      customer.amount += year.amount;
      YearRevenue& next = revenue_by_year[static_cast<size_t>(year.year + 1 - years.first)];
      ++next.customers;
      next.before += year.amount;
      const bool stays = k + 1 < of.size() && of[k + 1]->year == year.year + 1;
      const Int128 now = stays ? of[k + 1]->amount : 0;
      next.now += now;
      next.lesser += std::min(year.amount, now);
      by_year.meet(year.year);
      for (unsigned left = year.months; left != 0; left &= left - 1) {
        const int month = __builtin_ctz(left);
        const int period = year.year * 12 + month;
        by_month.meet(period);
        by_quarter.meet(year.year * 4 + month / 3);
        if (cohort == nullptr) {
          cohort = &cohorts[static_cast<size_t>(period - months.first)];
          joined = period;
        }
        const auto since = static_cast<size_t>(period - joined);
        if (cohort->size() <= since) cohort->resize(since + 1);
        ++(*cohort)[since];
      }
    }
    purchases += customer.orders;
    repeaters += customer.orders >= 2;
    of_one_day += customer.last == began;
    lifespan_days += static_cast<uint64_t>(customer.last - began);
    revenue += customer.amount;
    customers.push_back(customer);
  });
}

}  // namespace topline
