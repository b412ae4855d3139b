// SPDX-License-Identifier: Apache-2.0
#pragma once

// RawKey for processors with AVX-512BW and VL: a key is loaded under a mask and compared whole. The
// including source defines TOPLINE_TARGET for them (see core/ingest/lanes.h).

#include <immintrin.h>

#include "core/profile/raw_key.h"

namespace topline {

#define TOPLINE_STEP TOPLINE_TARGET __attribute__((always_inline)) inline

/// 32 bytes.
struct Avx512Key4 {
  static constexpr size_t kWords = 4;
  static constexpr size_t kLongest = 31;
  __m256i bytes;

  TOPLINE_STEP Avx512Key4(const char* begin, size_t size)
      : bytes(_mm256_maskz_loadu_epi8(_bzhi_u32(~0u, static_cast<uint32_t>(size)), begin)) {
    bytes = _mm256_mask_set1_epi8(bytes, 1u << 31, static_cast<char>(size));
  }
  TOPLINE_STEP bool is(const uint64_t* other) const {
    return _mm256_cmpneq_epi64_mask(
               bytes, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(other))) == 0;
  }
  template <uint32_t Bits>
  TOPLINE_STEP size_t place() const {
    const __m128i folded =
        _mm_xor_si128(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1));
    return key_place<Bits>(static_cast<uint64_t>(_mm_cvtsi128_si64(folded)),
                           static_cast<uint64_t>(_mm_extract_epi64(folded, 1)));
  }
};

/// 64 bytes.
struct Avx512Key8 {
  static constexpr size_t kWords = 8;
  static constexpr size_t kLongest = 63;
  __m512i bytes;

  TOPLINE_STEP Avx512Key8(const char* begin, size_t size)
      : bytes(_mm512_maskz_loadu_epi8(_bzhi_u64(~0ull, size), begin)) {
    bytes = _mm512_mask_set1_epi8(bytes, 1ull << 63, static_cast<char>(size));
  }
  TOPLINE_STEP bool is(const uint64_t* other) const {
    return _mm512_cmpneq_epi64_mask(bytes, _mm512_loadu_si512(other)) == 0;
  }
  template <uint32_t Bits>
  TOPLINE_STEP size_t place() const {
    const __m256i half =
        _mm256_xor_si256(_mm512_castsi512_si256(bytes), _mm512_extracti64x4_epi64(bytes, 1));
    const __m128i folded =
        _mm_xor_si128(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
    return key_place<Bits>(static_cast<uint64_t>(_mm_cvtsi128_si64(folded)),
                           static_cast<uint64_t>(_mm_extract_epi64(folded, 1)));
  }
};

#undef TOPLINE_STEP

}  // namespace topline
