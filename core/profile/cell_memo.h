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

/// For cells of fewer than 8 * Words bytes. REQUIRES, wherever a cell is given: it is as short, and
/// 8 * Words bytes are readable from its first on.
template <size_t Words>
class CellMemo {
 public:
  static constexpr size_t kLongest = 8 * Words - 1;

  struct Slot {
    /// The cell's bytes, zero-padded, and its size in the last byte; ~0 where free.
    std::array<uint64_t, Words> words;
    uint64_t code;
    constexpr Slot() : words(), code(0) { words[Words - 1] = ~uint64_t{0}; }
    bool is_free() const { return words[Words - 1] == ~uint64_t{0}; }
  };

  /// Null until something is remembered.
  const Slot* slots() const { return slots_.data(); }

  /// Where the cell is remembered, or null. REQUIRES: `slots` are slots(), not null.
  static const Slot* find(const Slot* slots, const RawCell& cell) {
    const size_t place = place_of(cell);
    if (__builtin_expect(same(slots[place], cell), true)) return slots + place;
    return same(slots[place ^ 1], cell) ? slots + (place ^ 1) : nullptr;
  }
  /// What stood in the cell's place moves on to the one beside it.
  void remember(const RawCell& cell, uint32_t code) {
    if (slots_.empty()) slots_.resize(kPlaces);
    const size_t place = place_of(cell);
    Slot& slot = slots_[place];
    if (!slot.is_free()) slots_[place ^ 1] = slot;
    for (size_t k = 0; k < Words; ++k) slot.words[k] = word(cell, k);
    slot.code = code;
  }
  void forget(uint32_t code) {
    for (Slot& slot : slots_) {
      if (slot.code == code) slot = {};
    }
  }
  void clear() { slots_ = {}; }

 private:
  static constexpr uint32_t kPlaceBits = 9;
  static constexpr size_t kPlaces = size_t{1} << kPlaceBits;
  /// Spreads neighbouring numbers evenly (Knuth, TAOCP 3, 6.4: Fibonacci hashing).
  static constexpr uint64_t kGolden = 0x9e3779b97f4a7c15u;

  /// 8 * Words bytes from 8 * Words - n on keep the first n bytes of a cell.
  struct Masks {
    uint8_t bytes[16 * Words] = {};
    constexpr Masks() {
      for (size_t k = 0; k < 8 * Words; ++k) bytes[k] = 0xff;
    }
  };
  static constexpr Masks kMasks = {};

  static uint64_t load(const void* bytes, size_t k) {
    uint64_t word;
    std::memcpy(&word, static_cast<const char*>(bytes) + 8 * k, sizeof word);
    return word;
  }
  static uint64_t word(const RawCell& cell, size_t k) {
    const uint64_t kept = load(cell.begin, k) & load(kMasks.bytes + 8 * Words - cell.size, k);
    return k + 1 < Words ? kept : kept + (uint64_t{cell.size} << 56);
  }
  static size_t place_of(const RawCell& cell) {
    uint64_t sum = 0;
    for (size_t k = 0; k < std::min<size_t>(Words, 3); ++k) sum += word(cell, k) << k;
    return sum * kGolden >> (64 - kPlaceBits);
  }
  static bool same(const Slot& slot, const RawCell& cell) {
    uint64_t differs = 0;
    for (size_t k = 0; k < Words; ++k) differs |= slot.words[k] ^ word(cell, k);
    return differs == 0;
  }

  std::vector<Slot> slots_;
};

}  // namespace topline
