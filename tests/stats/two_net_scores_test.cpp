// SPDX-License-Identifier: Apache-2.0
#include "core/stats/two_net_scores.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/stats/close.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

NetCounts counts_of(const nlohmann::json& three) {
  return {three.at(0).get<double>(), three.at(1).get<double>(), three.at(2).get<double>()};
}

TEST(TwoNetScoresOracle, AdjustedWald) {
  READ_ORACLE_OR_SKIP(oracle, "nps_oracle.json");
  Agreement relative;
  for (const auto& entry : oracle.at("two_sample")) {
    const NetScoreDifference got =
        net_score_difference(counts_of(entry.at("x")), counts_of(entry.at("y")), 0.95);
    const auto& adjusted = entry.at("adj");
    relative.add(got.difference / entry.at("wald").at("delta").get<double>(), 1);
    relative.add(got.centre / adjusted.at("delta").get<double>(), 1);
    relative.add(got.standard_error / adjusted.at("se").get<double>(), 1);
    relative.add(got.p / adjusted.at("p").get<double>(), 1);
    relative.add(got.interval.low / adjusted.at("ci").at(0).get<double>(), 1);
    relative.add(got.interval.high / adjusted.at("ci").at(1).get<double>(), 1);
  }
  EXPECT_AGREES(relative, 24, 1e-12);
}

TEST(TwoNetScoresOracle, PermutationP) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  Agreement relative;
  for (const auto& entry : oracle.at("permutation_nps")) {
    const NetCounts x = counts_of(entry.at("x")), y = counts_of(entry.at("y"));
    const double expected = entry.at("p_exact_two_sided");
    relative.add(net_score_permutation_p(x, y) / expected, 1);
    relative.add(net_score_permutation_p(y, x) / expected, 1);
  }
  EXPECT_AGREES(relative, 10, 1e-12);
}

TEST(TwoNetScores, PAndIntervalNeverDisagree) {
  for (int promoters = 0; promoters <= 40; ++promoters) {
    const double c = promoters;
    const NetScoreDifference got =
        net_score_difference({20 - c / 2, 20 - c / 2, c}, {14, 13, 13}, 0.95);
    EXPECT_EQ(got.p<0.05, got.interval.low> 0 || got.interval.high < 0) << promoters;
  }
}

TEST(TwoNetScores, EdgesAndExtremes) {
  const NetScoreDifference empty = net_score_difference({0, 0, 0}, {1, 2, 3}, 0.95);
  EXPECT_TRUE(std::isnan(empty.difference) && std::isnan(empty.p));
  EXPECT_TRUE(std::isnan(empty.interval.low) && std::isnan(empty.interval.high));
  const NetScoreDifference apart = net_score_difference({0, 0, 50}, {50, 0, 0}, 0.999);
  EXPECT_EQ(apart.difference, 2);
  EXPECT_EQ(apart.interval.high, 2);
  EXPECT_GT(apart.p, 0);
  EXPECT_TRUE(std::isnan(net_score_difference({1, 2, 3}, {1, 2, 3}, NAN).interval.low));

  EXPECT_EQ(net_score_permutation_p({2, 3, 4}, {4, 6, 8}), 1);  // equal scores
  EXPECT_EQ(net_score_permutation_p({0, 5, 0}, {0, 9, 0}), 1);  // nothing to deal out
  EXPECT_TRUE(std::isnan(net_score_permutation_p({0, 0, 0}, {1, 2, 3})));
  EXPECT_TRUE(std::isnan(net_score_permutation_p({0.5, 0, 1}, {1, 2, 3})));
  EXPECT_TRUE(std::isnan(net_score_permutation_p({700, 701, 700}, {700, 701, 700})));
  // Two hypergeometric tails against 1,000,000: 2 of 2 detractors, of a tenth. choose(1e5, 2) /
  // choose(1e6 + 2, 2) for both the same, the other end (a score above 0) being possible only with
  // promoters, of whom there are none.
  const double p = net_score_permutation_p({2, 0, 0}, {99998, 900002, 0});
  EXPECT_TRUE(is_close(p, 1e5 * (1e5 - 1) / ((1e6 + 2) * (1e6 + 1)), 1e-12));
}

// R: t.test(changes) of 42 people: 5, 3, 2 of the detractors stay, become passives, promoters; 1,
// 10, 6 of the passives; 1, 2, 12 of the promoters.
TEST(PairedNetScore, AsRsPairedT) {
  const PairedNetScore got = paired_net_score({{{5, 3, 2}, {1, 10, 6}, {1, 2, 12}}}, 0.95);
  EXPECT_EQ(got.n, 42u);
  EXPECT_TRUE(is_close(got.difference, 0.1904761904761905));
  EXPECT_TRUE(is_close(got.standard_error, 0.1142469930532677));
  EXPECT_TRUE(is_close(got.t, 1.6672315426926017));
  EXPECT_TRUE(is_close(got.p, 0.1030903756645428));
  EXPECT_TRUE(is_close(got.interval, {-0.0402502927446149, 0.4212026736969958}));
}

TEST(PairedNetScore, NobodyOrNoSpread) {
  const PairedNetScore nobody = paired_net_score({}, 0.95);
  EXPECT_EQ(nobody.n, 0u);
  EXPECT_TRUE(std::isnan(nobody.difference) && std::isnan(nobody.p));
  const PairedNetScore same = paired_net_score({{{5, 0, 0}, {0, 6, 0}, {0, 0, 7}}}, 0.95);
  EXPECT_EQ(same.n, 18u);
  EXPECT_EQ(same.difference, 0);
  EXPECT_TRUE(std::isnan(same.t) && std::isnan(same.p) && std::isnan(same.interval.low));
}

}  // namespace
}  // namespace topline::stats
