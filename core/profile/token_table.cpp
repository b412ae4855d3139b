// SPDX-License-Identifier: Apache-2.0
#include "core/profile/token_table.h"

#include <algorithm>

namespace topline {

TokenTable::TokenTable(uint32_t limit) : limit_(limit), mask_(63), slots_(64) {
  may_be_pinned_[0] = true;  // as which the empty text goes, which is always kept
  Entry empty;
  empty.pinned = true;
  entries_.push_back(empty);
  counts_.push_back(0);
}

uint64_t TokenTable::long_hash(std::string_view text, uint64_t hash) {
  const char* p = text.data() + 16;
  size_t left = text.size() - 16;
  for (; left > 16; p += 16, left -= 16) {
    hash = mix(load8(p) ^ kHashA, load8(p + 8) ^ hash);
  }
  // The last 16 bytes, overlapping what was taken already: no read past the end.
  const char* last = text.data() + text.size() - 16;
  return mix(load8(last) ^ kHashB, load8(last + 8) ^ hash);
}

TokenTable::Key TokenTable::key_of_bounded(std::string_view text) {
  char padded[16] = {};
  if (text.size() >= 16) return key_of(text);
  std::memcpy(padded, text.data(), text.size());
  return key_of(std::string_view(padded, text.size()));
}

std::string_view TokenTable::text(uint32_t code) const {
  const Entry& entry = entries_[code];
  return std::string_view(texts_).substr(entry.begin, entry.length);
}

bool TokenTable::same_text(uint32_t code, std::string_view text) const {
  return this->text(code) == text;
}

uint32_t TokenTable::count(std::string_view text, const Place& place) {
  uint32_t code = kEmpty;
  if (!text.empty()) {
    const Key key = key_of(text);
    code = find(text, key);
    if (code == kNone) code = add(text, key, 0, place);
    if (code == kNone) return code;
  } else if (count_of(kEmpty) == 0) {
    entries_[kEmpty].first = place;
  }
  ++counts_[code];
  return code;
}

uint32_t TokenTable::find(std::string_view text, const Key& key) const {
  for (uint32_t at = static_cast<uint32_t>(key.hash) & mask_;; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (slot.length == 0) return kNone;
    if (slot.length == key.length && slot.first == key.first && slot.second == key.second &&
        (key.length <= 16 || same_text(slot.code, text))) {
      return slot.code;
    }
  }
}

uint32_t TokenTable::find(std::string_view text) const {
  return text.empty() ? kEmpty : find(text, key_of_bounded(text));
}

uint32_t TokenTable::add(std::string_view text, uint64_t times, const Place& place) {
  const uint32_t found = find(text);
  if (found == kNone) return add(text, key_of_bounded(text), times, place);
  Entry& entry = entries_[found];
  counts_[found] += times;
  if (place.known() && (!entry.first.known() || place < entry.first)) entry.first = place;
  return found;
}

void TokenTable::pin(std::string_view text) {
  pins_.emplace_back(text);
  may_be_pinned_[static_cast<unsigned char>(text[0])] = true;
}

bool TokenTable::is_pinned(std::string_view text) const {
  return may_be_pinned_[static_cast<unsigned char>(text[0])] &&
         std::find(pins_.begin(), pins_.end(), text) != pins_.end();
}

uint32_t TokenTable::add(std::string_view text, const Key& key, uint64_t times,
                         const Place& place) {
  const bool pinned = is_pinned(text);
  if (!complete_ && live_ >= limit_ && !pinned) {
    if (key.hash > threshold_) return kNone;
    // Ties of the hash are settled by the text, so that what is kept never depends on order.
    const Entry& top = entries_[heap_.front()];
    if (key.hash == top.hash && text >= this->text(heap_.front())) return kNone;
  }
  const uint32_t code = insert(text, key);
  counts_[code] = times;
  entries_[code].first = place;
  entries_[code].pinned = pinned;
  if (pinned) {
    --live_;
  } else if (complete_) {
    if (live_ > limit_) set_incomplete();
  } else {
    heap_.push_back(code);
    std::push_heap(heap_.begin(), heap_.end(),
                   [this](uint32_t a, uint32_t b) { return higher(a, b); });
  }
  while (live_ > limit_) {
    std::pop_heap(heap_.begin(), heap_.end(),
                  [this](uint32_t a, uint32_t b) { return higher(a, b); });
    const uint32_t out = heap_.back();
    heap_.pop_back();
    remove_slot(out);
    entries_[out].gone = true;
    forget(out);
    --live_;
    threshold_ = entries_[heap_.front()].hash;
  }
  return entries_[code].gone ? kNone : code;
}

bool TokenTable::higher(uint32_t a, uint32_t b) const {
  return entries_[a].hash != entries_[b].hash ? entries_[a].hash < entries_[b].hash
                                              : text(a) < text(b);
}

void TokenTable::set_incomplete() {
  if (!complete_) return;
  complete_ = false;
  for (uint32_t code = 0; code < size(); ++code) {
    if (!entries_[code].pinned && !entries_[code].gone) heap_.push_back(code);
  }
  std::make_heap(heap_.begin(), heap_.end(),
                 [this](uint32_t a, uint32_t b) { return higher(a, b); });
}

uint32_t TokenTable::insert(std::string_view text, const Key& key) {
  const uint32_t code = size();
  Entry& entry = entries_.emplace_back();
  counts_.push_back(0);
  entry.begin = texts_.size();
  texts_.append(text);
  entry.hash = key.hash;
  entry.length = key.length;
  ++live_;
  if (live_ * 4 > mask_) rehash((mask_ + 1) * 2);
  for (uint32_t at = static_cast<uint32_t>(key.hash) & mask_;; at = (at + 1) & mask_) {
    if (slots_[at].length == 0) {
      slots_[at] = {key.first, key.second, key.length, code};
      return code;
    }
  }
}

void TokenTable::rehash(uint32_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  mask_ = slots - 1;
  for (const Slot& slot : old) {
    if (slot.length == 0) continue;
    uint32_t at = static_cast<uint32_t>(entries_[slot.code].hash) & mask_;
    while (slots_[at].length != 0) at = (at + 1) & mask_;
    slots_[at] = slot;
  }
}

void TokenTable::remove_slot(uint32_t code) {
  uint32_t at = static_cast<uint32_t>(entries_[code].hash) & mask_;
  while (slots_[at].length == 0 || slots_[at].code != code) at = (at + 1) & mask_;
  // Backward-shift deletion keeps probe sequences unbroken (Knuth, TAOCP 3, 6.4, algorithm R).
  uint32_t hole = at;
  for (uint32_t next = (hole + 1) & mask_; slots_[next].length != 0; next = (next + 1) & mask_) {
    const uint32_t home = static_cast<uint32_t>(entries_[slots_[next].code].hash) & mask_;
    if (((next - home) & mask_) >= ((next - hole) & mask_)) {
      slots_[hole] = slots_[next];
      hole = next;
    }
  }
  slots_[hole] = Slot{};
}

uint64_t TokenTable::distinct() const {
  uint64_t counted = 0;
  for (uint32_t code = 0; code < size(); ++code) counted += kept(code) && count_of(code) != 0;
  if (complete_ || heap_.size() < 2) return counted;
  // Hashes are spread evenly over 64 bits: the k-th lowest of d tells d.
  const double share = static_cast<double>(entries_[heap_.front()].hash) / 18446744073709551616.0;
  return static_cast<uint64_t>(static_cast<double>(heap_.size() - 1) / share);
}

std::vector<uint32_t> TokenTable::sorted() const {
  std::vector<uint32_t> codes;
  for (uint32_t code = 0; code < size(); ++code) {
    if (!entries_[code].gone) codes.push_back(code);
  }
  std::sort(codes.begin(), codes.end(),
            [this](uint32_t a, uint32_t b) { return text(a) < text(b); });
  return codes;
}

}  // namespace topline
