// SPDX-License-Identifier: Apache-2.0
#pragma once

// The seeded generator behind every random method: Philox4x32-10 (Salmon, Moraes, Dror and Shaw
// 2011, "Parallel random numbers: as easy as 1, 2, 3", SC'11), counter-based, so a draw depends
// only on seed, stream and position, never on threads or on the standard library.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace topline::stats {

/// One block of Philox4x32-10: 128 random bits from a 128-bit counter under a 64-bit key.
std::array<uint32_t, 4> philox4x32(std::array<uint32_t, 4> counter, std::array<uint32_t, 2> key);

class Random {
 public:
  /// Streams of one seed never overlap: one per replicate, chain or worker.
  explicit Random(uint64_t seed, uint64_t stream = 0);

  uint64_t bits();  ///< 64 random bits

  /// 0..bound-1, each equally likely (Lemire 2019, ACM TOMACS 29:3). REQUIRES bound > 0.
  uint64_t below(uint64_t bound);

  double uniform();  ///< [0, 1), 53 bits

  double normal();  ///< standard normal, by inversion: one draw each, never infinite

  /// The index that falls to cumulative[i-1] <= u < cumulative[i], where cumulative holds the
  /// running sums of weights (not negative, the last > 0; they need not sum to 1). A weight of zero
  /// is never drawn. REQUIRES cumulative is not empty.
  size_t categorical(std::span<const double> cumulative);

 private:
  uint64_t seed_, stream_, block_ = 0;
  std::array<uint32_t, 4> buffer_ = {};
  int used_ = 4;  // words of buffer_ already handed out
};

}  // namespace topline::stats
