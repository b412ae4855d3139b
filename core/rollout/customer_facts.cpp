// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/customer_facts.h"

#include <algorithm>
#include <array>

namespace topline {
namespace {

// Customers by bits of a mask: those of a year's months, or quarters. Every bit is added whether it
// is set or not, which needs no branch that goes both ways at random.
template <unsigned Bits>
struct BitCounts {
  std::array<uint32_t, Bits> of = {};
  void add(unsigned mask) {
    for (unsigned bit = 0; bit < Bits; ++bit) of[bit] += (mask & (1u << bit)) != 0;
  }
};

/// The quarters of a mask of months.
unsigned quarters_of(unsigned months) {
  const unsigned any = months | months >> 1 | months >> 2;  // bits 0, 3, 6 and 9 matter
  return (any & 1) | (any >> 2 & 2) | (any >> 4 & 4) | (any >> 6 & 8);
}

// Who bought in a year, and of them those who bought in the period before as well.
struct YearCounts {
  BitCounts<12> months, kept_months;
  BitCounts<4> quarters, kept_quarters;
  BitCounts<1> year, kept_year;

  /// `before`: the months of the year before, 0 where nothing was bought.
  void add(unsigned bought, unsigned before) {
    months.add(bought);
    kept_months.add(bought & (bought << 1 | before >> 11));
    const unsigned now = quarters_of(bought);
    quarters.add(now);
    kept_quarters.add(now & (now << 1 | quarters_of(before) >> 3));
    year.add(1);
    kept_year.add(before != 0);
  }
};

template <unsigned Bits>
void fill(PeriodBuyers& periods, int year, const BitCounts<Bits>& buyers,
          const BitCounts<Bits>& kept) {
  for (unsigned bit = 0; bit < Bits; ++bit) {
    const int period = year * static_cast<int>(Bits) + static_cast<int>(bit);
    if (period < periods.first || period >= periods.end()) continue;
    const auto at = static_cast<size_t>(period - periods.first);
    periods.buyers[at] = buyers.of[bit];
    periods.kept[at] = kept.of[bit];
  }
}

PeriodBuyers empty_periods(WaveUnit unit, Day first, Day last) {
  PeriodBuyers periods;
  periods.unit = unit;
  periods.first = period_number(first, unit);
  const auto count = static_cast<size_t>(period_number(last, unit) - periods.first + 1);
  periods.buyers.resize(count);
  periods.kept.resize(count);
  return periods;
}

// Customers by the month of their first purchase and the months with one.
class Cohorts {
 public:
  Cohorts(const PeriodBuyers& months, const PeriodBuyers& years)
      : months_(months), years_(years), counts_(months.buyers.size() * years.buyers.size()) {}

  /// `joined`: the month of the first purchase, from months.first on; `year`: from years.first on.
  void add(size_t joined, size_t year, unsigned bought) {
    counts_[joined * years_.buyers.size() + year].add(bought);
  }
  /// By months since the first purchase, up to the last with one.
  std::vector<uint64_t> since(size_t joined) const {
    std::vector<uint64_t> result;
    for (size_t at = joined; at < months_.buyers.size(); ++at) {
      const int month = months_.first + static_cast<int>(at);
      const auto year = static_cast<size_t>(month / 12 - years_.first);
      const uint64_t n =
          counts_[joined * years_.buyers.size() + year].of[static_cast<size_t>(month % 12)];
      if (n == 0) continue;
      result.resize(at - joined + 1);
      result.back() = n;
    }
    return result;
  }

 private:
  const PeriodBuyers& months_;
  const PeriodBuyers& years_;
  std::vector<BitCounts<12>> counts_;
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
  std::vector<Day> january;
  for (int year = years.first; year < years.end(); ++year) {
    january.push_back(day_number(year, 1, 1));
  }
  std::vector<YearCounts> counts(years.buyers.size());
  Cohorts joining(months, years);
  customers.reserve(fold.customers());
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
    const auto joined = static_cast<size_t>(
        of.front()->year * 12 + __builtin_ctz(of.front()->months) - months.first);
    for (size_t k = 0; k < of.size(); ++k) {
      const CustomerYear& year = *of[k];
      const auto at = static_cast<size_t>(year.year - years.first);
      customer.orders += year.orders;
      customer.amount += year.amount;
      YearRevenue& next = revenue_by_year[at + 1];
      ++next.customers;
      next.before += year.amount;
      const bool stays = k + 1 < of.size() && of[k + 1]->year == year.year + 1;
      const Int128 now = stays ? of[k + 1]->amount : 0;
      next.now += now;
      next.lesser += std::min(year.amount, now);
      const bool stayed = k > 0 && of[k - 1]->year + 1 == year.year;
      counts[at].add(year.months, stayed ? of[k - 1]->months : 0);
      joining.add(joined, at, year.months);
    }
    purchases += customer.orders;
    repeaters += customer.orders >= 2;
    of_one_day += customer.last == began;
    lifespan_days += static_cast<uint64_t>(customer.last - began);
    revenue += customer.amount;
    customers.push_back(customer);
  });
  for (int year = years.first; year < years.end(); ++year) {
    const YearCounts& of_year = counts[static_cast<size_t>(year - years.first)];
    fill(months, year, of_year.months, of_year.kept_months);
    fill(quarters, year, of_year.quarters, of_year.kept_quarters);
    fill(years, year, of_year.year, of_year.kept_year);
  }
  for (size_t joined = 0; joined < months.buyers.size(); ++joined) {
    cohorts.push_back(joining.since(joined));
  }
}

}  // namespace topline
