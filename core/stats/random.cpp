// SPDX-License-Identifier: Apache-2.0
#include "core/stats/random.h"

#include <algorithm>

#include "core/stats/normal.h"

namespace topline::stats {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr uint32_t low_word(uint64_t x) { return static_cast<uint32_t>(x); }
constexpr uint32_t high_word(uint64_t x) { return static_cast<uint32_t>(x >> 32); }

}  // namespace

std::array<uint32_t, 4> philox4x32(std::array<uint32_t, 4> x, std::array<uint32_t, 2> key) {
  constexpr uint64_t kMultiplier0 = 0xD2511F53, kMultiplier1 = 0xCD9E8D57;
  constexpr uint32_t kGoldenRatio = 0x9E3779B9, kRootThree = 0xBB67AE85;
  for (int round = 0; round < 10; ++round) {
    const uint64_t a = kMultiplier0 * x[0], b = kMultiplier1 * x[2];
    x = {high_word(b) ^ x[1] ^ key[0], low_word(b), high_word(a) ^ x[3] ^ key[1], low_word(a)};
    key[0] += kGoldenRatio;
    key[1] += kRootThree;
  }
  return x;
}

Random::Random(uint64_t seed, uint64_t stream) : seed_(seed), stream_(stream) {}

uint64_t Random::bits() {
  if (used_ == 4) {
    buffer_ =
        philox4x32({low_word(block_), high_word(block_), low_word(stream_), high_word(stream_)},
                   {low_word(seed_), high_word(seed_)});
    ++block_;
    used_ = 0;
  }
  const uint64_t low = buffer_[static_cast<size_t>(used_)];
  const uint64_t high = buffer_[static_cast<size_t>(used_) + 1];
  used_ += 2;
  return high << 32 | low;
}

uint64_t Random::below(uint64_t bound) {
  Wide product = static_cast<Wide>(bits()) * bound;
  if (static_cast<uint64_t>(product) < bound) {
    const uint64_t reject = (0 - bound) % bound;  // 2^64 mod bound
    while (static_cast<uint64_t>(product) < reject) product = static_cast<Wide>(bits()) * bound;
  }
  return static_cast<uint64_t>(product >> 64);
}

double Random::uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

double Random::normal() {
  // The middles of 2^52 equal steps: never 0 or 1, and symmetric about a half.
  return normal_quantile((static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52);
}

size_t Random::categorical(std::span<const double> cumulative) {
  const double u = uniform() * cumulative.back();
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end(), u);
  // Rounding can't lift u to the total; if it did, the first to reach the total is the last with
  // weight.
  if (found == cumulative.end()) {
    return static_cast<size_t>(
        std::lower_bound(cumulative.begin(), cumulative.end(), cumulative.back()) -
        cumulative.begin());
  }
  return static_cast<size_t>(found - cumulative.begin());
}

}  // namespace topline::stats
