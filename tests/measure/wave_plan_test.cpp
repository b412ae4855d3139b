// SPDX-License-Identifier: Apache-2.0
#include "core/measure/wave_plan.h"

#include <gtest/gtest.h>

#include <cmath>

namespace topline {
namespace {

// ../shared/design/statistics.md, Non-response and planning: V = .56: ±5 → 858, ±10 → 213; of 800
// people 415.
TEST(WavePlan, GivesTheAnswersForAMargin) {
  WaveQuestion question;
  question.margins = {5, 10};
  auto plan = plan_wave(question);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->margins[0].answers, 858);
  EXPECT_EQ(plan->margins[1].answers, 213);
  EXPECT_FALSE(plan->margins[0].invitations);
  question.population = 800;
  question.response_rate = 0.3;
  plan = plan_wave(question);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->margins[0].answers, 415);
  EXPECT_EQ(plan->margins[0].invitations, 1384);  // 415 ÷ 0.3 = 1383.3
}

TEST(WavePlan, AgreesWithItselfBothWaysRound) {
  for (const auto score : {WaveQuestion::Score::nps, WaveQuestion::Score::share}) {
    for (const std::optional<double> population : {std::optional<double>(), std::optional(2000.0)}) {
      WaveQuestion question;
      question.score = score;
      question.population = population;
      question.margins = {6};
      question.differences = {9};
      const auto plan = plan_wave(question);
      ASSERT_TRUE(plan);
      question.sizes = {plan->margins[0].answers, plan->margins[0].answers - 1,
                        plan->differences[0].answers, plan->differences[0].answers - 2};
      const auto turned = plan_wave(question);
      ASSERT_TRUE(turned);
      EXPECT_LE(turned->sizes[0].margin, 6);
      EXPECT_GT(turned->sizes[1].margin, 6);
      EXPECT_GE(turned->sizes[2].powers[0], 0.8 - 1e-3);
      EXPECT_LT(turned->sizes[3].powers[0], 0.8);
      EXPECT_NEAR(turned->sizes[2].detectable, 9, 0.1);
    }
  }
}

TEST(WavePlan, LeavesNothingToChanceWhereEveryoneAnswers) {
  WaveQuestion question;
  question.population = 120;
  question.sizes = {120};
  const auto plan = plan_wave(question);
  ASSERT_TRUE(plan);
  EXPECT_NEAR(plan->sizes[0].margin, 0, 1e-3);
  EXPECT_NEAR(plan->sizes[0].powers[0], 1, 1e-12);
  EXPECT_LE(plan->margins[0].answers, 120);
}

TEST(WavePlan, ComparesWithTheWaveBefore) {
  WaveQuestion question;
  question.sizes = {300};
  const double alike = plan_wave(question)->sizes[0].detectable;
  question.before = 3000;
  EXPECT_LT(plan_wave(question)->sizes[0].detectable, alike);
  question.before = 30;
  EXPECT_GT(plan_wave(question)->sizes[0].detectable, alike);
}

TEST(WavePlan, SaysWhatCannotBe) {
  WaveQuestion question;
  question.score = WaveQuestion::Score::share;
  question.share = 0.95;
  question.differences = {10};  // 105 %
  const auto plan = plan_wave(question);
  ASSERT_TRUE(plan);
  EXPECT_TRUE(std::isnan(plan->differences[0].answers));
  for (const auto spoil : {+[](WaveQuestion& q) { q.power = 1; }, +[](WaveQuestion& q) { q.margins = {0}; },
                           +[](WaveQuestion& q) { q.sizes = {1}; },
                           +[](WaveQuestion& q) { q.population = 1; },
                           +[](WaveQuestion& q) { q.response_rate = 0; },
                           +[](WaveQuestion& q) { q.variance = 0; }}) {
    WaveQuestion bad;
    spoil(bad);
    const auto refused = plan_wave(bad);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::bad_option);
  }
}

}  // namespace
}  // namespace topline
