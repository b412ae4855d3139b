// SPDX-License-Identifier: Apache-2.0
#pragma once

// WebAssembly's fixed 128-bit SIMD, which every current browser and Node have.

#include <wasm_simd128.h>

#include <bit>
#include <cstdint>

#include "core/ingest/lanes.h"

namespace topline {

struct WasmLane {
  using Byte = v128_t;
  struct Block {
    v128_t part[4];
  };
  struct Seen {
    v128_t bits = wasm_i64x2_const(0, 0);
    void add(const Block& b) {
      bits = wasm_v128_or(bits, wasm_v128_or(wasm_v128_or(b.part[0], b.part[1]),
                                             wasm_v128_or(b.part[2], b.part[3])));
    }
    bool high() const { return wasm_i8x16_bitmask(bits) != 0; }
  };

  static Byte all(char c) { return wasm_i8x16_splat(c); }

  static Block load(const char* at) {
    return {{wasm_v128_load(at), wasm_v128_load(at + 16), wasm_v128_load(at + 32),
             wasm_v128_load(at + 48)}};
  }

  static uint64_t equal(const Block& block, Byte byte) {
    uint64_t mask = 0;
    for (int k = 0; k < 4; ++k) {
      uint32_t part = wasm_i8x16_bitmask(wasm_i8x16_eq(block.part[k], byte));
      mask |= uint64_t{part} << (16 * k);
    }
    return mask;
  }

  static uint64_t prefix_xor(uint64_t bits) { return prefix_xor_by_shifts(bits); }
  static uint32_t ones(uint64_t bits) { return static_cast<uint32_t>(std::popcount(bits)); }
  static uint32_t first(uint64_t bits) { return static_cast<uint32_t>(std::countr_zero(bits)); }

  static void put_bits(uint16_t* out, uint32_t base, uint64_t bits, uint32_t count) {
    put_bits_one_by_one<WasmLane>(out, base, bits, count);
  }
};

}  // namespace topline
