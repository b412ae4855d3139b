// SPDX-License-Identifier: Apache-2.0
#include "core/stats/mirr.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace topline::stats {
namespace {

using Flows = std::vector<double>;

// Against spreadsheets, numpy-financial and the expected cases: cash_flow_test.cpp.
TEST(Mirr, ByHand) {
  // Out 100 now; in 50 x 1.2 + 84 = 144 at the end of period 2: 1.2² - 1.
  EXPECT_NEAR(modified_internal_rate(Flows{-100, 50, 84}, 0.1, 0.2).value(), 0.2, 1e-15);
  // Out 100 + 110 / 1.1 = 200; in 288: √1.44.
  EXPECT_NEAR(modified_internal_rate(Flows{-100, -110, 288}, 0.1, 0.5).value(), 0.2, 1e-15);
  // One number where the internal rate has two.
  EXPECT_TRUE(modified_internal_rate(Flows{-1600, 10000, -10000}, 0.1, 0.1).has_value());
}

TEST(Mirr, AbsentWhereNothingIsPaidOrReceived) {
  EXPECT_FALSE(modified_internal_rate(Flows{1, 2, 3}, 0.1, 0.1).has_value());
  EXPECT_FALSE(modified_internal_rate(Flows{-1, -2}, 0.1, 0.1).has_value());
  EXPECT_FALSE(modified_internal_rate(Flows{}, 0.1, 0.1).has_value());
  EXPECT_FALSE(modified_internal_rate(Flows{-1}, 0.1, 0.1).has_value());
  EXPECT_FALSE(modified_internal_rate(Flows{-1, 2}, -1, 0.1).has_value());
  EXPECT_FALSE(modified_internal_rate(Flows{-1, 2}, 0.1, -1).has_value());
  EXPECT_FALSE(modified_internal_rate(Flows{-1, HUGE_VAL}, 0.1, 0.1).has_value());
}

}  // namespace
}  // namespace topline::stats
