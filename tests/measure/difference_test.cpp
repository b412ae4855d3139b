// SPDX-License-Identifier: Apache-2.0
#include "core/measure/difference.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

std::vector<Difference> with_p(const std::vector<std::optional<double>>& p) {
  std::vector<Difference> all;
  for (const auto& one : p) {
    all.push_back(Difference{MeasureId::nps});
    all.back().against = "rest";
    all.back().p = one;
  }
  return all;
}

TEST(JudgeFamily, HolmByHand) {
  // Three tests: 0.01·3, then 0.03·2, then 0.04 lifted to it; what has no p doesn't count.
  auto family = with_p({0.04, 0.01, std::nullopt, 0.03});
  judge_family(family, 0.95);
  EXPECT_NEAR(*family[1].p_adjusted, 0.03, 1e-12);
  EXPECT_NEAR(*family[3].p_adjusted, 0.06, 1e-12);
  EXPECT_NEAR(*family[0].p_adjusted, 0.06, 1e-12);
  EXPECT_EQ(family[1].verdict, "clear");
  EXPECT_EQ(family[3].verdict, "not_clear");
  EXPECT_EQ(family[2].verdict, "no_verdict");
  EXPECT_FALSE(family[2].p_adjusted.has_value());
  EXPECT_EQ(family[3].notes, std::vector<std::string>{"one_of_many"});
  EXPECT_TRUE(family[1].notes.empty());
}

TEST(JudgeTogether, BenjaminiAndHochbergOverAllOfTheSurveys) {
  auto all = with_p({0.04, 0.01, 0.03});
  all.push_back(Difference{MeasureId::cycle_time});
  all.back().p = 0.2;
  all.back().verdict = "not_clear";
  judge_together(all, 0.95);
  EXPECT_NEAR(*all[1].p_adjusted, 0.03, 1e-12);
  EXPECT_NEAR(*all[2].p_adjusted, 0.04, 1e-12);
  EXPECT_NEAR(*all[0].p_adjusted, 0.04, 1e-12);
  EXPECT_EQ(all[0].verdict, "clear");
  EXPECT_FALSE(all[3].p_adjusted.has_value()) << "a roll-out's difference is of another family";
}

}  // namespace
}  // namespace topline
