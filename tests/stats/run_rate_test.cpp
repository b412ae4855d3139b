// SPDX-License-Identifier: Apache-2.0
#include "core/stats/run_rate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace topline::stats {
namespace {

using Values = std::vector<DatedValue>;

TEST(RunRate, ProgressUpAndDown) {
  EXPECT_EQ(goal_progress(20, 40, 35), 0.75);
  EXPECT_EQ(goal_progress(10, 2, 4), 0.75);
  EXPECT_EQ(goal_progress(-10, 10, 0), 0.5);
  EXPECT_EQ(goal_progress(20, 40, 10), -0.5);
  EXPECT_EQ(goal_progress(20, 40, 50), 1.5);
  EXPECT_FALSE(goal_progress(20, 20, 20).has_value());
}

TEST(RunRate, WhatEachDayMustAdd) {
  EXPECT_EQ(needed_run_rate(70, 100, 20, 30), 3);
  EXPECT_EQ(needed_run_rate(8, 2, 20, 32), -0.5);
  EXPECT_EQ(needed_run_rate(120, 100, 20, 30), -2);
  EXPECT_FALSE(needed_run_rate(70, 100, 30, 30).has_value());
  EXPECT_FALSE(needed_run_rate(70, 100, 31, 30).has_value());
}

TEST(RunRate, ProjectionByHand) {
  // Days 0 to 3, values 1 3 2 4: slope 4/5, mean 2.5 on day 1.5, residuals -0.3 0.9 -0.9 0.3, so
  // s² = 1.8/2; on day 4 the line is at 4.5 and s²(1 + 1/4 + 6.25/5) = 2.25. t(0.975; 2) is
  // 0.95 √(2 / (1 − 0.95²)).
  for (const Values& values :
       {Values{{0, 1}, {1, 3}, {2, 2}, {3, 4}}, Values{{2, 2}, {0, 1}, {3, 4}, {1, 3}}}) {
    const Projection p = project(values, 4, 0.95).value();
    EXPECT_NEAR(p.slope, 0.8, 1e-15);
    EXPECT_NEAR(p.expected, 4.5, 1e-14);
    const double half = 1.5 * 0.95 * std::sqrt(2 / (1 - 0.95 * 0.95));
    EXPECT_NEAR(p.prediction.low, 4.5 - half, 1e-12);
    EXPECT_NEAR(p.prediction.high, 4.5 + half, 1e-12);
  }
}

TEST(RunRate, DatesFarFromZeroLoseNothing) {
  const Projection near = project(Values{{0, 1}, {1, 3}, {2, 2}, {3, 4}}, 4, 0.9).value();
  const Projection far =
      project(Values{{20000, 1}, {20001, 3}, {20002, 2}, {20003, 4}}, 20004, 0.9).value();
  EXPECT_NEAR(far.expected, near.expected, 1e-12);
  EXPECT_NEAR(far.prediction.low, near.prediction.low, 1e-12);
}

TEST(RunRate, AStraightLineIsCertain) {
  const Projection p = project(Values{{0, 10}, {10, 20}, {20, 30}}, 40, 0.95).value();
  EXPECT_NEAR(p.expected, 50, 1e-12);
  EXPECT_NEAR(p.prediction.low, 50, 1e-9);
  EXPECT_NEAR(p.prediction.high, 50, 1e-9);
}

TEST(RunRate, FewValues) {
  const Projection two = project(Values{{0, 10}, {10, 20}}, 30, 0.95).value();
  EXPECT_NEAR(two.expected, 40, 1e-12);
  EXPECT_TRUE(std::isnan(two.prediction.low) && std::isnan(two.prediction.high));
  EXPECT_FALSE(project(Values{}, 30, 0.95).has_value());
  EXPECT_FALSE(project(Values{{5, 1}}, 30, 0.95).has_value());
  EXPECT_FALSE(project(Values{{5.1, 1}, {5.1, 2}, {5.1, 4}}, 30, 0.95).has_value());
  EXPECT_FALSE(project(Values{{5, 1}, {6, std::nan("")}, {7, 3}}, 30, 0.95).has_value());
  EXPECT_FALSE(project(Values{{5, 1}, {6, 2}}, HUGE_VAL, 0.95).has_value());
}

}  // namespace
}  // namespace topline::stats
