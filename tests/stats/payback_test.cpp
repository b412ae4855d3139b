// SPDX-License-Identifier: Apache-2.0
#include "core/stats/payback.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/stats/relative.h"

namespace topline::stats {
namespace {

using Flows = std::vector<double>;

TEST(Payback, ByHand) {
  EXPECT_EQ(payback(Flows{-100, 40, 40, 40}).recovered, 2.5);
  EXPECT_EQ(payback(Flows{-100, 50, 50}).recovered, 2);
  EXPECT_EQ(payback(Flows{-100, 0, 0, 400}).recovered, 2.25);
  EXPECT_EQ(payback(Flows{-100, 50, 100}, 0.25).recovered, 1 + 60.0 / 64);
  // The first outlay may come later.
  EXPECT_EQ(payback(Flows{0, -100, 200}).recovered, 1.5);
  EXPECT_EQ(payback(Flows{1000, -3000, 2500}).recovered, 1.8);
}

TEST(Payback, NeverAndNotNeeded) {
  const Payback never = payback(Flows{-100, 20, 20});
  EXPECT_FALSE(never.recovered.has_value() || never.lost_again.has_value());
  EXPECT_TRUE(never.below_zero_at_end);
  for (const Flows& flows : {Flows{}, Flows{0, 100, 200}, Flows{100, -50}}) {
    EXPECT_EQ(payback(flows).recovered, 0);
    EXPECT_FALSE(payback(flows).lost_again.has_value() || payback(flows).below_zero_at_end);
  }
}

TEST(Payback, LostAgain) {
  const Payback lost = payback(Flows{-1600, 10000, -10000});
  EXPECT_EQ(lost.recovered, 0.16);
  EXPECT_DOUBLE_EQ(lost.lost_again.value(), 1.84);
  EXPECT_TRUE(lost.below_zero_at_end);
  const Payback twice = payback(Flows{-10, 20, -20, 20, -20, 40});
  EXPECT_EQ(twice.recovered, 0.5);
  EXPECT_EQ(twice.lost_again, 1.5);
  EXPECT_FALSE(twice.below_zero_at_end);
  // A later outlay that the sum outlasts loses nothing.
  EXPECT_FALSE(payback(Flows{-100, 150, -20}).lost_again.has_value());
}

TEST(Payback, RoundingIsNoDebt) {
  EXPECT_EQ(payback(Flows{-0.3, 0.1, 0.1, 0.1}).recovered, 3);
  EXPECT_EQ(payback(Flows{-0.7, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}).recovered, 7);
  const Payback even = payback(Flows{-0.3, 0.1, 0.2, 0.3, -0.1, -0.1, -0.1});
  EXPECT_EQ(even.recovered, 2);
  EXPECT_FALSE(even.lost_again.has_value() || even.below_zero_at_end);
}

TEST(Payback, NothingFromBadNumbers) {
  EXPECT_FALSE(payback(Flows{-1, 5}, -1).recovered.has_value());
  EXPECT_FALSE(payback(Flows{-1, std::nan("")}).recovered.has_value());
}

TEST(Payback, Oracle) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  Agreement times;
  for (const auto& one : oracle.at("payback")) {
    const Flows flows = numbers(one.at("cf"));
    add_relative(times, payback(flows).recovered, one.at("simple"));
    add_relative(times, payback(flows, 0.1).recovered, one.at("discounted_10"));
  }
  EXPECT_AGREES(times, 4, 1e-9);
}

TEST(Payback, ExpectedCases) {
  READ_FINANCE_CASES_OR_SKIP(cases);
  Agreement times;
  for (const auto& [name, one] : cases.items()) {
    SCOPED_TRACE(name);
    const Flows flows = numbers(one.at("cash_flows"));
    const Payback simple = payback(flows);
    add_relative(times, simple.recovered, one.at("payback_periods"));
    add_relative(times, payback(flows, one.at("discount_rate_per_period")).recovered,
                 one.at("discounted_payback_periods"));
    EXPECT_EQ(simple.lost_again.has_value(),
              one.at("cumulative_dips_below_zero_again_after_payback"));
    EXPECT_EQ(simple.recovered && simple.below_zero_at_end,
              one.at("final_cumulative_negative_after_payback").get<bool>());
  }
  EXPECT_AGREES(times, 14, 1e-9);
}

}  // namespace
}  // namespace topline::stats
