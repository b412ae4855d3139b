// SPDX-License-Identifier: Apache-2.0
#include "core/stats/log_likelihood.h"

#include <gtest/gtest.h>

#include <cmath>

namespace topline::stats {
namespace {

TEST(Keyness, DunningsTable) {
  // Dunning 1993, table 1 (two decimals), and the same in R to 15 digits.
  const struct {
    TermCounts counts;
    double printed, exact;
  } bigrams[] = {{{110, 2442, 111, 29114}, 270.72, 270.721876936225},  // the swiss
                 {{29, 13, 123, 31612}, 263.90, 263.8966260675592},    // can be
                 {{31, 23, 139, 31584}, 256.84, 256.8365015793119},    // previous year
                 {{10, 0, 3, 31764}, 167.23, 167.2298039105126}};      // mineral water
  for (const auto& [counts, printed, exact] : bigrams) {
    const Keyness got = keyness(counts);
    EXPECT_NEAR(got.g_squared, printed, 0.005);
    EXPECT_NEAR(got.g_squared / exact, 1, 1e-12);
    EXPECT_EQ(got.signed_value, got.g_squared);
  }
}

TEST(Keyness, SignExpectedCountsAndP) {
  const Keyness rarer = keyness({5, 95, 45, 55});
  EXPECT_EQ(rarer.expected_here, 25);
  EXPECT_EQ(rarer.expected_elsewhere, 75);
  EXPECT_LT(rarer.signed_value, 0);
  EXPECT_EQ(rarer.signed_value, -rarer.g_squared);
  EXPECT_EQ(keyness({45, 55, 5, 95}).g_squared, rarer.g_squared);
  const Keyness alike = keyness({10, 30, 20, 60});
  EXPECT_EQ(alike.g_squared, 0);
  EXPECT_EQ(alike.p, 1);
  // (12, 8; 4, 16): 2 Σ o ln(o/e), e = 8, 12; 8, 12. χ²(1) upper tail as 2 P(Z > √G²).
  const double g =
      2 * (12 * std::log(1.5) + 8 * std::log(2.0 / 3) + 4 * std::log(0.5) + 16 * std::log(4.0 / 3));
  const Keyness got = keyness({12, 8, 4, 16});
  EXPECT_NEAR(got.g_squared, g, 1e-13);
  EXPECT_NEAR(got.p, std::erfc(std::sqrt(g / 2)), 1e-15);
}

TEST(Keyness, UndefinedIsNan) {
  for (const TermCounts& counts : {TermCounts{0, 0, 5, 5},
                                   {5, 5, 0, 0},
                                   {0, 5, 0, 5},
                                   {5, 0, 5, 0},
                                   {-1, 2, 3, 4},
                                   {std::nan(""), 2, 3, 4}}) {
    EXPECT_TRUE(std::isnan(keyness(counts).g_squared));
    EXPECT_TRUE(std::isnan(keyness(counts).p));
  }
  EXPECT_GT(keyness({0, 5, 10, 5}).g_squared, 0);  // an empty cell is no trouble
}

}  // namespace
}  // namespace topline::stats
