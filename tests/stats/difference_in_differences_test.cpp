// SPDX-License-Identifier: Apache-2.0
#include "core/stats/difference_in_differences.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "tests/stats/close.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Five treated and six control teams, two periods before; two after for the treated.
const std::vector<TeamPeriods> kTeams = {
    {true, {3.1, 3.2}, {3.9, 4.0}}, {true, {3.4, 3.3}, {3.8, 3.9}}, {true, {2.9, 3.1}, {3.7, 3.5}},
    {true, {3.3, 3.5}, {4.2, 4.1}}, {true, {3.6, 3.4}, {3.8, 3.9}}, {false, {3.0, 3.1}, {3.2}},
    {false, {3.5, 3.4}, {3.6}},     {false, {3.3, 3.4}, {3.3}},     {false, {3.2, 3.3}, {3.5}},
    {false, {3.1, 3.0}, {3.1}},     {false, {3.7, 3.8}, {3.9}}};

// One figure before, one after: a change of `change`.
TeamPeriods changed(bool treated, double change) { return {treated, {1}, {1 + change}}; }

// R: t.test(treated changes, control changes), the same of the slopes, and all combn(11, 5).
TEST(DifferenceInDifferences, AsR) {
  const DifferenceInDifferences got = difference_in_differences(kTeams, 0.95, 1);
  EXPECT_EQ(got.treated, 5u);
  EXPECT_EQ(got.control, 6u);
  EXPECT_EQ(got.left_out, 0u);
  EXPECT_TRUE(is_close(got.change.difference, 0.483333333333333));
  EXPECT_TRUE(is_close(got.change.standard_error, 0.0923459678479672));
  EXPECT_TRUE(is_close(got.change.t, 5.23394084871214));
  EXPECT_TRUE(is_close(got.change.df, 6.04879520198697));
  EXPECT_TRUE(is_close(got.change.p, 0.00190192422202901));
  EXPECT_TRUE(is_close(got.change.interval, {0.25781201257815, 0.708854654088516}));
  EXPECT_TRUE(got.permutation_exact);
  EXPECT_EQ(got.permutations, 462u);
  EXPECT_TRUE(is_close(got.permutation_p, 0.00216450216450216));
  EXPECT_TRUE(is_close(got.pre_trend.difference, 0.00666666666666682));
  EXPECT_TRUE(is_close(got.pre_trend.standard_error, 0.0915302014516399));
  EXPECT_TRUE(is_close(got.pre_trend.p, 0.944269672731421));
  EXPECT_TRUE(is_close(got.pre_trend.interval, {-0.216486479460826, 0.22981981279416}));
}

// R: changes 1, 2, 2, 3 against 1, 1, 2, 0, all combn(8, 4): 20 of 70 differ by 1 or more.
TEST(DifferenceInDifferences, TiedPermutationsCountAsAtLeastAsFar) {
  std::vector<TeamPeriods> teams;
  for (const double change : {1, 2, 2, 3}) teams.push_back(changed(true, change));
  for (const double change : {1, 1, 2, 0}) teams.push_back(changed(false, change));
  const DifferenceInDifferences got = difference_in_differences(teams, 0.95, 1);
  EXPECT_EQ(got.permutations, 70u);
  EXPECT_TRUE(is_close(got.permutation_p, 0.285714285714286));
  // One period before: nothing is known of the trend.
  EXPECT_TRUE(std::isnan(got.pre_trend.difference) && std::isnan(got.pre_trend.p));
}

TEST(DifferenceInDifferences, NoVerdictUnderFourOnASide) {
  std::vector<TeamPeriods> teams(kTeams.begin() + 2, kTeams.end());  // three treated
  const DifferenceInDifferences got = difference_in_differences(teams, 0.95, 1);
  EXPECT_EQ(got.treated, 3u);
  EXPECT_TRUE(std::isfinite(got.change.difference));
  EXPECT_TRUE(std::isnan(got.change.p) && std::isnan(got.change.interval.low));
  EXPECT_TRUE(std::isnan(got.change.standard_error) && std::isnan(got.permutation_p));
  EXPECT_EQ(got.permutations, 0u);
  EXPECT_TRUE(std::isnan(got.pre_trend.p));
  const DifferenceInDifferences nobody = difference_in_differences({}, 0.95, 1);
  EXPECT_TRUE(std::isnan(nobody.change.difference));
}

TEST(DifferenceInDifferences, TeamsWithoutOneSideAreLeftOutAndGapsAreNot) {
  std::vector<TeamPeriods> teams = kTeams;
  teams.push_back({true, {3.0, 3.1}, {}});
  teams.push_back({false, {kNan}, {3.0}});
  const DifferenceInDifferences got = difference_in_differences(teams, 0.95, 1);
  EXPECT_EQ(got.treated, 5u);
  EXPECT_EQ(got.control, 6u);
  EXPECT_EQ(got.left_out, 2u);
  EXPECT_EQ(got.change.difference, difference_in_differences(kTeams, 0.95, 1).change.difference);
  // A gap is no step: 1, ?, 3 rises by 1 a period.
  std::vector<TeamPeriods> rising;
  for (int i = 0; i < 4; ++i) {
    rising.push_back({true, {1.0 * i, kNan, 2.0 + i}, {5}});
    rising.push_back({false, {1.0 * i, 1.0 * i, kNan}, {5}});
  }
  EXPECT_EQ(difference_in_differences(rising, 0.95, 1).pre_trend.difference, 1);
}

TEST(DifferenceInDifferences, ManyTeamsAreDrawnBySeed) {
  std::vector<TeamPeriods> teams;
  for (int i = 0; i < 9; ++i) teams.push_back(changed(true, 0.5 + 0.1 * i));
  for (int i = 0; i < 30; ++i) teams.push_back(changed(false, 0.05 * i));
  const DifferenceInDifferences got = difference_in_differences(teams, 0.95, 7);
  EXPECT_FALSE(got.permutation_exact);
  EXPECT_EQ(got.permutations, 100000u);
  EXPECT_EQ(got.permutation_p, difference_in_differences(teams, 0.95, 7).permutation_p);
  EXPECT_NE(got.permutation_p, difference_in_differences(teams, 0.95, 8).permutation_p);
  // Exact, from the distribution of sums of 9 of the 39 whole numbers of twentieths (counted by
  // adding one team at a time): 0.273037. 100,000 draws have a standard error of 0.0014.
  for (const uint64_t seed : {7, 8, 9}) {
    EXPECT_NEAR(difference_in_differences(teams, 0.95, seed).permutation_p, 0.27303709958758393,
                4 * 0.00141);
  }
  // From ten a side on the t stands alone.
  teams.push_back(changed(true, 0.7));
  EXPECT_TRUE(std::isnan(difference_in_differences(teams, 0.95, 7).permutation_p));
  EXPECT_LT(difference_in_differences(teams, 0.95, 7).change.p, 1);
}

TEST(DifferenceInDifferences, SmallerSideFirstOrLastGivesTheSameP) {
  std::vector<TeamPeriods> turned = kTeams;
  for (TeamPeriods& team : turned) team.treated = !team.treated;
  const DifferenceInDifferences got = difference_in_differences(turned, 0.95, 1);
  EXPECT_EQ(got.permutations, 462u);
  EXPECT_TRUE(is_close(got.permutation_p, 0.00216450216450216));
  EXPECT_TRUE(is_close(got.change.difference, -0.483333333333333));
}

}  // namespace
}  // namespace topline::stats
