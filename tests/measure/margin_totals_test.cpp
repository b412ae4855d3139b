// SPDX-License-Identifier: Apache-2.0
#include "core/measure/margin_totals.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

Plan plan_of(std::vector<std::vector<double>> margins) {
  Plan plan;
  for (const auto& targets : margins) {
    Declared::Margin margin{static_cast<uint32_t>(plan.columns.size()), {}};
    for (double target : targets) margin.targets.emplace_back("c", target);
    plan.declared.margins.push_back(margin);
    plan.columns.push_back({.name = "column"});
  }
  return plan;
}

TEST(MarginTotals, SharesTakeTheSumOfThoseThatCountPeople) {
  const auto totals = margin_totals(plan_of({{0.25, 0.75}, {300, 100}, {20, 80}}), 7);
  ASSERT_TRUE(totals.has_value());
  EXPECT_EQ((*totals)[0], (std::vector<double>{100, 300}));
  EXPECT_EQ((*totals)[1], (std::vector<double>{300, 100}));
  EXPECT_EQ((*totals)[2], (std::vector<double>{80, 320}));
}

TEST(MarginTotals, SharesAloneTakeTheSumOfTheWeights) {
  const auto totals = margin_totals(plan_of({{0.5, 0.5}}), 8);
  ASSERT_TRUE(totals.has_value());
  EXPECT_EQ((*totals)[0], (std::vector<double>{4, 4}));
}

TEST(MarginTotals, ThoseThatDisagreeAreRefused) {
  EXPECT_EQ(margin_totals(plan_of({{300, 100}, {300, 101}}), 8).error().code, Code::margins_disagree);
  EXPECT_EQ(margin_totals(plan_of({{0.5, 0.4}}), 8).error().code, Code::margins_disagree);
}

}  // namespace
}  // namespace topline
