// SPDX-License-Identifier: Apache-2.0
#include "core/tally/group_counts.h"

#include <algorithm>

#include "core/base/hash.h"

namespace topline {

GroupCounts::GroupCounts(size_t questions, bool weighted)
    : weighted_(weighted), slots_(64), stride_(questions, 32), n_(questions), weights_(questions) {}

uint32_t GroupCounts::find_or_add(const Key& key, uint64_t packed) {
  const auto home = [this](uint64_t value) {
    return static_cast<size_t>(mix(value ^ kHashA, kHashB)) & (slots_.size() - 1);
  };
  size_t at = home(packed);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (cells_[slots_[at] - 1] == key) {
      last_packed_ = packed;
      return last_cell_ = slots_[at] - 1;
    }
  }
  const auto cell = static_cast<uint32_t>(cells_.size());
  cells_.push_back(key);
  slots_[at] = cell + 1;
  for (size_t question = 0; question < stride_.size(); ++question) {
    n_[question].resize(cells_.size() * stride_[question]);
    if (weighted_) weights_[question].resize(cells_.size() * stride_[question]);
  }
  if (cells_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, 0);
    for (uint32_t i = 0; i < cells_.size(); ++i) {
      size_t slot = home(pack(cells_[i]));
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = i + 1;
    }
  }
  last_packed_ = packed;
  return last_cell_ = cell;
}

void GroupCounts::widen(size_t question, uint32_t code) {
  const uint32_t old_stride = stride_[question];
  uint32_t stride = old_stride;
  while (stride <= code) stride *= 2;
  const auto relay = [&](auto& values) {
    std::remove_reference_t<decltype(values)> wide(cells_.size() * stride);
    for (size_t cell = 0; cell < cells_.size(); ++cell) {
      std::copy_n(values.begin() + static_cast<ptrdiff_t>(cell * old_stride), old_stride,
                  wide.begin() + static_cast<ptrdiff_t>(cell * stride));
    }
    values = std::move(wide);
  };
  relay(n_[question]);
  if (weighted_) relay(weights_[question]);
  stride_[question] = stride;
}

bool GroupCounts::add(uint32_t cell, size_t question, uint32_t code, const Count& count) {
  if (code >= stride_[question]) widen(question, code);
  const size_t at = size_t{cell} * stride_[question] + code;
  n_[question][at] += count.n;
  if (!weighted_) return true;
  Weights& weights = weights_[question][at];
  const auto sum = checked_add(weights.sum, count.weight);
  const auto squares = checked_add(weights.squares, count.weight_squared);
  if (!sum || !squares) return false;
  weights = {*sum, *squares};
  return true;
}

void GroupCounts::take_away(uint32_t cell, size_t question, uint32_t code, Int128 weight) {
  const size_t at = size_t{cell} * stride_[question] + code;
  --n_[question][at];
  if (!weighted_) return;
  weights_[question][at].sum -= weight;
  weights_[question][at].squares -= weight * weight;
}

Count GroupCounts::at(uint32_t cell, size_t question, uint32_t code) const {
  const size_t at = size_t{cell} * stride_[question] + code;
  Count count{n_[question][at]};
  if (weighted_) {
    count.weight = weights_[question][at].sum;
    count.weight_squared = weights_[question][at].squares;
  }
  return count;
}

}  // namespace topline
