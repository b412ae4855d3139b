// SPDX-License-Identifier: Apache-2.0
#ifdef __wasm_simd128__
#include <wasm_simd128.h>

#include "core/ingest/utf8_check.h"
#include "core/ingest/utf8_loop.h"

namespace topline {
namespace {

struct Bytes {
  static constexpr size_t kBytes = 16;
  v128_t v;

  static Bytes zero() { return {wasm_i64x2_const(0, 0)}; }
  static Bytes all(int byte) { return {wasm_i8x16_splat(static_cast<int8_t>(byte))}; }
  static Bytes load(const char* at) { return {wasm_v128_load(at)}; }
  static Bytes or_(const Bytes& a, const Bytes& b) { return {wasm_v128_or(a.v, b.v)}; }
  static Bytes and_(const Bytes& a, const Bytes& b) { return {wasm_v128_and(a.v, b.v)}; }
  static Bytes xor_(const Bytes& a, const Bytes& b) { return {wasm_v128_xor(a.v, b.v)}; }
  static bool any(const Bytes& a) { return wasm_v128_any_true(a.v); }
  static bool high(const Bytes& a) { return wasm_i8x16_bitmask(a.v) != 0; }
  static Bytes above(const Bytes& a, int byte) { return {wasm_u8x16_sub_sat(a.v, all(byte).v)}; }
  static Bytes lower_half(const Bytes& a) { return and_(a, all(0x0F)); }
  static Bytes upper_half(const Bytes& a) { return {wasm_u8x16_shr(a.v, 4)}; }
  static Bytes table(const Bytes& index, const uint8_t* sixteen) {
    return {wasm_i8x16_swizzle(wasm_v128_load(sixteen), index.v)};
  }
  template <int N>
  static Bytes before(const Bytes& now, const Bytes& previous) {
    // Bytes 16-N.. of (previous, now).
    return {wasm_i8x16_shuffle(previous.v, now.v, 16 - N, 17 - N, 18 - N, 19 - N, 20 - N, 21 - N,
                               22 - N, 23 - N, 24 - N, 25 - N, 26 - N, 27 - N, 28 - N, 29 - N,
                               30 - N, 31 - N)};
  }
};

}  // namespace

bool valid_utf8_wasm(const char* text, size_t size) { return valid_utf8<Bytes>(text, size); }

}  // namespace topline
#endif
