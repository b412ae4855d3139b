// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plain 64-bit words, eight bytes each: what runs anywhere, and what the other lanes are held to.

#include <bit>
#include <cstdint>
#include <cstring>

#include "core/ingest/lanes.h"

namespace topline {

struct ScalarLane {
  using Byte = uint64_t;
  struct Block {
    uint64_t words[8];
  };
  struct Seen {
    uint64_t bits = 0;
    void add(const Block& block) {
      for (uint64_t word : block.words) bits |= word;
    }
    bool high() const { return (bits & 0x8080808080808080u) != 0; }
  };

  static Byte all(char c) { return 0x0101010101010101u * static_cast<uint8_t>(c); }

  static Block load(const char* at) {
    Block block;
    std::memcpy(block.words, at, sizeof block.words);
    return block;
  }

  static uint64_t equal(const Block& block, Byte byte) {
    constexpr uint64_t kLow7 = 0x7f7f7f7f7f7f7f7fu;
    uint64_t mask = 0;
    for (int k = 0; k < 8; ++k) {
      uint64_t differs = block.words[k] ^ byte;
      // The high bit of each byte that is zero; exact, no carry runs from byte to byte.
      uint64_t zero = ~(((differs & kLow7) + kLow7) | differs | kLow7);
      // Gathers the eight high bits into one byte (little endian: byte 0 becomes bit 0).
      mask |= (((zero >> 7) * 0x0102040810204080u) >> 56) << (8 * k);
    }
    return mask;
  }

  static uint64_t prefix_xor(uint64_t bits) { return prefix_xor_by_shifts(bits); }

  static uint32_t ones(uint64_t bits) {
    bits -= (bits >> 1) & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + ((bits >> 2) & 0x3333333333333333u);
    return static_cast<uint32_t>(
        (((bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu) * 0x0101010101010101u) >> 56);
  }

  static uint32_t first(uint64_t bits) { return static_cast<uint32_t>(std::countr_zero(bits)); }

  static void put_bits(uint16_t* out, uint32_t base, uint64_t bits, uint32_t count) {
    put_bits_one_by_one<ScalarLane>(out, base, bits, count);
  }
};

}  // namespace topline
