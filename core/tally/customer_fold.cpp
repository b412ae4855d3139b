// SPDX-License-Identifier: Apache-2.0
#include "core/tally/customer_fold.h"

#include <algorithm>
#include <cstring>

namespace topline {
namespace {

uint64_t load(const char* bytes, size_t count) {
  uint64_t word = 0;
  std::memcpy(&word, bytes, count);
  return word;
}

// 16 bytes from 16 - n on keep the first n bytes of a text.
constexpr uint8_t kMasks[32] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};

uint64_t load8(const void* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, 8);
  return word;
}

uint64_t hash_short(uint64_t first, uint64_t second, uint32_t length) {
  return mix(first ^ kHashA ^ length, second ^ kHashB);
}

uint64_t hash_long(std::string_view text) {
  uint64_t hash = kHashA ^ text.size();
  for (; text.size() > 16; text.remove_prefix(16)) {
    hash = mix(load(text.data(), 8) ^ kHashB, load(text.data() + 8, 8) ^ hash);
  }
  const size_t half = std::min<size_t>(8, text.size());
  return mix(load(text.data(), half) ^ kHashA, load(text.data() + half, text.size() - half) ^ hash);
}

}  // namespace

CustomerFold::Key CustomerFold::key_of(std::string_view text) {
  Key key;
  key.length = static_cast<uint32_t>(text.size());
  if (text.size() <= 16) {
    const uint8_t* const mask = kMasks + 16 - text.size();
    key.first = load8(text.data()) & load8(mask);
    key.second = load8(text.data() + 8) & load8(mask + 8);
    key.hash = hash_short(key.first, key.second, key.length);
  } else {
    key.first = key.hash = hash_long(text);
  }
  return key;
}

uint64_t CustomerFold::hash_of(const Slot& slot) {
  return slot.length > 16 ? slot.first : hash_short(slot.first, slot.second, slot.length);
}

std::string_view CustomerFold::text(const Slot& slot) const {
  if (slot.length > 16) return std::string_view(texts_).substr(slot.second, slot.length);
  return {reinterpret_cast<const char*>(&slot.first), slot.length};
}

uint32_t CustomerFold::find_or_add(std::string_view text, const Key& key) {
  const size_t mask = slots_.size() - 1;
  for (size_t at = key.hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.length == key.length && slot.first == key.first &&
        (key.length > 16 ? this->text(slot) == text : slot.second == key.second)) {
      return slot.customer;
    }
    if (slot.length != 0) continue;
    slot.first = key.first;
    slot.second = key.second;
    if (key.length > 16) {
      slot.second = texts_.size();
      texts_.append(text);
    }
    slot.length = key.length;
    const uint32_t customer = new_year();
    slot.customer = customer;
    ++live_;
    if (live_ * 5 > slots_.size() * 3) rehash(slots_.size() * 2);
    return customer;
  }
}

uint32_t CustomerFold::customer(std::string_view text) {
  char padded[16] = {};
  if (text.size() > 16) return find_or_add(text, key_of(text));
  std::memcpy(padded, text.data(), text.size());
  return find_or_add(text, key_of({padded, text.size()}));
}

