// SPDX-License-Identifier: Apache-2.0
#include "core/stats/vendor_score.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/random.h"

namespace topline::stats {
namespace {

using Numbers = std::vector<double>;

TEST(VendorScore, WeightsAreBroughtToOne) {
  const Scorecard card = scorecard(Numbers{30, 10}, Numbers{4, 8, 6, 4}).value();
  EXPECT_EQ(card.weights, (Numbers{0.75, 0.25}));
  EXPECT_EQ(card.scores, (Numbers{5, 5.5}));
  EXPECT_EQ(card.winners, std::vector<size_t>{1});
}

TEST(VendorScore, TiesAreNamed) {
  // 0.1·3 + 0.9·1 and 0.1·1.2 + 0.9·1.2 are both 1.2, the doubles are not.
  const Scorecard card = scorecard(Numbers{0.1, 0.9}, Numbers{3, 1, 1, 1, 1.2, 1.2}).value();
  EXPECT_EQ(card.winners, (std::vector<size_t>{0, 2}));
  EXPECT_FALSE(weight_sensitivity(Numbers{0.1, 0.9}, Numbers{3, 1, 1, 1, 1.2, 1.2}).has_value());
}

TEST(VendorScore, RefusesWhatIsNoScorecard) {
  EXPECT_FALSE(scorecard({}, Numbers{1}).has_value());
  EXPECT_FALSE(scorecard(Numbers{1}, {}).has_value());
  EXPECT_FALSE(scorecard(Numbers{1, 1}, Numbers{1, 2, 3}).has_value());
  EXPECT_FALSE(scorecard(Numbers{1, -1}, Numbers{1, 2}).has_value());
  EXPECT_FALSE(scorecard(Numbers{0, 0}, Numbers{1, 2}).has_value());
  EXPECT_FALSE(scorecard(Numbers{1, HUGE_VAL}, Numbers{1, 2}).has_value());
  EXPECT_FALSE(scorecard(Numbers{1, 1}, Numbers{1, std::nan("")}).has_value());
  EXPECT_FALSE(weight_sensitivity(Numbers{0, 0}, Numbers{1, 2}).has_value());
}

TEST(VendorScore, WhereTheWinnerChangesByHand) {
  // A = 8w + 4(1 − w), B = 6 at every weight: B draws level at w = 1/2 and leads below.
  const auto changes = weight_sensitivity(Numbers{0.75, 0.25}, Numbers{8, 4, 6, 6}).value();
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].weight, 0.75);
  EXPECT_DOUBLE_EQ(changes[0].lower.value().weight, 0.5);
  EXPECT_EQ(changes[0].lower->challenger, 1u);
  EXPECT_FALSE(changes[0].higher.has_value());
  EXPECT_FALSE(changes[1].lower.has_value());
  EXPECT_DOUBLE_EQ(changes[1].higher.value().weight, 0.5);
}

TEST(VendorScore, AWinnerEverywhereHasNoChange) {
  const auto changes =
      weight_sensitivity(Numbers{1, 2, 3}, Numbers{9, 9, 9, 5, 9, 1, 9, 2, 8}).value();
  for (const WeightSensitivity& one : changes) {
    EXPECT_FALSE(one.lower.has_value() || one.higher.has_value());
  }
  // Level at the very end of the range is not ahead.
  const auto level = weight_sensitivity(Numbers{1, 1}, Numbers{9, 5, 9, 4}).value();
  EXPECT_FALSE(level[0].higher.has_value());
}

TEST(VendorScore, CriteriaOfNoWeightAndOfAll) {
  // Free of weight, the second criterion changes the winner once it counts for more than a third.
  const auto changes = weight_sensitivity(Numbers{1, 0}, Numbers{5, 1, 4, 3}).value();
  EXPECT_FALSE(changes[0].lower.has_value() || changes[0].higher.has_value());
  EXPECT_FALSE(changes[1].lower.has_value());
  EXPECT_DOUBLE_EQ(changes[1].higher.value().weight, 1.0 / 3);
}

// The winner is scored again on either side of each change that is told, and along the way to it.
TEST(VendorScore, ChangesHoldAgainstScoringAgain) {
  Random random(41);
  int told = 0;
  for (int i = 0; i < 500; ++i) {
    const size_t criteria = 2 + random.below(4), vendors = 2 + random.below(4);
    Numbers weights(criteria), marks(criteria * vendors);
    for (double& weight : weights) weight = 0.05 + random.uniform();
    for (double& mark : marks) mark = 10 * random.uniform();
    const Scorecard card = scorecard(weights, marks).value();
    const auto changes = weight_sensitivity(weights, marks);
    ASSERT_TRUE(changes.has_value());
    for (size_t c = 0; c < criteria; ++c) {
      const auto winner_at = [&](double weight) {
        Numbers moved = card.weights;
        for (double& other : moved) other *= (1 - weight) / (1 - card.weights[c]);
        moved[c] = weight;
        return scorecard(moved, marks)->winners.at(0);
      };
      const WeightSensitivity& one = changes->at(c);
      for (const bool up : {false, true}) {
        const auto& change = up ? one.higher : one.lower;
        const double end = up ? 1 : 0;
        const double until = change ? change->weight : end;
        for (const double share : {0.25, 0.5, 0.999}) {
          ASSERT_EQ(winner_at(one.weight + share * (until - one.weight)), card.winners[0]);
        }
        if (!change) continue;
        ++told;
        ASSERT_EQ(winner_at(until + 1e-6 * (end - until)), change->challenger);
      }
    }
  }
  EXPECT_GT(told, 500);
}

}  // namespace
}  // namespace topline::stats
