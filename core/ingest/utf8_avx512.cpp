// SPDX-License-Identifier: Apache-2.0
#define TOPLINE_TARGET __attribute__((target("avx512f,avx512bw")))
#include <immintrin.h>

// GCC 12 takes its own intrinsics' "undefined" operands for a mistake (its bug 105593).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include "core/ingest/utf8_check.h"
#include "core/ingest/utf8_loop.h"

namespace topline {
namespace {

struct Bytes {
  static constexpr size_t kBytes = 64;
  __m512i v;

  TOPLINE_INLINE Bytes zero() { return {_mm512_setzero_si512()}; }
  TOPLINE_INLINE Bytes all(int byte) { return {_mm512_set1_epi8(static_cast<char>(byte))}; }
  TOPLINE_INLINE Bytes load(const char* at) { return {_mm512_loadu_si512(at)}; }
  TOPLINE_INLINE Bytes or_(const Bytes& a, const Bytes& b) { return {_mm512_or_si512(a.v, b.v)}; }
  TOPLINE_INLINE Bytes and_(const Bytes& a, const Bytes& b) { return {_mm512_and_si512(a.v, b.v)}; }
  TOPLINE_INLINE Bytes xor_(const Bytes& a, const Bytes& b) { return {_mm512_xor_si512(a.v, b.v)}; }
  TOPLINE_INLINE bool any(const Bytes& a) { return _mm512_test_epi64_mask(a.v, a.v) != 0; }
  TOPLINE_INLINE bool high(const Bytes& a) { return _mm512_movepi8_mask(a.v) != 0; }
  TOPLINE_INLINE Bytes above(const Bytes& a, int byte) {
    return {_mm512_subs_epu8(a.v, _mm512_set1_epi8(static_cast<char>(byte)))};
  }
  TOPLINE_INLINE Bytes lower_half(const Bytes& a) { return and_(a, all(0x0F)); }
  TOPLINE_INLINE Bytes upper_half(const Bytes& a) {
    return lower_half({_mm512_srli_epi16(a.v, 4)});
  }
  TOPLINE_INLINE Bytes table(const Bytes& index, const uint8_t* sixteen) {
    const __m128i quarter = _mm_load_si128(reinterpret_cast<const __m128i*>(sixteen));
    return {_mm512_shuffle_epi8(_mm512_broadcast_i32x4(quarter), index.v)};
  }
  template <int N>
  TOPLINE_INLINE Bytes before(const Bytes& now, const Bytes& previous) {
    // The 16 bytes before each quarter, then N bytes of them.
    const __m512i quarters = _mm512_alignr_epi64(now.v, previous.v, 6);
    return {_mm512_alignr_epi8(now.v, quarters, 16 - N)};
  }
};

}  // namespace

TOPLINE_TARGET bool valid_utf8_avx512(const char* text, size_t size) {
  return valid_utf8<Bytes>(text, size);
}

}  // namespace topline
