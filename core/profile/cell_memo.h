// SPDX-License-Identifier: Apache-2.0
#pragma once

// The codes of cells met lately, by their bytes as they stand in the input: most cells of a survey
// need no hash that decides what is kept, and no quotes taken off. known_rows.h looks them up.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/ingest/record_block.h"
#include "core/profile/raw_key.h"

namespace topline {

/// For cells of fewer than 8 * Words bytes. A slot is the key's words and the code.
template <size_t Words>
class CellMemo {
 public:
  static constexpr size_t kLongest = RawKey<Words>::kLongest;
  static constexpr uint32_t kPlaceBits = 9;
  static constexpr size_t kSlotWords = Words + 1;

  /// Null until something is remembered.
  const uint64_t* slots() const { return slots_.data(); }

  /// What stood in the cell's place moves on to the one beside it. REQUIRES: the cell is no longer
  /// than kLongest, and 8 * Words bytes are readable from its first on.
  void remember(const RawCell& cell, uint32_t code) {
    if (slots_.empty()) {
      slots_.resize(kPlaces * kSlotWords);
      for (size_t place = 0; place < kPlaces; ++place) free(slot(place));
    }
    const RawKey<Words> key(cell.begin, cell.size);
    const size_t place = key.template place<kPlaceBits>();
    uint64_t* const to = slot(place);
    if (to[Words - 1] != kFree) std::copy_n(to, kSlotWords, slot(place ^ 1));
    std::copy(key.words.begin(), key.words.end(), to);
    to[Words] = code;
  }
  void forget(uint32_t code) {
    for (size_t place = 0; place * kSlotWords < slots_.size(); ++place) {
      if (slot(place)[Words] == code) free(slot(place));
    }
  }
  void clear() { slots_ = {}; }

 private:
  static constexpr size_t kPlaces = size_t{1} << kPlaceBits;
  static constexpr uint64_t kFree = ~uint64_t{0};  ///< no key has a last byte of 255

  uint64_t* slot(size_t place) { return slots_.data() + place * kSlotWords; }
  static void free(uint64_t* slot) { slot[Words - 1] = kFree; }

  std::vector<uint64_t> slots_;
};

}  // namespace topline
