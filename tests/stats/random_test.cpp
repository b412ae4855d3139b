// SPDX-License-Identifier: Apache-2.0
#include "core/stats/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace topline::stats {
namespace {

using Block = std::array<uint32_t, 4>;

// The known answers that Random123 is distributed with (kat_vectors, philox 4x32 10).
TEST(Random, PhiloxKnownAnswers) {
  EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}),
            (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox4x32({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}),
            (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Random, SeedStreamAndPositionDecide) {
  Random zero(0);
  EXPECT_EQ(zero.bits(), 0xe169c58d6627e8d5u);
  EXPECT_EQ(zero.bits(), 0x9b00dbd8bc57ac4cu);
  Random a(7, 1), b(7, 1), other_stream(7, 2), other_seed(8, 1);
  const uint64_t first = a.bits();
  EXPECT_EQ(first, b.bits());
  EXPECT_NE(first, other_stream.bits());
  EXPECT_NE(first, other_seed.bits());
}

TEST(Random, BelowIsUnbiased) {
  Random random(11);
  std::vector<int> seen(6);
  for (int i = 0; i < 60000; ++i) ++seen[random.below(6)];
  double chi2 = 0;
  for (const int count : seen) chi2 += (count - 1e4) * (count - 1e4) / 1e4;
  EXPECT_LT(chi2, 20.5);  // χ²(5), 99.9 %
  EXPECT_EQ(random.below(1), 0u);
  // A bound of 3/4 of the range: a multiply without rejection would give the halves 2 : 1.
  const uint64_t bound = uint64_t{3} << 62;
  int lower = 0;
  for (int i = 0; i < 10000; ++i) lower += random.below(bound) < bound / 2;
  EXPECT_NEAR(lower, 5000, 200);
}

TEST(Random, UniformAndNormalMoments) {
  Random random(12);
  double sum = 0, normal_sum = 0, normal_squares = 0;
  constexpr int n = 100000;
  for (int i = 0; i < n; ++i) {
    const double u = random.uniform(), x = random.normal();
    ASSERT_TRUE(u >= 0 && u < 1 && std::isfinite(x));
    sum += u, normal_sum += x, normal_squares += x * x;
  }
  EXPECT_NEAR(sum / n, 0.5, 0.004);
  EXPECT_NEAR(normal_sum / n, 0, 0.014);
  EXPECT_NEAR(normal_squares / n, 1, 0.02);
}

TEST(Random, CategoricalFollowsTheWeights) {
  Random random(13);
  const double cumulative[] = {0, 1, 1, 4, 4};  // weights 0 1 0 3 0
  int seen[5] = {};
  for (int i = 0; i < 40000; ++i) ++seen[random.categorical(cumulative)];
  EXPECT_EQ(seen[0] + seen[2] + seen[4], 0);
  EXPECT_NEAR(seen[1], 10000, 400);
}

}  // namespace
}  // namespace topline::stats
