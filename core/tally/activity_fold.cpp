// SPDX-License-Identifier: Apache-2.0
#include "core/tally/activity_fold.h"

#include <algorithm>
#include <numeric>

#include "core/base/hash.h"
#include "core/base/text.h"

namespace topline {
namespace {

// A cell, two slots for it, and what a vector keeps in reserve.
constexpr uint64_t kCellBytes = 48;
// An entry of a TokenTable with its slots.
constexpr uint64_t kTextBytes = 96;

uint64_t hash_of(const ActivityFold::Cell& cell) {
  return mix(cell.user ^ kHashA,
             (uint64_t{static_cast<uint32_t>(cell.day)} << 32 | cell.feature) ^ kHashB);
}

bool same_key(const ActivityFold::Cell& a, const ActivityFold::Cell& b) {
  return a.user == b.user && a.day == b.day && a.feature == b.feature;
}

std::vector<uint32_t> ranks_of(const TokenTable& texts) {
  std::vector<uint32_t> ranks(texts.size());
  const std::vector<uint32_t> sorted = texts.sorted();
  for (uint32_t rank = 0; rank < sorted.size(); ++rank) ranks[sorted[rank]] = rank;
  return ranks;
}

}  // namespace

uint32_t ActivityFold::intern(TokenTable& texts, std::string_view text) {
  const uint32_t before = texts.size();
  const uint32_t code = texts.add(text, 1, {});
  if (texts.size() != before) text_bytes_ += text.size();
  return code;
}

void ActivityFold::add(std::string_view user, Day day, std::string_view feature, uint64_t events) {
  if (over_limit || events == 0) return;
  const uint32_t user_code = intern(users_, trim(user));
  add({user_code, day, intern(features_, trim(feature)), events});
}

void ActivityFold::add(const Cell& cell) {
  if (cells_.size() * 2 >= slots_.size()) grow();
  latest_ = std::max(latest_, cell.day);
  const size_t mask = slots_.size() - 1;
  size_t slot = hash_of(cell) & mask;
  for (; slots_[slot] != kFree; slot = (slot + 1) & mask) {
    Cell& here = cells_[slots_[slot]];
    if (!same_key(here, cell)) continue;
    here.events = cell.events > UINT64_MAX - here.events ? UINT64_MAX : here.events + cell.events;
    return;
  }
  slots_[slot] = static_cast<uint32_t>(cells_.size());
  cells_.push_back(cell);
  if (bytes() > limit) set_over_limit();
}

void ActivityFold::grow() {
  slots_.assign(std::max<size_t>(64, slots_.size() * 2), kFree);
  const size_t mask = slots_.size() - 1;
  for (uint32_t index = 0; index < cells_.size(); ++index) {
    size_t slot = hash_of(cells_[index]) & mask;
    while (slots_[slot] != kFree) slot = (slot + 1) & mask;
    slots_[slot] = index;
  }
}

void ActivityFold::merge(const ActivityFold& other) {
  if (other.over_limit) set_over_limit();
  for (const Cell& cell : other.cells_) {
    add(other.users_.text(cell.user), cell.day, other.features_.text(cell.feature), cell.events);
  }
}

uint64_t ActivityFold::bytes() const {
  return cells_.size() * kCellBytes + (users_.size() + features_.size()) * kTextBytes + text_bytes_;
}

void ActivityFold::set_over_limit() {
  const uint64_t kept_limit = limit;
  *this = {};
  limit = kept_limit;
  over_limit = true;
}

std::vector<uint32_t> ActivityFold::canonical_order() const {
  const std::vector<uint32_t> users = ranks_of(users_), features = ranks_of(features_);
  std::vector<uint32_t> order(cells_.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Cell &x = cells_[a], &y = cells_[b];
    if (x.user != y.user) return users[x.user] < users[y.user];
    if (x.day != y.day) return x.day < y.day;
    return features[x.feature] < features[y.feature];
  });
  return order;
}

}  // namespace topline
