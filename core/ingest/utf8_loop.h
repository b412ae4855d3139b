// SPDX-License-Identifier: Apache-2.0
#pragma once

// Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): three table
// look-ups per byte tell every error that two neighbouring bytes can show; what is left is that
// third and fourth bytes stand where a lead asked for them.
//
// V wraps a vector of V::kBytes bytes: load, zero, or_, and_, xor_, any, high (any byte >= 0x80),
// above (saturating subtract of a constant), upper_half (each byte >> 4), lower_half (& 15),
// table(V index, const uint8_t[16]), and before<N>(now, previous): the vector N bytes earlier.

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/ingest/lanes.h"

namespace topline {

namespace utf8 {
inline constexpr uint8_t kTooShort = 1 << 0;      // a lead before a byte that continues none
inline constexpr uint8_t kTooLong = 1 << 1;       // ASCII before a continuation
inline constexpr uint8_t kOverlong3 = 1 << 2;     // E0 80..9F
inline constexpr uint8_t kTooLarge = 1 << 3;      // F4 90.. and above
inline constexpr uint8_t kSurrogate = 1 << 4;     // ED A0..BF
inline constexpr uint8_t kOverlong2 = 1 << 5;     // C0, C1
inline constexpr uint8_t kTooLarge1000 = 1 << 6;  // F5.. 80..8F
inline constexpr uint8_t kOverlong4 = 1 << 6;     // F0 80..8F
inline constexpr uint8_t kTwoMore = 1 << 7;  // two continuations: right only as a third, fourth
inline constexpr uint8_t kCarry = kTooShort | kTooLong | kTwoMore;
inline constexpr uint8_t kLarge = kCarry | kTooLarge | kTooLarge1000;

alignas(16) inline constexpr uint8_t kFirstUpper[16] = {
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTooLong,
    kTwoMore,
    kTwoMore,
    kTwoMore,
    kTwoMore,
    kTooShort | kOverlong2,
    kTooShort,
    kTooShort | kOverlong3 | kSurrogate,
    kTooShort | kTooLarge | kTooLarge1000 | kOverlong4};
alignas(16) inline constexpr uint8_t kFirstLower[16] = {
    kCarry | kOverlong3 | kOverlong2 | kOverlong4,
    kCarry | kOverlong2,
    kCarry,
    kCarry,
    kCarry | kTooLarge,
    kLarge,
    kLarge,
    kLarge,
    kLarge,
    kLarge,
    kLarge,
    kLarge,
    kLarge,
    kLarge | kSurrogate,
    kLarge,
    kLarge};
alignas(16) inline constexpr uint8_t kSecondUpper[16] = {
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooLong | kOverlong2 | kTwoMore | kOverlong3 | kTooLarge1000 | kOverlong4,
    kTooLong | kOverlong2 | kTwoMore | kOverlong3 | kTooLarge,
    kTooLong | kOverlong2 | kTwoMore | kSurrogate | kTooLarge,
    kTooLong | kOverlong2 | kTwoMore | kSurrogate | kTooLarge,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort};
}  // namespace utf8

template <class V>
TOPLINE_INLINE V utf8_errors(const V& now, const V& previous) {
  const V one = V::template before<1>(now, previous);
  const V pairs = V::and_(V::and_(V::table(V::upper_half(one), utf8::kFirstUpper),
                                  V::table(V::lower_half(one), utf8::kFirstLower)),
                          V::table(V::upper_half(now), utf8::kSecondUpper));
  const V third = V::above(V::template before<2>(now, previous), 0xE0 - 0x80);
  const V fourth = V::above(V::template before<3>(now, previous), 0xF0 - 0x80);
  return V::xor_(V::and_(V::or_(third, fourth), V::all(0x80)), pairs);
}

template <class V>
TOPLINE_TARGET bool valid_utf8(const char* text, size_t size) {
  V errors = V::zero();
  V previous = V::zero();
  size_t at = 0;
  for (; at + V::kBytes <= size; at += V::kBytes) {
    const V now = V::load(text + at);
    errors = V::or_(errors, utf8_errors(now, previous));
    previous = now;
  }
  // Zeros behind the end: a sequence that the end cuts is too short.
  char rest[V::kBytes] = {};
  std::memcpy(rest, text + at, size - at);
  errors = V::or_(errors, utf8_errors(V::load(rest), previous));
  return !V::any(errors);
}

}  // namespace topline