void CustomerFold::rehash(size_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  const size_t mask = slots - 1;
  for (const Slot& slot : old) {
    if (slot.length == 0) continue;
    size_t at = hash_of(slot) & mask;
    while (slots_[at].length != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

uint32_t CustomerFold::new_year() {
  if ((used_ & kMask) == 0) years_.emplace_back(size_t{1} << kShift);
  return used_++;
}

// A customer's first record is its number and stays in front; later ones go right behind it, so
// that in a table in the order of time the latest year is found soon. A year of 0 is none yet.
CustomerYear& CustomerFold::year_of(uint32_t customer, uint16_t year, uint16_t day_of_year) {
  CustomerYear& front = year_at(customer);
  if (front.year == year) return front;
  if (front.year == 0) {
    front.year = year;
    front.first = front.last = day_of_year;
    return front;
  }
  for (uint32_t at = front.next; at != kNone;) {
    CustomerYear& found = year_at(at);
    if (found.year == year) return found;
    at = found.next;
  }
  const uint32_t number = new_year();
  CustomerYear& added = year_at(number);
  added.year = year;
  added.first = added.last = day_of_year;
  CustomerYear& again = year_at(customer);
  added.next = again.next;
  again.next = number;
  return added;
}

void CustomerFold::add(const Line* lines, size_t count, uint32_t* customers) {
  // In three goes, each of which leaves the memory that the next one needs time to arrive.
  Key keys[kMost];
  for (size_t k = 0; k < count; ++k) {
    keys[k] = key_of(lines[k].customer);
    prefetch_slot(keys[k].hash);
  }
  for (size_t k = 0; k < count; ++k) {
    customers[k] = find_or_add(lines[k].customer, keys[k]);
    prefetch_year(customers[k]);
  }
  for (size_t k = 0; k < count; ++k) {
    const CustomerYear& front = year(customers[k]);
    if (front.year != lines[k].year) prefetch_year(front.next);
  }
  for (size_t k = 0; k < count; ++k) {
    const Line& line = lines[k];
    CustomerYear& year = year_of(customers[k], line.year, line.day_of_year);
    year.amount += line.amount;
    year.orders += line.purchase;
    year.months = static_cast<uint16_t>(year.months | 1u << line.month);
    year.first = std::min(year.first, line.day_of_year);
    year.last = std::max(year.last, line.day_of_year);
    DayTotal& day = days_.at(line.day);
    day.amount += line.amount;
    day.orders += line.purchase;
    ++day.lines;
  }
}

void CustomerFold::change_orders(uint32_t customer, Day day, uint32_t by) {
  const auto year = static_cast<uint16_t>(civil(day).year);
  const auto day_of_year = static_cast<uint16_t>(day - day_number(year, 1, 1));
  year_of(customer, year, day_of_year).orders += by;
  days_.at(day).orders += by == 1 ? uint64_t{1} : UINT64_MAX;
}

void CustomerFold::keep_order(const Fingerprint& id, uint32_t customer, Day day, bool counted) {
  bool is_new = false;
  OrderSet::Order& order = orders_.find_or_add(id, is_new);
  if (is_new) {
    order.customer = customer;
    order.day = day;
    if (!counted) count_order(customer, day);
    return;
  }
  // Counted once more than there are orders: the later day gives its count back.
  const Day later = std::max(order.day, day);
  order.day = std::min(order.day, day);
  if (counted) {
    discount_order(order.customer, later);
  } else if (day == order.day && day != later) {
    discount_order(order.customer, later);
    count_order(order.customer, day);
  }
}

void CustomerFold::add_year(uint32_t customer, const CustomerYear& from) {
  CustomerYear& into = year_of(customer, from.year, from.first);
  into.amount += from.amount;
  into.orders += from.orders;
  into.months = static_cast<uint16_t>(into.months | from.months);
  into.first = std::min(into.first, from.first);
  into.last = std::max(into.last, from.last);
}

void CustomerFold::merge(CustomerFold other) {
  if (live_ < other.live_) std::swap(*this, other);
  // Both tables stand in the order of their hashes: filling a smaller one in the order of a larger
  // one would make long runs.
  if (slots_.size() < other.slots_.size()) rehash(other.slots_.size());
  std::vector<uint32_t> numbers(other.orders_.size() == 0 ? 0 : other.used_);
  std::vector<const Slot*> batch;
  std::vector<uint32_t> customers(kMost);
  const auto add_batch = [&] {
    for (size_t k = 0; k < batch.size(); ++k) {
      const Slot& slot = *batch[k];
      Key key{slot.first, slot.second, hash_of(slot), slot.length};
      customers[k] = find_or_add(other.text(slot), key);
      prefetch_year(customers[k]);
    }
    for (size_t k = 0; k < batch.size(); ++k) {
      prefetch_year(year(customers[k]).next);
      other.prefetch_year(other.year(batch[k]->customer).next);
    }
    for (size_t k = 0; k < batch.size(); ++k) {
      if (!numbers.empty()) numbers[batch[k]->customer] = customers[k];
      for (uint32_t at = batch[k]->customer; at != kNone; at = other.year(at).next) {
        if (other.year(at).year != 0) add_year(customers[k], other.year(at));
      }
    }
    batch.clear();
  };
  for (const Slot& slot : other.slots_) {
    if (slot.length == 0) continue;
    other.prefetch_year(slot.customer);
    batch.push_back(&slot);
    if (batch.size() == kMost) add_batch();
  }
  add_batch();
  for (Day day = other.days_.begin(); day < other.days_.end(); ++day) {
    const DayTotal& from = *other.days_.find(day);
    if (from.lines == 0 && from.orders == 0) continue;
    DayTotal& into = days_.at(day);
    into.amount += from.amount;
    into.orders += from.orders;
    into.lines += from.lines;
  }
  for (Day day = other.due_.begin(); day < other.due_.end(); ++day) {
    const DueTotal& from = *other.due_.find(day);
    if (from.lines() == 0) continue;
    DueTotal& into = due_.at(day);
    into.on_time += from.on_time;
    into.late += from.late;
    into.open += from.open;
  }
  latest_delivery_ = std::max(latest_delivery_, other.latest_delivery_);
  // What both kept was counted by both.
  for (const OrderSet::Order& order : other.orders_.slots()) {
    if (OrderSet::is_free(order)) continue;
    keep_order(order.id, numbers[order.customer], order.day, true);
  }
}

}  // namespace topline
