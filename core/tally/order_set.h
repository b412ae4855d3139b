// SPDX-License-Identifier: Apache-2.0
#pragma once

// Orders by the fingerprint of (order id, customer): what an order is told by whose lines do not
// adjoin.

#include <cstdint>
#include <vector>

#include "core/base/hash.h"
#include "core/profile/date.h"

namespace topline {

class OrderSet {
 public:
  struct Order {
    Fingerprint id;
    Day day = 0;                     ///< of its earliest line: when it is counted
    uint32_t customer = UINT32_MAX;  ///< number in the fold; UINT32_MAX: a free slot
  };

  /// The order of that fingerprint, put in where it is new.
  Order& find_or_add(const Fingerprint& id, bool& is_new);
  void restore(const Order& order);

  size_t size() const { return live_; }
  const std::vector<Order>& slots() const { return slots_; }
  static bool is_free(const Order& order) { return order.customer == UINT32_MAX; }

 private:
  void grow();

  std::vector<Order> slots_;
  size_t live_ = 0;
};

}  // namespace topline
