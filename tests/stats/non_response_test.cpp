// SPDX-License-Identifier: Apache-2.0
#include "core/stats/non_response.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/proportion.h"
#include "core/stats/random.h"

namespace topline::stats {
namespace {

TEST(ResponseRate, WilsonOfTheInvited) {
  const ResponseRate got = response_rate(45, 60, 0.95);
  EXPECT_EQ(got.rate, 0.75);
  EXPECT_NEAR(got.interval.low, 0.627679299229522, 1e-14);  // r_stats_oracle.json, 45 of 60
  EXPECT_NEAR(got.interval.high, 0.842234774699433, 1e-14);
  EXPECT_EQ(response_rate(0, 60, 0.95).rate, 0);
  for (const auto& [answered, invited] : {std::pair{1.0, 0.0}, {61.0, 60.0}, {-1.0, 5.0}}) {
    EXPECT_TRUE(std::isnan(response_rate(answered, invited, 0.95).rate));
    EXPECT_TRUE(std::isnan(response_rate(answered, invited, 0.95).interval.low));
  }
}

TEST(NonResponse, WorstCaseBounds) {
  // 20 detractors, 30 passives, 50 promoters, 100 silent: 30 less or more 100, of 200.
  EXPECT_EQ(net_score_bounds({20, 30, 50}, 100), (Interval{-0.35, 0.65}));
  EXPECT_EQ(net_score_bounds({20, 30, 50}, 0), (Interval{0.3, 0.3}));
  EXPECT_EQ(net_score_bounds({}, 5), (Interval{-1, 1}));
  EXPECT_TRUE(std::isnan(net_score_bounds({}, 0).low));
  EXPECT_EQ(share_bounds(60, 80, 20), (Interval{0.6, 0.8}));
  EXPECT_TRUE(std::isnan(share_bounds(0, 0, 0).high));
}

TEST(NonResponse, TippingPointByHand) {
  // 30 of 100 answered net; with 100 silent at x the score is (30 + 100x)/200.
  EXPECT_NEAR(net_score_tipping_point({20, 30, 50}, 100, 0.2).value(), 0.1, 1e-15);
  EXPECT_NEAR(net_score_tipping_point({20, 30, 50}, 100, 0.4).value(), 0.5, 1e-15);
  EXPECT_FALSE(net_score_tipping_point({20, 30, 50}, 100, 0.7));  // out of reach
  EXPECT_FALSE(net_score_tipping_point({20, 30, 50}, 10, 0.1));   // even −1 leaves 0.18
  EXPECT_FALSE(net_score_tipping_point({20, 30, 50}, 0, 0.2));
  EXPECT_FALSE(net_score_tipping_point({}, 10, 0.2));
  EXPECT_EQ(share_tipping_point(60, 80, 20, 0.7).value(), 0.5);
  EXPECT_FALSE(share_tipping_point(60, 80, 20, 0.6));  // all no is still 60 of 100
  EXPECT_EQ(share_tipping_point(60, 80, 20, 0.8).value(), 1);
}

TEST(NonResponse, ATippingPointTurnsTheVerdict) {
  Random random(16);
  int found = 0;
  for (int i = 0; i < 2000; ++i) {
    const NetCounts counts{double(random.below(50)), double(random.below(50)),
                           double(1 + random.below(50))};
    const double missing = double(random.below(100)), threshold = 2 * random.uniform() - 1;
    const auto met = [&](double score) {
      const double sum = counts.promoters - counts.detractors + missing * score;
      return sum >= threshold * (counts.total() + missing);
    };
    const bool now = net_score(counts) >= threshold;
    const auto tip = net_score_tipping_point(counts, missing, threshold);
    ASSERT_EQ(tip.has_value(), missing > 0 && met(now ? -1 : 1) != now);
    if (!tip) continue;
    ++found;
    ASSERT_TRUE(met(*tip + 1e-9));
    ASSERT_FALSE(met(*tip - 1e-9));
  }
  EXPECT_GT(found, 500);
}

}  // namespace
}  // namespace topline::stats
