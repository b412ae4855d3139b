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

/// For cells of fewer than 8 * Words bytes.
template <size_t Words>
class CellMemo {
 public:
  static constexpr size_t kLongest = RawKey<Words>::kLongest;
  static constexpr uint32_t kPlaceBits = 9;
  static constexpr size_t kPlaces = size_t{1} << kPlaceBits;

  /// Null until something is remembered. The keys of all places, Words words each; then their codes,
  /// a word each.
  const uint64_t* slots() const { return slots_.data(); }
  static constexpr size_t code_at(size_t place) { return kPlaces * Words + place; }

  /// What stood in the cell's place moves on to the one beside it. REQUIRES: the cell is no longer
  /// than kLongest, and 8 * Words bytes are readable from its first on.
  void remember(const RawCell& cell, uint32_t code) {
    if (slots_.empty()) {
      slots_ = AlignedWords(kPlaces * (Words + 1));
      for (size_t place = 0; place < kPlaces; ++place) free(place);
    }
    const RawKey<Words> key(cell.begin, cell.size);
    const size_t place = key.template place<kPlaceBits>();
    uint64_t* const to = this->key(place);
    if (to[Words - 1] != kFree) {
      std::copy_n(to, Words, this->key(place ^ 1));
      slots_.data()[code_at(place ^ 1)] = slots_.data()[code_at(place)];
    }
    std::copy(key.words.begin(), key.words.end(), to);
    slots_.data()[code_at(place)] = code;
  }
  void forget(uint32_t code) {
    if (slots_.empty()) return;
    for (size_t place = 0; place < kPlaces; ++place) {
      if (slots_.data()[code_at(place)] == code) free(place);
    }
  }
  void clear() { slots_ = {}; }

 private:
  static constexpr uint64_t kFree = ~uint64_t{0};  ///< no key has a last byte of 255

  uint64_t* key(size_t place) { return slots_.data() + place * Words; }
  void free(size_t place) { key(place)[Words - 1] = kFree; }

  AlignedWords slots_;
};

}  // namespace topline
