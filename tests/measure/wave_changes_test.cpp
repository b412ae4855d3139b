// SPDX-License-Identifier: Apache-2.0
#include "core/measure/wave_changes.h"

#include <gtest/gtest.h>

#include "core/measure/mix_rate.h"
#include "tests/measure/compared_cells.h"

namespace topline {
namespace {

using sample::net;

// Cells 0: all; 1–4: four waves, the third without answers; headline: the last.
struct Waves {
  ColumnPlan plan = sample::nps_plan();
  std::vector<Answers> answers = {
      net(60, 60, 100), net(30, 20, 30), net(20, 20, 30), {}, net(10, 20, 40)};
  std::vector<bool> hidden = std::vector<bool>(5);
  ComparisonCells cells;
  Waves() {
    cells.waves = {1, 2, 3, 4};
    cells.headline = 3;
  }
  ComparedQuestion question() const { return {0, plan, answers, hidden}; }
};

TEST(WavePairs, TheHeadlineAgainstThePreviousAndTheFirst) {
  const Waves waves;
  const auto pairs = wave_pairs(waves.question(), waves.cells, CompareScope::headline);
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].later, 3u);
  EXPECT_EQ(pairs[0].earlier, 1u) << "the question was not asked in the third wave";
  EXPECT_STREQ(pairs[1].against, "first");
  EXPECT_EQ(pairs[1].earlier, 0u);
  EXPECT_EQ(wave_pairs(waves.question(), waves.cells, CompareScope::all).size(), 3u);
  EXPECT_TRUE(wave_pairs(waves.question(), waves.cells, CompareScope::none).empty());
}

TEST(CompareWaves, LaterLessEarlier) {
  Waves waves;
  const ComparedFigure figure = waves.question().figures(false)[0];
  const auto one =
      compare_waves(waves.question(), figure, waves.cells, {3, 1, "previous"}, {}, 220, true);
  ASSERT_TRUE(one);
  EXPECT_NEAR(*one->value, 100 * (30.0 / 70 - 10.0 / 70), 1e-10);
  EXPECT_EQ(one->a, 4u);
  EXPECT_EQ(one->b, 2u);
  EXPECT_EQ(one->notes, std::vector<std::string>{"unpaired"});
  waves.hidden[2] = true;
  EXPECT_FALSE(
      compare_waves(waves.question(), figure, waves.cells, {3, 1, "previous"}, {}, 220, false));
}

// Two departments of 50 and 50, then 80 and 20: everyone's share rises from 50 % to 68 % though
// neither department's changes.
TEST(MixAndRateOf, AllOfItIsMix) {
  const ColumnPlan plan = sample::csat_plan();
  // 1: wave one, 2: wave two; 3, 4: Sales; 5, 6: IT.
  std::vector<Answers> answers = {sample::satisfied(118, 200), sample::satisfied(50, 100),
                                  sample::satisfied(68, 100),  sample::satisfied(40, 50),
                                  sample::satisfied(64, 80),   sample::satisfied(10, 50),
                                  sample::satisfied(4, 20)};
  std::vector<bool> hidden(7);
  ComparisonCells cells;
  cells.waves = {1, 2};
  cells.splits = {{1, {{3, 4}, {5, 6}}}};
  const ComparedQuestion question(0, plan, answers, hidden);
  const auto parts =
      mix_and_rate_of(question, question.figures(false)[0], cells, cells.splits[0], 0, 1);
  ASSERT_TRUE(parts);
  EXPECT_NEAR(parts->mix, 18, 1e-10);
  EXPECT_NEAR(parts->rate, 0, 1e-10);
}

// What is hidden counts together, as what the shown ones leave: three of ten people each, before
// and after.
TEST(MixAndRateOf, HiddenCellsGoInAsOne) {
  const ColumnPlan plan = sample::csat_plan();
  std::vector<Answers> answers = {
      sample::satisfied(60, 120), sample::satisfied(25, 50), sample::satisfied(35, 70),
      sample::satisfied(20, 40),  sample::satisfied(30, 60),  // shown
      sample::satisfied(1, 4),    sample::satisfied(2, 4),    // hidden
      sample::satisfied(4, 6),    sample::satisfied(3, 6)};   // hidden with it
  std::vector<bool> hidden = {false, false, false, false, false, true, true, true, false};
  ComparisonCells cells;
  cells.waves = {1, 2};
  cells.splits = {{1, {{3, 4}, {5, 6}, {7, 8}}}};
  const ComparedQuestion question(0, plan, answers, hidden);
  const auto parts =
      mix_and_rate_of(question, question.figures(false)[0], cells, cells.splits[0], 0, 1);
  ASSERT_TRUE(parts);
  // Shares 0.8 → 6/7 at 50 % both; the others 0.2 → 1/7 at 50 % both.
  EXPECT_NEAR(parts->mix, 0, 1e-10);
  EXPECT_NEAR(parts->rate, 0, 1e-10);
  const auto same = [&](uint64_t first, uint64_t second) {
    answers[5] = sample::satisfied(first, 4);
    answers[7] = sample::satisfied(second, 6);
    const auto moved =
        mix_and_rate_of(question, question.figures(false)[0], cells, cells.splits[0], 0, 1);
    return moved && moved->mix == parts->mix && moved->rate == parts->rate;
  };
  EXPECT_TRUE(same(4, 1));
  EXPECT_TRUE(same(0, 5));
}

}  // namespace
}  // namespace topline
