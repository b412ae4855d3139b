// SPDX-License-Identifier: Apache-2.0
#pragma once

// A few bytes of the input as a key to look up: zero-padded to words of 8 bytes, the size in the last
// byte. Keys of any size up to the longest take the same steps, so that nothing has to be guessed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "core/ingest/lanes.h"

namespace topline {

/// Words at the start of a cache line: keys of 2, 4 and 8 words that follow one another there lie in one
/// line each.
class AlignedWords {
 public:
  AlignedWords() = default;
  explicit AlignedWords(size_t words) : lines_((words + 7) / 8) {}
  bool empty() const { return lines_.empty(); }
  uint64_t* data() { return lines_.empty() ? nullptr : lines_[0].words; }
  const uint64_t* data() const { return lines_.empty() ? nullptr : lines_[0].words; }

 private:
  struct alignas(64) Line {
    uint64_t words[8] = {};
  };
  std::vector<Line> lines_;
};

/// Where a key of 2^Bits places is looked for first, by its words folded to two (Knuth, TAOCP 3, 6.4:
/// Fibonacci hashing).
template <uint32_t Bits>
TOPLINE_INLINE size_t key_place(uint64_t even, uint64_t odd) {
  return (even + (odd << 1)) * 0x9e3779b97f4a7c15u >> (64 - Bits);
}

/// A key of fewer than 8 * Words bytes, for any processor. raw_key_avx512.h has one that is equal to
/// it in all but speed.
template <size_t Words>
struct RawKey {
  static constexpr size_t kWords = Words;
  static constexpr size_t kLongest = 8 * Words - 1;

  std::array<uint64_t, Words> words = {};

  RawKey() = default;
  /// REQUIRES: size <= kLongest, and 8 * Words bytes are readable from `begin` on.
  RawKey(const char* begin, size_t size) {
    for (size_t k = 0; k < Words; ++k) {
      words[k] = load(begin, k) & load(kMasks.bytes + 8 * Words - size, k);
    }
    words[Words - 1] += uint64_t{size} << 56;
  }

  bool is(const uint64_t* other) const {
    uint64_t differs = 0;
    for (size_t k = 0; k < Words; ++k) differs |= words[k] ^ other[k];
    return differs == 0;
  }
  template <uint32_t Bits>
  size_t place() const {
    uint64_t folded[2] = {};
    for (size_t k = 0; k < Words; ++k) folded[k % 2] ^= words[k];
    return key_place<Bits>(folded[0], folded[1]);
  }

 private:
  /// 8 * Words bytes from 8 * Words - n on keep the first n bytes.
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
};

}  // namespace topline
