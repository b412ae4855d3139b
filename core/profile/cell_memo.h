// SPDX-License-Identifier: Apache-2.0
#pragma once

// The codes of cells met lately, by their bytes as they stand in the input: most cells of a survey
// need no hash that decides what is kept, and no quotes taken off. A cell of any length up to the
// memo's takes the same steps, so that nothing has to be guessed.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "core/ingest/record_block.h"

namespace topline {

/// For cells of up to 8 * Words bytes.
template <size_t Words>
class CellMemo {
 public:
  static constexpr size_t kLongest = 8 * Words;

  struct Slot {
    std::array<uint64_t, Words> words = {};  ///< zero-padded
    uint32_t size = UINT32_MAX;              ///< UINT32_MAX: free
    uint32_t code = 0;
  };

  /// Null until something is to be remembered.
  const Slot* slots() const { return slots_.data(); }
  bool empty() const { return slots_.empty(); }

  /// The code of a cell, or null. REQUIRES: cell.size <= kLongest; `slots` are slots().
  static const uint32_t* find(const Slot* slots, const RawCell& cell) {
    const Bytes bytes = bytes_of(cell);
    const Slot& slot = slots[bytes.place];
    if (same(slot, bytes, cell.size)) return &slot.code;
    const Slot& other = slots[bytes.place ^ 1];
    return same(other, bytes, cell.size) ? &other.code : nullptr;
  }

  /// REQUIRES: cell.size <= kLongest. What was remembered in its place is forgotten.
  void remember(const RawCell& cell, uint32_t code) {
    if (slots_.empty()) slots_.resize(kPlaces);
    const Bytes bytes = bytes_of(cell);
    Slot& slot = slots_[bytes.place];
    if (slot.size != UINT32_MAX) slots_[bytes.place ^ 1] = slot;
    slot = {bytes.words, static_cast<uint32_t>(cell.size), code};
  }
  void forget(uint32_t code) {
    for (Slot& slot : slots_) {
      if (slot.code == code) slot = {};
    }
  }

 private:
  static constexpr uint32_t kPlaceBits = 9;
  static constexpr size_t kPlaces = size_t{1} << kPlaceBits;

  struct Bytes {
    std::array<uint64_t, Words> words;
    size_t place;
  };
  /// kLongest bytes from kLongest - n on keep the first n bytes of a cell.
  struct Masks {
    uint8_t bytes[2 * kLongest] = {};
    constexpr Masks() {
      for (size_t k = 0; k < kLongest; ++k) bytes[k] = 0xff;
    }
  };
  static constexpr Masks kMasks = {};

  static Bytes bytes_of(const RawCell& cell) {
    Bytes bytes;
    std::array<uint64_t, Words> masks;
    std::memcpy(bytes.words.data(), cell.begin, kLongest);
    std::memcpy(masks.data(), kMasks.bytes + kLongest - cell.size, kLongest);
    for (size_t k = 0; k < Words; ++k) bytes.words[k] &= masks[k];
    uint64_t sum = bytes.words[0];
    for (size_t k = 1; k < std::min<size_t>(Words, 4); ++k) sum += bytes.words[k] << k;
    bytes.place = sum * kGolden >> (64 - kPlaceBits);
    return bytes;
  }
  static bool same(const Slot& slot, const Bytes& bytes, size_t size) {
    uint64_t differs = slot.size ^ static_cast<uint32_t>(size);
    for (size_t k = 0; k < Words; ++k) differs |= slot.words[k] ^ bytes.words[k];
    return differs == 0;
  }
  /// Spreads neighbouring numbers evenly (Knuth, TAOCP 3, 6.4: Fibonacci hashing).
  static constexpr uint64_t kGolden = 0x9e3779b97f4a7c15u;

  std::vector<Slot> slots_;
};

}  // namespace topline
