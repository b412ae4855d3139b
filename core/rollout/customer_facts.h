// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one pass over the customers of a table of orders tells: totals, who bought in which period
// and in the one before, and recency, frequency and value of each. Nothing in it depends on the
// order of customers but the order of `customers` itself.

#include <cstdint>
#include <vector>

#include "core/rollout/period_numbers.h"
#include "core/tally/customer_fold.h"

namespace topline {

/// Buyers of each month, quarter or year, from `first` on.
struct PeriodBuyers {
  WaveUnit unit = WaveUnit::month;
  int first = 0;
  std::vector<uint64_t> buyers;
  std::vector<uint64_t> kept;  ///< of them, those who bought in the period before as well
  int end() const { return first + static_cast<int>(buyers.size()); }
  uint64_t in(int period) const {
    return period < first || period >= end() ? 0 : buyers[static_cast<size_t>(period - first)];
  }
};

/// Revenue of those who bought in the year before.
struct YearRevenue {
  uint64_t customers = 0;  ///< who bought in the year before
  Int128 before = 0;       ///< what they brought then
  Int128 now = 0;          ///< what they bring in this one
  Int128 lesser = 0;       ///< Σ min(then, now)
};

struct CustomerFacts {
  struct Customer {
    Day last = 0;
    uint32_t orders = 0;
    Int128 amount = 0;
  };

  explicit CustomerFacts(const CustomerFold& fold);

  const PeriodBuyers& of(WaveUnit unit) const {
    return unit == WaveUnit::month ? months : unit == WaveUnit::quarter ? quarters : years;
  }
  uint64_t size() const { return customers.size(); }

  std::vector<Customer> customers;
  Day first = INT32_MAX;  ///< of all orders
  Day last = INT32_MIN;
  uint64_t purchases = 0;
  uint64_t repeaters = 0;      ///< two purchases or more
  uint64_t of_one_day = 0;     ///< whose first order is on the day of their last
  uint64_t lifespan_days = 0;  ///< Σ last − first day
  Int128 revenue = 0;
  PeriodBuyers months, quarters, years;
  std::vector<YearRevenue> revenue_by_year;  ///< from years.first on
  /// By the month of the first purchase from months.first on, then by months since: customers.
  std::vector<std::vector<uint64_t>> cohorts;
};

}  // namespace topline
