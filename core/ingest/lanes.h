// SPDX-License-Identifier: Apache-2.0
#pragma once

// A lane is a set of primitives over one block of 64 bytes; the algorithm that uses them
// (core/ingest/index_loop.h, core/ingest/utf8_loop.h) is written once. A lane L has
//
//   L::Byte                  one byte value, ready to be compared with a block
//   L::Block                 64 loaded bytes
//   L::Seen                  the OR of blocks, to ask once whether any byte was >= 0x80
//   L::all(char)             -> Byte
//   L::load(const char*)     -> Block; no alignment asked
//   L::equal(Block, Byte)    -> bit i says whether byte i is equal
//   L::prefix_xor(mask)      -> bit i is the XOR of bits 0..i
//   L::ones(mask)            -> how many bits are set
//   L::first(mask)           -> index of the lowest bit set, 64 for none
//   L::put_bits(out, base, mask, count)
//                            writes base + the index of each of the `count` bits set, lowest first;
//                            up to 32 entries behind them are overwritten
//
// lane_scalar.h, lane_sse2.h, lane_avx2.h, lane_avx512.h and lane_wasm.h each hold one. A source that uses a lane
// beyond the processor's baseline defines TOPLINE_TARGET before it includes anything, so that the
// primitives and the loop carry the same target and inline; no file needs compiler flags of its
// own.

#include <cstdint>

#ifndef TOPLINE_TARGET
#define TOPLINE_TARGET
#endif
#define TOPLINE_INLINE TOPLINE_TARGET __attribute__((always_inline)) static inline

namespace topline {

inline constexpr uint32_t kBlock = 64;

/// Prefix XOR for lanes without a carry-less multiply.
inline uint64_t prefix_xor_by_shifts(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/// put_bits() for lanes without a better way.
template <class L>
inline void put_bits_one_by_one(uint16_t* out, uint32_t base, uint64_t bits, uint32_t count) {
  for (uint32_t done = 0; done < count; done += 4) {  // fewer branches to guess wrong than bits
    for (int k = 0; k < 4; ++k) {
      *out++ = static_cast<uint16_t>(base + L::first(bits));
      bits &= bits - 1;
    }
  }
}

}  // namespace topline
