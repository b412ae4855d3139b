// SPDX-License-Identifier: Apache-2.0
#include "core/tally/group_counts.h"

#include <algorithm>

#include "core/base/hash.h"

namespace topline {

GroupCounts::GroupCounts(size_t questions, bool weighted)
    : weighted_(weighted), slots_(64), stride_(questions, 16), offset_(questions) {
  for (size_t question = 0; question < questions; ++question) {
    offset_[question] = width_;
    width_ += stride_[question];
  }
}

uint32_t GroupCounts::find_or_add(const Key& key, uint64_t packed) {
  const auto home = [this](uint64_t value) {
    return static_cast<size_t>(mix(value ^ kHashA, kHashB)) & (slots_.size() - 1);
  };
  size_t at = home(packed);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (cells_[slots_[at] - 1] == key) break;
  }
  Recent& recent = recent_[(packed >> 42 ^ packed >> 15 ^ packed) % kRecent];
  if (slots_[at] != 0) {
    recent = {packed, slots_[at] - 1};
    return recent.cell;
  }
  const auto cell = static_cast<uint32_t>(cells_.size());
  cells_.push_back(key);
  slots_[at] = cell + 1;
  n_.resize(cells_.size() * width_);
  if (weighted_) weights_.resize(cells_.size() * width_);
  if (cells_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, 0);
    for (uint32_t i = 0; i < cells_.size(); ++i) {
      size_t slot = home(pack(cells_[i]));
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = i + 1;
    }
  }
  recent = {packed, cell};
  return cell;
}

void GroupCounts::widen(size_t question, uint32_t code) {
  std::vector<uint32_t> strides = stride_;
  while (strides[question] <= code) strides[question] *= 2;
  const size_t width = width_ - stride_[question] + strides[question];
  std::vector<size_t> offsets(strides.size());
  for (size_t q = 1; q < strides.size(); ++q) offsets[q] = offsets[q - 1] + strides[q - 1];
  const auto relay = [&](auto& values) {
    std::remove_reference_t<decltype(values)> wide(cells_.size() * width);
    for (size_t cell = 0; cell < cells_.size(); ++cell) {
      for (size_t q = 0; q < strides.size(); ++q) {
        std::copy_n(values.begin() + static_cast<ptrdiff_t>(cell * width_ + offset_[q]), stride_[q],
                    wide.begin() + static_cast<ptrdiff_t>(cell * width + offsets[q]));
      }
    }
    values = std::move(wide);
  };
  relay(n_);
  if (weighted_) relay(weights_);
  stride_ = std::move(strides);
  offset_ = std::move(offsets);
  width_ = width;
}

void GroupCounts::count_question(size_t question, const std::vector<uint32_t>& cells,
                                 const uint32_t* codes) {
  const size_t count = cells.size();
  for (size_t k = 0; k < count; ++k) {
    uint64_t* const counts = n_.data() + offset_[question];
    const size_t width = width_;
    const uint32_t stride = stride_[question];
    for (; k < count && codes[k] < stride; ++k) ++counts[cells[k] * width + codes[k]];
    if (k == count || codes[k] == UINT32_MAX) continue;
    widen(question, codes[k]);
    ++n_[index(cells[k], question, codes[k])];
  }
}

bool GroupCounts::add(uint32_t cell, size_t question, uint32_t code, const Count& count) {
  if (code >= stride_[question]) widen(question, code);
  const size_t at = index(cell, question, code);
  n_[at] += count.n;
  if (!weighted_) return true;
  Weights& weights = weights_[at];
  const auto sum = checked_add(weights.sum, count.weight);
  const auto squares = checked_add(weights.squares, count.weight_squared);
  if (!sum || !squares) return false;
  weights = {*sum, *squares};
  return true;
}

void GroupCounts::take_away(uint32_t cell, size_t question, uint32_t code, Int128 weight) {
  const size_t at = index(cell, question, code);
  --n_[at];
  if (!weighted_) return;
  weights_[at].sum -= weight;
  weights_[at].squares -= weight * weight;
}

Count GroupCounts::at(uint32_t cell, size_t question, uint32_t code) const {
  const size_t at = index(cell, question, code);
  Count count{n_[at]};
  if (weighted_) {
    count.weight = weights_[at].sum;
    count.weight_squared = weights_[at].squares;
  }
  return count;
}

}  // namespace topline
