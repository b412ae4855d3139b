// SPDX-License-Identifier: Apache-2.0
#pragma once

// AVX-512 with byte masks and VBMI2, whose compress lists the set bits of 64 at once: processors
// since 2019 (Intel Ice Lake) and 2022 (AMD Zen 4). The including source defines TOPLINE_TARGET for
// them (see lanes.h).

#include <immintrin.h>

#include <cstdint>

#include "core/ingest/lanes.h"

namespace topline {

struct Iota {
  alignas(64) uint8_t bytes[64];
  constexpr Iota() : bytes() {
    for (int i = 0; i < 64; ++i) bytes[i] = static_cast<uint8_t>(i);
  }
};
inline constexpr Iota kIota;

struct Avx512Lane {
  using Byte = __m512i;
  struct Block {
    __m512i bytes;
  };
  struct Seen {
    __m512i bits;
    TOPLINE_TARGET __attribute__((always_inline)) inline Seen() : bits(_mm512_setzero_si512()) {}
    TOPLINE_TARGET __attribute__((always_inline)) inline void add(const Block& b) {
      bits = _mm512_or_si512(bits, b.bytes);
    }
    TOPLINE_TARGET __attribute__((always_inline)) inline bool high() const {
      return _mm512_movepi8_mask(bits) != 0;
    }
  };

  TOPLINE_INLINE Byte all(char c) { return _mm512_set1_epi8(c); }
  TOPLINE_INLINE Block load(const char* at) { return {_mm512_loadu_si512(at)}; }
  TOPLINE_INLINE uint64_t equal(const Block& block, const Byte& byte) {
    return _mm512_cmpeq_epi8_mask(block.bytes, byte);
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

  /// Half of the entries at a time; few blocks have more than 32 marks.
  TOPLINE_INLINE void put_bits(uint16_t* out, uint32_t base, uint64_t bits, uint32_t count) {
    const __m512i bases = _mm512_set1_epi16(static_cast<int16_t>(base));
    const __m512i indices =
        _mm512_maskz_compress_epi8(bits, _mm512_load_si512(kIota.bytes));
    put_half(out, bases, _mm512_castsi512_si256(indices));
    if (count > 32) put_half(out + 32, bases, _mm512_extracti64x4_epi64(indices, 1));
  }

 private:
  TOPLINE_INLINE void put_half(uint16_t* out, const __m512i& bases, const __m256i& indices) {
    _mm512_storeu_si512(out, _mm512_add_epi16(_mm512_cvtepu8_epi16(indices), bases));
  }
};

}  // namespace topline
