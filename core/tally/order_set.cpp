// SPDX-License-Identifier: Apache-2.0
#include "core/tally/order_set.h"

#include <algorithm>

namespace topline {

OrderSet::Order& OrderSet::find_or_add(const Fingerprint& id, bool& is_new) {
  if ((live_ + 1) * 5 > slots_.size() * 3) grow();
  const size_t mask = slots_.size() - 1;
  size_t at = static_cast<size_t>(id.low) & mask;
  while (!is_free(slots_[at]) && !(slots_[at].id == id)) at = (at + 1) & mask;
  is_new = is_free(slots_[at]);
  if (is_new) {
    slots_[at].id = id;
    ++live_;
  }
  return slots_[at];
}

void OrderSet::restore(const Order& order) {
  bool is_new = false;
  find_or_add(order.id, is_new) = order;
}

void OrderSet::grow() {
  std::vector<Order> old(std::max<size_t>(64, slots_.size() * 2));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Order& order : old) {
    if (is_free(order)) continue;
    size_t at = static_cast<size_t>(order.id.low) & mask;
    while (!is_free(slots_[at])) at = (at + 1) & mask;
    slots_[at] = order;
  }
}

}  // namespace topline
