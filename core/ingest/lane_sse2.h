// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every x86-64 has.

#include <emmintrin.h>

#include <bit>
#include <cstdint>

#include "core/ingest/lane_scalar.h"
#include "core/ingest/lanes.h"

namespace topline {

struct Sse2Lane {
  using Byte = __m128i;
  struct Block {
    __m128i part[4];
  };
  struct Seen {
    __m128i bits = _mm_setzero_si128();
    void add(const Block& b) {
      bits = _mm_or_si128(bits, _mm_or_si128(_mm_or_si128(b.part[0], b.part[1]),
                                             _mm_or_si128(b.part[2], b.part[3])));
    }
    bool high() const { return _mm_movemask_epi8(bits) != 0; }
  };

  static Byte all(char c) { return _mm_set1_epi8(c); }

  static Block load(const char* at) {
    const auto* p = reinterpret_cast<const __m128i*>(at);
    return {{_mm_loadu_si128(p), _mm_loadu_si128(p + 1), _mm_loadu_si128(p + 2),
             _mm_loadu_si128(p + 3)}};
  }

  static uint64_t equal(const Block& block, Byte byte) {
    uint64_t mask = 0;
    for (int k = 0; k < 4; ++k) {
      auto part = static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(block.part[k], byte)));
      mask |= uint64_t{part} << (16 * k);
    }
    return mask;
  }

  static uint64_t prefix_xor(uint64_t bits) { return prefix_xor_by_shifts(bits); }
  static uint32_t ones(uint64_t bits) { return ScalarLane::ones(bits); }
  static uint32_t first(uint64_t bits) { return static_cast<uint32_t>(std::countr_zero(bits)); }

  static void put_bits(uint16_t* out, uint32_t base, uint64_t bits, uint32_t count) {
    put_bits_one_by_one<Sse2Lane>(out, base, bits, count);
  }
};

}  // namespace topline
