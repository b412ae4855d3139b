// SPDX-License-Identifier: Apache-2.0
#include "core/stats/usability.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

TEST(UsabilityOracle, SusAndUmuxLite) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  Agreement scores;
  for (const auto& entry : oracle.at("sus")) {
    const std::vector<double> answers = entry.at("items");
    const auto got = sus(answers);
    ASSERT_TRUE(got);
    scores.add(got->score, entry.at("sus"));
    EXPECT_EQ(got->all_equal, answers == std::vector<double>(10, answers[0]));
  }
  for (const auto& entry : oracle.at("umux_lite")) {
    const std::vector<double> answers = entry.at("items");
    const auto got = umux_lite(answers);
    ASSERT_TRUE(got);
    scores.add(got->raw, entry.at("raw"));
    scores.add(got->regressed, entry.at("regressed"));
    EXPECT_EQ(got->all_equal, answers[0] == answers[1]);
  }
  EXPECT_AGREES(scores, 13, 1e-13);
}

TEST(Usability, OnlyCompleteAnswersOnTheScale) {
  std::vector<double> answers(10, 3);
  EXPECT_TRUE(sus(answers));
  for (const double wrong : {0.0, 6.0, 2.5, -1.0, std::nan(""), HUGE_VAL}) {
    answers[4] = wrong;
    EXPECT_FALSE(sus(answers)) << wrong;
  }
  EXPECT_FALSE(sus(std::vector<double>(9, 3)));
  EXPECT_FALSE(sus({}));
  EXPECT_FALSE(umux_lite(std::vector<double>{8, 1}));
  EXPECT_FALSE(umux_lite(std::vector<double>{7, 0}));
  EXPECT_FALSE(umux_lite(std::vector<double>{7, std::nan("")}));
  EXPECT_FALSE(umux_lite(std::vector<double>{7, 7, 7}));
}

}  // namespace
}  // namespace topline::stats
