// SPDX-License-Identifier: Apache-2.0
#define TOPLINE_TARGET __attribute__((target("avx2,pclmul,bmi,bmi2,popcnt")))
#include <immintrin.h>

#include "core/ingest/utf8_check.h"
#include "core/ingest/utf8_loop.h"

namespace topline {
namespace {

struct Bytes {
  static constexpr size_t kBytes = 32;
  __m256i v;

  TOPLINE_INLINE Bytes zero() { return {_mm256_setzero_si256()}; }
  TOPLINE_INLINE Bytes all(int byte) { return {_mm256_set1_epi8(static_cast<char>(byte))}; }
  TOPLINE_INLINE Bytes load(const char* at) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at))};
  }
  TOPLINE_INLINE Bytes or_(const Bytes& a, const Bytes& b) { return {_mm256_or_si256(a.v, b.v)}; }
  TOPLINE_INLINE Bytes and_(const Bytes& a, const Bytes& b) { return {_mm256_and_si256(a.v, b.v)}; }
  TOPLINE_INLINE Bytes xor_(const Bytes& a, const Bytes& b) { return {_mm256_xor_si256(a.v, b.v)}; }
  TOPLINE_INLINE bool any(const Bytes& a) { return !_mm256_testz_si256(a.v, a.v); }
  TOPLINE_INLINE bool high(const Bytes& a) { return _mm256_movemask_epi8(a.v) != 0; }
  TOPLINE_INLINE Bytes above(const Bytes& a, int byte) {
    return {_mm256_subs_epu8(a.v, _mm256_set1_epi8(static_cast<char>(byte)))};
  }
  TOPLINE_INLINE Bytes lower_half(const Bytes& a) { return and_(a, all(0x0F)); }
  TOPLINE_INLINE Bytes upper_half(const Bytes& a) {
    return lower_half({_mm256_srli_epi16(a.v, 4)});
  }
  TOPLINE_INLINE Bytes table(const Bytes& index, const uint8_t* sixteen) {
    const __m128i half = _mm_load_si128(reinterpret_cast<const __m128i*>(sixteen));
    return {_mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half), index.v)};
  }
  template <int N>
  TOPLINE_INLINE Bytes before(const Bytes& now, const Bytes& previous) {
    return {_mm256_alignr_epi8(now.v, _mm256_permute2x128_si256(previous.v, now.v, 0x21), 16 - N)};
  }
};

}  // namespace

TOPLINE_TARGET bool valid_utf8_avx2(const char* text, size_t size) {
  return valid_utf8<Bytes>(text, size);
}

}  // namespace topline
