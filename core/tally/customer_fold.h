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
//
// Customers are spread over shards by their hash. A row of the usual form waits in its shard until
// some thousands are there, which are then counted at a time: a shard stays in the cache and in few
// pages, where a table of a million customers would miss both with every row.

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
  Int128 amount = 0;           ///< in units of 1e-12
  uint32_t orders = 0;         ///< purchases
  uint32_t next = UINT32_MAX;  ///< the customer's next year, in no order; UINT32_MAX: none
  uint16_t year = 0;
  uint16_t months = 0;  ///< bit 0: something was ordered in January …
  uint16_t first = 0;   ///< day of the year, from 0
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
  uint64_t open = 0;  ///< no day of delivery
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
  bool empty() const { return totals_.empty(); }
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
    uint16_t month = 0;        ///< from 0
    uint16_t day_of_year = 0;  ///< from 0
    bool purchase = true;      ///< counts as one; else count_order() tells
    Int128 amount = 0;
  };

  /// Adds rows; call flush() behind the last. REQUIRES: 16 bytes are readable from each customer's
  /// data() on.
  void add(const Line* lines, size_t count);
  void flush();
  static constexpr size_t kMost = 64;  ///< rows that are counted at a time

  /// Counts a purchase of a customer who has a line of that day, or takes it back.
  void count_order(uint32_t customer, Day day) { change_orders(customer, day, 1); }
  void discount_order(uint32_t customer, Day day) { change_orders(customer, day, UINT32_MAX); }
  /// Keeps an order by its fingerprint; it is counted on its earliest day, once. `counted`: it has
  /// been, on that day.
  void keep_order(const Fingerprint& order, uint32_t customer, Day day, bool counted);

  void meet_delivery(Day day) { latest_delivery_ = std::max(latest_delivery_, day); }
  DueTotal& due(Day day) { return due_.at(day); }

  // What follows is told of flushed folds only.
  size_t customers() const;
  const DayTable<DayTotal>& days() const { return days_; }
  const DayTable<DueTotal>& due() const { return due_; }
  const OrderSet& orders() const { return orders_; }
  /// The latest day of an order or a delivery; INT32_MIN: none.
  Day latest() const {
    return days_.empty() ? latest_delivery_ : std::max(latest_delivery_, days_.end() - 1);
  }
  Day latest_delivery() const { return latest_delivery_; }

  /// Calls visit(number, text) for each customer, in no order that means anything.
  template <class Visit>
  void each(Visit visit) const {
    for (const Shard& shard : shards_) {
      shard.warm();
      for (const Slot& slot : shard.slots) {
        if (slot.length != 0) visit(slot.customer, shard.text(slot));
      }
    }
  }
  /// The first of a customer's years; the others by `next`.
  const CustomerYear& year(uint32_t number) const {
    return shards_[number >> kShardShift].year(number);
  }

  void merge(CustomerFold other);

  /// The number of a customer, who is put in where new.
  uint32_t customer(std::string_view text);
  // Reading back what was written.
  void add_year(uint32_t customer, const CustomerYear& year);
  DayTotal& day(Day day) { return days_.at(day); }
  void restore_order(const OrderSet::Order& order) { orders_.restore(order); }

 private:
  // Prepared to be found: up to 16 bytes as they are, of longer texts the hash and where they
  // stand.
  struct Key {
    uint64_t first = 0, second = 0, hash = 0;
    uint32_t length = 0;
  };
  struct alignas(32) Slot {
    uint64_t first = 0, second = 0;
    uint32_t length = 0;  ///< 0: free
    uint32_t customer = kNone;
  };
  // A row that waits: its customer has up to 16 bytes, its amount fits.
  struct alignas(32) Waiting {
    uint64_t first = 0, second = 0;
    int64_t amount = 0;
    uint16_t year = 0, day_of_year = 0;
    uint8_t month = 0, length = 0;
    bool purchase = false;
  };
  static constexpr uint32_t kShardShift = 24;  ///< a number is the shard's, then that in the shard
  static constexpr uint32_t kLocal = (1u << kShardShift) - 1;
  static constexpr size_t kShards = 256;
  static constexpr size_t kMostWaiting = 4096;

  struct Shard {
    std::vector<Slot> slots;
    size_t live = 0;
    std::string texts;                ///< of the long ones
    std::vector<CustomerYear> years;  ///< a customer's number is that of the first of its years
    uint32_t base = 0;                ///< of the numbers
    std::vector<Waiting> waiting;

    const CustomerYear& year(uint32_t number) const { return years[number & kLocal]; }
    CustomerYear& year(uint32_t number) { return years[number & kLocal]; }
    std::string_view text(const Slot& slot) const;
    uint32_t find_or_add(std::string_view text, const Key& key);
    CustomerYear& year_of(uint32_t customer, uint16_t year, uint16_t day_of_year);
    uint32_t new_year();
    void rehash(size_t slots);
    void count_waiting();
    void merge(const Shard& other, std::vector<uint32_t>* numbers);
    /// In the order of memory, which the machine reads ahead: what then is met at random is in the
    /// second-level cache.
    void warm() const {
      for (size_t k = 0; k < years.size(); k += 2) __builtin_prefetch(&years[k], 1);
    }
    void prefetch(uint32_t number) const {
      if (number != kNone) __builtin_prefetch(&year(number), 1);
    }
  };

  static Key key_of(std::string_view text);
  static Key key_of(const Slot& slot);
  Shard& shard_of(const Key& key);
  void change_orders(uint32_t customer, Day day, uint32_t by);

  std::vector<Shard> shards_;  ///< none or kShards
  DayTable<DayTotal> days_;
  DayTable<DueTotal> due_;
  Day latest_delivery_ = INT32_MIN;
  OrderSet orders_;
};

}  // namespace topline
