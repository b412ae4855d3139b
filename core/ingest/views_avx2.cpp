// SPDX-License-Identifier: Apache-2.0
#include <immintrin.h>

#include "core/ingest/block_index.h"

namespace topline {

#if defined(__GLIBCXX__) || defined(_LIBCPP_VERSION)

// Four views at a time, written as the two words that they are in the library at hand: libstdc++
// has the length first, libc++ the pointer. (scanner_test.cpp would not pass if one changed its
// mind.)
__attribute__((target("avx2"))) void put_views_avx2(const char* data, const uint32_t* stops,
                                                    size_t count, std::string_view* views) {
  static_assert(sizeof(std::string_view) == 16);
  const __m256i base = _mm256_set1_epi64x(reinterpret_cast<intptr_t>(data));
  auto* out = reinterpret_cast<__m256i*>(views);
  for (size_t k = 0; k < count; k += 4, out += 2) {
    const __m128i stop = _mm_loadu_si128(reinterpret_cast<const __m128i*>(stops + k));
    const __m128i before = _mm_loadu_si128(reinterpret_cast<const __m128i*>(stops + k - 1));
    const __m128i begin = _mm_sub_epi32(before, _mm_set1_epi32(-1));
    const __m256i pointers = _mm256_add_epi64(base, _mm256_cvtepu32_epi64(begin));
    const __m256i lengths = _mm256_cvtepu32_epi64(_mm_sub_epi32(stop, begin));
#if defined(__GLIBCXX__)
    const __m256i even = _mm256_unpacklo_epi64(lengths, pointers);
    const __m256i odd = _mm256_unpackhi_epi64(lengths, pointers);
#else
    const __m256i even = _mm256_unpacklo_epi64(pointers, lengths);
    const __m256i odd = _mm256_unpackhi_epi64(pointers, lengths);
#endif
    _mm256_storeu_si256(out, _mm256_permute2x128_si256(even, odd, 0x20));
    _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(even, odd, 0x31));
  }
}

#else

void put_views_avx2(const char* data, const uint32_t* stops, size_t count,
                    std::string_view* views) {
  put_views_plainly(data, stops, count, views);
}

#endif

}  // namespace topline
