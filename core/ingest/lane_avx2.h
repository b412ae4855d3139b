// SPDX-License-Identifier: Apache-2.0
#pragma once

// AVX2 with BMI and the carry-less multiply: processors since 2013 (Intel) and 2015 (AMD). The
// including source defines TOPLINE_TARGET for them (see lanes.h).

#include <immintrin.h>

#include <cstdint>

#include "core/ingest/lanes.h"

namespace topline {

/// For each byte value the indices of its set bits, lowest first.
struct BitTable {
  alignas(64) uint8_t bits[256][8];
  constexpr BitTable() : bits() {
    for (int byte = 0; byte < 256; ++byte) {
      int count = 0;
      for (int bit = 0; bit < 8; ++bit) {
        if ((byte >> bit & 1) != 0) bits[byte][count++] = static_cast<uint8_t>(bit);
      }
    }
  }
};
inline constexpr BitTable kBitTable;

struct Avx2Lane {
  using Byte = __m256i;
  struct Block {
    __m256i low, high;
  };
  struct Seen {
    __m256i bits;
    TOPLINE_TARGET __attribute__((always_inline)) inline Seen() : bits(_mm256_setzero_si256()) {}
    TOPLINE_TARGET __attribute__((always_inline)) inline void add(const Block& b) {
      bits = _mm256_or_si256(bits, _mm256_or_si256(b.low, b.high));
    }
    TOPLINE_TARGET __attribute__((always_inline)) inline bool high() const {
      return _mm256_movemask_epi8(bits) != 0;
    }
  };

  TOPLINE_INLINE Byte all(char c) { return _mm256_set1_epi8(c); }

  TOPLINE_INLINE Block load(const char* at) {
    const auto* p = reinterpret_cast<const __m256i*>(at);
    return {_mm256_loadu_si256(p), _mm256_loadu_si256(p + 1)};
  }

  TOPLINE_INLINE uint64_t equal(const Block& block, const Byte& byte) {
    auto low = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.low, byte)));
    auto high = static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.high, byte)));
    return low | uint64_t{high} << 32;
  }

  /// A product with all ones and no carries is the prefix XOR.
  TOPLINE_INLINE uint64_t prefix_xor(uint64_t bits) {
    __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)), _mm_set1_epi8(-1), 0);
    return static_cast<uint64_t>(_mm_cvtsi128_si64(product));
  }

  TOPLINE_INLINE uint32_t ones(uint64_t bits) {
    return static_cast<uint32_t>(__builtin_popcountll(bits));
  }
  TOPLINE_INLINE uint32_t first(uint64_t bits) { return static_cast<uint32_t>(_tzcnt_u64(bits)); }

  /// Eight bits at a time by table, whether they are set or not: no branch to guess wrong.
  TOPLINE_INLINE void put_bits(uint16_t* out, uint32_t base, uint64_t bits, uint32_t) {
    const __m128i eight = _mm_set1_epi16(8);
    __m128i bases = _mm_set1_epi16(static_cast<int16_t>(base));
    for (int k = 0; k < 8; ++k) {
      const auto byte = static_cast<uint8_t>(bits >> (8 * k));
      const __m128i indices =
          _mm_loadl_epi64(reinterpret_cast<const __m128i*>(kBitTable.bits[byte]));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                       _mm_add_epi16(_mm_cvtepu8_epi16(indices), bases));
      out += __builtin_popcount(byte);
      bases = _mm_add_epi16(bases, eight);
    }
  }
};

}  // namespace topline