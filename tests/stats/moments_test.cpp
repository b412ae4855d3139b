// SPDX-License-Identifier: Apache-2.0
#include "core/stats/moments.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/mean.h"
#include "core/stats/quantile.h"

namespace topline::stats {
namespace {

TEST(Moments, OfCountedValues) {
  const Moments m = moments(std::vector<ValueCount>{{4, 1}, {1, 2}, {2, 0}, {10, 1}});  // 1 1 4 10
  EXPECT_EQ(m.n, 4u);
  EXPECT_EQ(m.mean, 4);
  EXPECT_EQ(m.sum_of_squares, 54);
  EXPECT_DOUBLE_EQ(m.sd, std::sqrt(18.0));
}

TEST(Moments, OrderAndGroupingChangeNoBit) {
  const std::vector<ValueCount> a{{0.1, 3}, {0.7, 5}, {1e9, 1}, {-2.3, 7}};
  const std::vector<ValueCount> b{{1e9, 1}, {-2.3, 6}, {0.7, 5}, {0.1, 2}, {-2.3, 1}, {0.1, 1}};
  const Moments x = moments(a), y = moments(b);
  EXPECT_EQ(x.mean, y.mean);
  EXPECT_EQ(x.sd, y.sd);
  EXPECT_EQ(sorted_counts(a), sorted_counts(b));
}

TEST(Moments, FewValues) {
  const Moments none = moments({});
  EXPECT_EQ(none.n, 0u);
  EXPECT_TRUE(std::isnan(none.mean) && std::isnan(none.sd));
  const Moments one = moments(std::vector<ValueCount>{{7, 1}});
  EXPECT_EQ(one.mean, 7);
  EXPECT_TRUE(std::isnan(one.sd));
  const Moments same = moments(std::vector<ValueCount>{{0.1, 1000000007}});
  EXPECT_EQ(same.mean, 0.1);
  EXPECT_EQ(same.sd, 0);
}

TEST(Mean, TInterval) {
  // 1 1 4 10: sd √18, t(3) = 3.182446 in every table
  const Interval interval = mean_t(4, std::sqrt(18.0), 4, 0.95);
  EXPECT_NEAR(interval.low, 4 - 3.182446 * std::sqrt(18.0) / 2, 1e-6);
  EXPECT_NEAR(interval.high, 4 + 3.182446 * std::sqrt(18.0) / 2, 1e-6);
  EXPECT_TRUE(std::isnan(mean_t(4, 2, 1, 0.95).low));
  EXPECT_TRUE(std::isnan(mean_t(4, NAN, 5, 0.95).low));
  EXPECT_EQ(mean_t(4, 0, 5, 0.95), (Interval{4, 4}));
  EXPECT_GT(mean_t(4, 2, 5.5, 0.95).low, mean_t(4, 2, 5.4, 0.95).low);
}

TEST(Quantile, TypeSeven) {
  const std::vector<double> x{1, 2, 3, 4, 10};
  const std::vector<ValueCount> counted{{1, 1}, {2, 1}, {3, 1}, {4, 1}, {10, 1}};
  const std::pair<double, double> expected[] = {{0, 1}, {0.25, 2}, {0.5, 3}, {0.9, 7.6}, {1, 10}};
  for (const auto& [p, value] : expected) {  // (n − 1)p = 3.6: 4 + 0.6 · 6
    EXPECT_NEAR(quantile(x, p), value, 1e-14);
    EXPECT_EQ(quantile(counted, p), quantile(x, p));
  }
  EXPECT_EQ(quantile(std::vector<ValueCount>{{1, 3}, {5, 3}}, 0.5), 3);
  EXPECT_EQ(quantile(std::vector<double>{7}, 0.3), 7);
  EXPECT_TRUE(std::isnan(quantile(std::span<const double>(), 0.5)));
  EXPECT_EQ(quantile(std::vector<ValueCount>{{1, uint64_t{1} << 60}, {2, 1}}, 1), 2);
}

}  // namespace
}  // namespace topline::stats
