// SPDX-License-Identifier: Apache-2.0
#include "core/stats/net_score.h"

#include <gtest/gtest.h>

#include <cmath>

namespace topline::stats {
namespace {

TEST(NetScore, CountedByHand) {
  const NetCounts counts{3, 3, 5};
  EXPECT_NEAR(100 * net_score(counts), 18.18, 0.005);
  EXPECT_NEAR(100 * net_score_standard_error(counts), 25.1, 0.05);
  const Interval score = net_score_tango(counts, 0.95);
  EXPECT_NEAR(100 * score.low, -30.6, 0.05);
  EXPECT_NEAR(100 * score.high, 58.8, 0.05);
  EXPECT_DOUBLE_EQ(net_score_variance({1, 2, 3}), 5.0 / 9);
  EXPECT_EQ(net_score({0, 1, 0}), 0);
}

}  // namespace
}  // namespace topline::stats
