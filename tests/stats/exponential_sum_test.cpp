// SPDX-License-Identifier: Apache-2.0
#include "core/stats/exponential_sum.h"

#include <gtest/gtest.h>

#include <cmath>

namespace topline::stats {
namespace {

using Terms = std::vector<ExponentialTerm>;

TEST(ExponentialSum, TwoTermsByHand) {
  // e^(-x) = 2 e^(-3x) at x = ln(2) / 2, whatever comes first and where time begins.
  for (const Terms& terms :
       {Terms{{1, 1}, {3, -2}}, Terms{{3, -2}, {1, 1}}, Terms{{-7, 5}, {-5, -10}}}) {
    const std::vector<Root> roots = exponential_sum_roots(terms);
    ASSERT_EQ(roots.size(), 1u);
    EXPECT_NEAR(roots[0].x, std::log(2.0) / 2, 1e-15);
    EXPECT_EQ(roots[0].multiplicity, 1);
  }
}

TEST(ExponentialSum, RealExponents) {
  // u - 3 u^1.5 + 2 u² with u = e^(-x): √u is 0, 1/2 or 1.
  const std::vector<Root> roots = exponential_sum_roots(Terms{{1, 1}, {1.5, -3}, {2, 2}});
  ASSERT_EQ(roots.size(), 2u);
  EXPECT_NEAR(roots[0].x, 0, 1e-15);
  EXPECT_NEAR(roots[1].x, std::log(4.0), 1e-15);
}

TEST(ExponentialSum, DoubleRoot) {
  const std::vector<Root> roots = exponential_sum_roots(Terms{{0, 1}, {1, -2}, {2, 1}});
  ASSERT_EQ(roots.size(), 1u);
  EXPECT_NEAR(roots[0].x, 0, 1e-8);
  EXPECT_EQ(roots[0].multiplicity, 2);
  // A hair above zero there is no root, a hair below are two.
  EXPECT_TRUE(exponential_sum_roots(Terms{{0, 1}, {1, -2}, {2, 1 + 1e-12}}).empty());
  const std::vector<Root> apart = exponential_sum_roots(Terms{{0, 1}, {1, -2}, {2, 1 - 1e-12}});
  ASSERT_EQ(apart.size(), 2u);
  EXPECT_NEAR(apart[0].x, -1e-6, 1e-9);
  EXPECT_NEAR(apart[1].x, 1e-6, 1e-9);
}

TEST(ExponentialSum, EqualTimesAddUp) {
  EXPECT_TRUE(exponential_sum_roots(Terms{{0, 1}, {0, -1}, {1, 5}}).empty());
  EXPECT_TRUE(exponential_sum_roots(Terms{{0, 1}, {2, -3}, {2, 4}}).empty());
  EXPECT_EQ(exponential_sum_roots(Terms{{0, 1}, {2, -3}, {2, 2}}).size(), 1u);
}

TEST(ExponentialSum, NothingFromWhatIsNoSum) {
  EXPECT_TRUE(exponential_sum_roots({}).empty());
  EXPECT_TRUE(exponential_sum_roots(Terms{{0, 0}, {1, 0}}).empty());
  EXPECT_TRUE(exponential_sum_roots(Terms{{0, 1}, {std::nan(""), -2}}).empty());
  EXPECT_TRUE(exponential_sum_roots(Terms{{0, 1}, {1, -HUGE_VAL}}).empty());
}

TEST(ExponentialSum, FarRootsAndSizesOfAnyKind) {
  // 1e-300 = 1e300 e^(-x/1000) at x = 600000 ln 10.
  const std::vector<Root> roots = exponential_sum_roots(Terms{{0, 1e-300}, {0.001, -1e300}});
  ASSERT_EQ(roots.size(), 1u);
  EXPECT_NEAR(roots[0].x / (600000 * std::log(10.0)), 1, 1e-14);
  // Roots far apart: between them one term rules, at the outer sides others.
  for (const double gap : {2.0, 30.0, 600.0, 1e6}) {
    const Terms terms{{0, 1}, {1, -1}, {2, std::exp(-gap)}};  // u = 1 and about e^gap
    const std::vector<Root> two = exponential_sum_roots(terms);
    ASSERT_EQ(two.size(), gap < 700 ? 2u : 1u) << gap;  // e^(-1000) is 0
  }
}

}  // namespace
}  // namespace topline::stats
