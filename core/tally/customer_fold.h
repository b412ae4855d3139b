// SPDX-License-Identifier: Apache-2.0
#pragma once

// A table of orders, folded by customer: of each customer and year the amount, the purchases, the
// months with one, the first and the last day; of each day the purchases and the amount. It grows
// with customers and days, not with rows, and it merges exactly, in any order.
//
// A purchase is an order of a customer, on the first day of its lines. Where a table has no order
// ids each row is one. Where ids ascend the lines of an order adjoin, so that only the orders at
// the ends of a stretch of rows can go on elsewhere: those are kept by fingerprint (OrderSet), the
// others are just counted. Where ids don't ascend every order is kept.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/base/number.h"
#include "core/profile/date.h"
#include "core/tally/order_set.h"

namespace topline {

/// What a customer did in a year.
struct CustomerYear {
  Int128 amount = 0;          ///< in units of 1e-12
  uint32_t orders = 0;        ///< purchases
  uint32_t next = UINT32_MAX; ///< the customer's next year, in no order; UINT32_MAX: none
  uint16_t year = 0;
  uint16_t months = 0;        ///< bit 0: something was ordered in January …
  uint16_t first = 0;         ///< day of the year, from 0
  uint16_t last = 0;
};

/// What was sold in a day.
struct DayTotal {
  Int128 amount = 0;
  uint64_t orders = 0;  ///< purchases
  uint64_t lines = 0;   ///< rows
};

/// Order lines due on a day, by what had become of them.
struct DueTotal {
  uint64_t on_time = 0;  ///< delivered on the day or before
  uint64_t late = 0;
  uint64_t open = 0;     ///< no day of delivery
  uint64_t lines() const { return on_time + late + open; }
};

/// A total for each day, from the first one to the last. Dates are within 1900…2199.
template <class Total>
class DayTable {
 public:
  Total& at(Day day) {
    const auto index = static_cast<uint32_t>(day - begin_);
    return index < totals_.size() ? totals_[index] : grow(day);
  }
  Day begin() const { return begin_; }
  Day end() const { return begin_ + static_cast<Day>(totals_.size()); }
  const Total* find(Day day) const {
    const auto index = static_cast<uint32_t>(day - begin_);
    return index < totals_.size() ? &totals_[index] : nullptr;
  }

 private:
  Total& grow(Day day) {
    if (totals_.empty()) begin_ = day;
    if (day < begin_) {
      totals_.insert(totals_.begin(), static_cast<size_t>(begin_ - day), Total{});
      begin_ = day;
    }
    if (day >= end()) totals_.resize(static_cast<size_t>(day - begin_) + 1);
    return totals_[static_cast<size_t>(day - begin_)];
  }

  Day begin_ = 0;
  std::vector<Total> totals_;
};

class CustomerFold {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;
  /// Amounts beyond are no amounts of an order: sums of them would leave 128 bits.
  static constexpr Int128 kLargestAmount = Int128{1'000'000'000'000'000} * kFixedOne;

  /// A row of the table.
  struct Line {
    std::string_view customer;  ///< trimmed, not empty
    Day day = 0;
    uint16_t year = 0;
    uint16_t month = 0;         ///< from 0
    uint16_t day_of_year = 0;   ///< from 0
    bool purchase = true;       ///< counts as one; else count_order() tells
    Int128 amount = 0;
  };

  /// Adds rows. `customers[k]` becomes the number of line k's customer. REQUIRES: 16 bytes are
  /// readable from each customer's data() on; count <= kMost.
  void add(const Line* lines, size_t count, uint32_t* customers);
  static constexpr size_t kMost = 256;

  /// Counts a purchase of a customer who has a line of that day, or takes it back.
  void count_order(uint32_t customer, Day day) { change_orders(customer, day, 1); }
  void discount_order(uint32_t customer, Day day) { change_orders(customer, day, UINT32_MAX); }
  /// Keeps an order by its fingerprint; it is counted on its earliest day, once. `counted`: it has
  /// been, on that day.
  void keep_order(const Fingerprint& order, uint32_t customer, Day day, bool counted);

  void meet_delivery(Day day) { latest_delivery_ = std::max(latest_delivery_, day); }
  DueTotal& due(Day day) { return due_.at(day); }

  size_t customers() const { return live_; }
  const DayTable<DayTotal>& days() const { return days_; }
  const DayTable<DueTotal>& due() const { return due_; }
  const OrderSet& orders() const { return orders_; }
  /// The latest day of an order or a delivery; INT32_MIN: none.
  Day latest() const {
    return live_ == 0 ? latest_delivery_ : std::max(latest_delivery_, days_.end() - 1);
  }
  Day latest_delivery() const { return latest_delivery_; }

  /// Calls visit(number, text) for each customer, in no order that means anything.
  template <class Visit>
  void each(Visit visit) const {
    for (size_t at = 0; at < slots_.size(); ++at) {
      if (at + kAhead < slots_.size()) prefetch_year(slots_[at + kAhead].customer);
      if (slots_[at].length != 0) visit(slots_[at].customer, text(slots_[at]));
    }
  }
  /// The first of a customer's years; the others by `next`.
  const CustomerYear& year(uint32_t number) const { return years_[number >> kShift][number & kMask]; }

  void merge(CustomerFold other);

  // Reading back what was written, and merging.
  uint32_t customer(std::string_view text);
  void add_year(uint32_t customer, const CustomerYear& year);
  DayTotal& day(Day day) { return days_.at(day); }
  void restore_order(const OrderSet::Order& order) { orders_.restore(order); }

 private:
  // Prepared to be found: up to 16 bytes as they are, of longer texts the hash and where they stand.
  struct Key {
    uint64_t first = 0, second = 0, hash = 0;
    uint32_t length = 0;
  };
  struct alignas(32) Slot {
    uint64_t first = 0, second = 0;
    uint32_t length = 0;  ///< 0: free
    uint32_t customer = kNone;
  };
  static constexpr uint32_t kShift = 15;
  static constexpr uint32_t kMask = (1u << kShift) - 1;
  static constexpr size_t kAhead = 12;

  static Key key_of(std::string_view text);
  static uint64_t hash_of(const Slot& slot);
  std::string_view text(const Slot& slot) const;
  uint32_t find_or_add(std::string_view text, const Key& key);
  CustomerYear& year_of(uint32_t customer, uint16_t year, uint16_t day_of_year);
  CustomerYear& year_at(uint32_t number) { return years_[number >> kShift][number & kMask]; }
  uint32_t new_year();
  void change_orders(uint32_t customer, Day day, uint32_t by);
  void rehash(size_t slots);
  void prefetch_slot(uint64_t hash) const {
    __builtin_prefetch(slots_.data() + (hash & (slots_.size() - 1)), 1);
  }
  void prefetch_year(uint32_t number) const {
    if (number < used_) __builtin_prefetch(&year(number), 1);
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);
  size_t live_ = 0;
  std::string texts_;  ///< of the long ones
  // In pieces, so that growing copies nothing. A customer's number is that of the first of its years.
  std::vector<std::vector<CustomerYear>> years_;
  uint32_t used_ = 0;
  DayTable<DayTotal> days_;
  DayTable<DueTotal> due_;
  Day latest_delivery_ = INT32_MIN;
  OrderSet orders_;
};

}  // namespace topline
