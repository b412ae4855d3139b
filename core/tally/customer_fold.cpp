// SPDX-License-Identifier: Apache-2.0
#include "core/tally/customer_fold.h"

#include <algorithm>
#include <cstring>

#include "core/base/load8.h"

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

void add_to(CustomerYear& into, const CustomerYear& from) {
  into.amount += from.amount;
  into.orders += from.orders;
  into.months = static_cast<uint16_t>(into.months | from.months);
  into.first = std::min(into.first, from.first);
  into.last = std::max(into.last, from.last);
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

CustomerFold::Key CustomerFold::key_of(const Slot& slot) {
  const uint64_t hash =
      slot.length > 16 ? slot.first : hash_short(slot.first, slot.second, slot.length);
  return {slot.first, slot.second, hash, slot.length};
}

CustomerFold::Shard& CustomerFold::shard_of(const Key& key) {
  if (shards_.empty()) {
    shards_.resize(kShards);
    for (uint32_t k = 0; k < kShards; ++k) shards_[k].base = k << kShardShift;
  }
  return shards_[key.hash >> 56];  // the slots go by the low bits
}

size_t CustomerFold::customers() const {
  size_t count = 0;
  for (const Shard& shard : shards_) count += shard.live;
  return count;
}

std::string_view CustomerFold::Shard::text(const Slot& slot) const {
  if (slot.length > 16) return std::string_view(texts).substr(slot.second, slot.length);
  return {reinterpret_cast<const char*>(&slot.first), slot.length};
}

uint32_t CustomerFold::Shard::find_or_add(std::string_view text, const Key& key) {
  if ((live + 1) * 5 > slots.size() * 3) rehash(std::max<size_t>(16, slots.size() * 2));
  const size_t mask = slots.size() - 1;
  for (size_t at = key.hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots[at];
    if (slot.length == key.length && slot.first == key.first &&
        (key.length > 16 ? this->text(slot) == text : slot.second == key.second)) {
      return slot.customer;
    }
    if (slot.length != 0) continue;
    slot.first = key.first;
    slot.second = key.second;
    if (key.length > 16) {
      slot.second = texts.size();
      texts.append(text);
    }
    slot.length = key.length;
    ++live;
    return slot.customer = new_year();
  }
}

uint32_t CustomerFold::customer(std::string_view text) {
  char padded[16] = {};
  Key key;
  if (text.size() > 16) {
    key = key_of(text);
  } else {
    std::memcpy(padded, text.data(), text.size());
    key = key_of(std::string_view(padded, text.size()));
  }
  return shard_of(key).find_or_add(text, key);
}

void CustomerFold::Shard::rehash(size_t count) {
  std::vector<Slot> old(count);
  old.swap(slots);
  const size_t mask = count - 1;
  for (const Slot& slot : old) {
    if (slot.length == 0) continue;
    size_t at = key_of(slot).hash & mask;
    while (slots[at].length != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
}

uint32_t CustomerFold::Shard::new_year() {
  years.emplace_back();
  return base | static_cast<uint32_t>(years.size() - 1);
}

// A customer's first record is its number and stays in front; later ones go right behind it, so
// that in a table in the order of time the latest year is found soon. A year of 0 is none yet.
CustomerYear& CustomerFold::Shard::year_of(uint32_t customer, uint16_t of, uint16_t day_of_year) {
  CustomerYear& front = year(customer);
  if (front.year == of) return front;
  if (front.year == 0) {
    front.year = of;
    front.first = front.last = day_of_year;
    return front;
  }
  for (uint32_t at = front.next; at != kNone;) {
    CustomerYear& found = year(at);
    if (found.year == of) return found;
    at = found.next;
  }
  const uint32_t number = new_year();
  CustomerYear& added = year(number);
  added.year = of;
  added.first = added.last = day_of_year;
  CustomerYear& again = year(customer);
  added.next = again.next;
  again.next = number;
  return added;
}

void CustomerFold::add(const Line* lines, size_t count) {
  for (size_t k = 0; k < count; ++k) {
    const Line& line = lines[k];
    DayTotal& day = days_.at(line.day);
    day.amount += line.amount;
    day.orders += line.purchase;
    ++day.lines;
    const Key key = key_of(line.customer);
    Shard& shard = shard_of(key);
    const auto amount = static_cast<int64_t>(line.amount);
    if (key.length > 16 || amount != line.amount) {
      CustomerYear year{line.amount,
                        line.purchase,
                        kNone,
                        line.year,
                        static_cast<uint16_t>(1u << line.month),
                        line.day_of_year,
                        line.day_of_year};
      add_year(shard.find_or_add(line.customer, key), year);
      continue;
    }
    Waiting waiting;
    waiting.first = key.first;
    waiting.second = key.second;
    waiting.amount = amount;
    waiting.year = line.year;
    waiting.day_of_year = line.day_of_year;
    waiting.month = static_cast<uint8_t>(line.month);
    waiting.length = static_cast<uint8_t>(key.length);
    waiting.purchase = line.purchase;
    shard.waiting.push_back(waiting);
    // Where the shard's next rows go: 256 of these places are too many for the first-level cache.
    __builtin_prefetch(shard.waiting.data() + shard.waiting.size() + 2, 1);
    if (shard.waiting.size() == kMostWaiting) shard.count_waiting();
  }
}

void CustomerFold::flush() {
  for (Shard& shard : shards_) {
    shard.count_waiting();
    shard.waiting = {};
  }
}

// In goes, each of which leaves the memory that the next one needs time to arrive.
void CustomerFold::Shard::count_waiting() {
  uint32_t customers[kMost];
  uint64_t hashes[kMost];
  for (size_t from = 0; from < waiting.size(); from += kMost) {
    const Waiting* const rows = waiting.data() + from;
    const size_t count = std::min(kMost, waiting.size() - from);
    for (size_t k = 0; k < count; ++k) {
      hashes[k] = hash_short(rows[k].first, rows[k].second, rows[k].length);
      if (!slots.empty()) __builtin_prefetch(&slots[hashes[k] & (slots.size() - 1)], 1);
    }
    for (size_t k = 0; k < count; ++k) {
      customers[k] = find_or_add({}, {rows[k].first, rows[k].second, hashes[k], rows[k].length});
      prefetch(customers[k]);
    }
    for (size_t k = 0; k < count; ++k) {
      const CustomerYear& front = year(customers[k]);
      if (front.year != rows[k].year) prefetch(front.next);
    }
    for (size_t k = 0; k < count; ++k) {
      const Waiting& row = rows[k];
      CustomerYear& into = year_of(customers[k], row.year, row.day_of_year);
      into.amount += row.amount;
      into.orders += row.purchase;
      into.months = static_cast<uint16_t>(into.months | 1u << row.month);
      into.first = std::min(into.first, row.day_of_year);
      into.last = std::max(into.last, row.day_of_year);
    }
  }
  waiting.clear();
}

void CustomerFold::change_orders(uint32_t customer, Day day, uint32_t by) {
  const auto year = static_cast<uint16_t>(civil(day).year);
  const auto day_of_year = static_cast<uint16_t>(day - day_number(year, 1, 1));
  shards_[customer >> kShardShift].year_of(customer, year, day_of_year).orders += by;
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
  add_to(shards_[customer >> kShardShift].year_of(customer, from.year, from.first), from);
}

// `numbers` becomes our numbers by those of the other's years, where they are asked for.
void CustomerFold::Shard::merge(const Shard& other, std::vector<uint32_t>* numbers) {
  // Both tables stand in the order of their hashes: filling a smaller one in the order of a larger
  // one would make long runs.
  if (slots.size() < other.slots.size()) rehash(other.slots.size());
  if (numbers != nullptr) numbers->resize(other.years.size());
  warm();
  other.warm();
  for (const Slot& slot : other.slots) {
    if (slot.length == 0) continue;
    const uint32_t customer = find_or_add(other.text(slot), key_of(slot));
    if (numbers != nullptr) (*numbers)[slot.customer & kLocal] = customer;
    for (uint32_t at = slot.customer; at != kNone; at = other.year(at).next) {
      const CustomerYear& from = other.year(at);
      if (from.year != 0) add_to(year_of(customer, from.year, from.first), from);
    }
  }
}

void CustomerFold::merge(CustomerFold other) {
  flush();
  other.flush();
  if (shards_.empty()) shards_.swap(other.shards_);
  std::vector<std::vector<uint32_t>> numbers(kShards);
  for (size_t k = 0; k < other.shards_.size(); ++k) {
    shards_[k].merge(other.shards_[k], other.orders_.size() == 0 ? nullptr : &numbers[k]);
  }
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
  // What both kept was counted by both. Where nothing was ours the numbers are theirs still.
  for (const OrderSet::Order& order : other.orders_.slots()) {
    if (OrderSet::is_free(order)) continue;
    const std::vector<uint32_t>& known = numbers[order.customer >> kShardShift];
    const uint32_t customer = known.empty() ? order.customer : known[order.customer & kLocal];
    keep_order(order.id, customer, order.day, true);
  }
}

}  // namespace topline
