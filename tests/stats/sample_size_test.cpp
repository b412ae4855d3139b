// SPDX-License-Identifier: Apache-2.0
#include "core/stats/sample_size.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/finite_population.h"
#include "tests/stats/close.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(SampleSizeOracle, NetScoreProportionAndTwoNetScores) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  int figures = 0;
  for (const auto& entry : oracle.at("sample_size_nps")) {
    const double variance = entry.at("var"), margin = entry.at("moe"), level = entry.at("conf");
    EXPECT_EQ(n_for_net_score(variance, margin, level, kInfinity), entry.at("adj_wald_n"));
    ++figures;
    if (entry.at("with_fpc").is_null()) continue;
    const auto& finite = entry.at("with_fpc");
    EXPECT_EQ(n_for_net_score(variance, margin, level, finite.at(0)), finite.at(1));
    ++figures;
  }
  for (const auto& entry : oracle.at("sample_size_prop")) {
    EXPECT_EQ(n_for_proportion(entry.at("p"), entry.at("moe"), 0.95, kInfinity), entry.at("n"));
    EXPECT_EQ(n_for_proportion(entry.at("p"), entry.at("moe"), 0.95, 1000), entry.at("N1000"));
    figures += 2;
  }
  for (const auto& entry : oracle.at("sample_size_two_nps")) {
    EXPECT_EQ(n_per_group_net_scores(entry.at("var"), entry.at("var"), entry.at("delta"), 0.95,
                                     entry.at("power")),
              entry.at("n_adj"));
    ++figures;
  }
  EXPECT_EQ(figures, 11);
}

// R: with z <- qnorm(.975), se <- sqrt(.56 / 123 + .7 / 303)
TEST(SampleSize, NetScoresAsR) {
  EXPECT_TRUE(is_close(net_score_margin(.56, 200, .95), 0.102942351737393));  // z sqrt(.56 / 203)
  // pnorm(.2 / se - z)
  EXPECT_TRUE(is_close(power_net_scores(.56, 120, .7, 300, .2, .95), 0.675165174549902));
  EXPECT_EQ(power_net_scores(.56, 120, .7, 300, -.2, .95),
            power_net_scores(.56, 120, .7, 300, .2, .95));
  // (z + qnorm(.8)) se
  EXPECT_TRUE(
      is_close(detectable_net_score_difference(.56, 120, .7, 300, .95, .8), 0.232093650194931));
  EXPECT_EQ(n_per_group_net_scores(.56, .7, .15, .95, .9), 586);  // 585.4157
}

// R: power.prop.test with two of n, p2 and power, tol = 1e-12
TEST(SampleSize, ProportionsAsR) {
  // qnorm(.95) sqrt(.3 .7 / 150)
  EXPECT_TRUE(is_close(proportion_margin(.3, 150, .9), 0.0615447872344488));
  // n = 50, p1 = .5, p2 = .75
  EXPECT_TRUE(is_close(power_proportions(.5, 50, .75, 50, .95), 0.74016590133138793));
  EXPECT_EQ(n_per_group_proportions(.5, .75, .95, .9), 77);   // 76.7069
  EXPECT_EQ(n_per_group_proportions(.6, .65, .9, .8), 1159);  // sig.level = .1: 1158.18
  // n = 50, p1 = .5, power = .9: p2 = 0.80263058170389467
  EXPECT_TRUE(is_close(detectable_rise(.5, 50, 50, .95, .9), 0.30263058170389467));
  // n = 200, p1 = .8, power = .8: p2 = 0.89977310235947272
  EXPECT_TRUE(is_close(detectable_rise(.8, 200, 200, .95, .8), 0.09977310235947272));
  // Unequal n, by the same formula: 80 and 200
  EXPECT_TRUE(is_close(power_proportions(.6, 80, .75, 200, .95), 0.695012390808375));
  EXPECT_TRUE(is_close(detectable_rise(.6, 80, 200, .95, .8), 0.168823856435649));
}

TEST(SampleSize, EachTurnsTheOtherRound) {
  for (const double margin : {0.02, 0.05, 0.1, 0.2}) {
    const double n = n_for_net_score(.56, margin, .95, kInfinity);
    EXPECT_LE(net_score_margin(.56, n, .95), margin);
    EXPECT_GT(net_score_margin(.56, n - 1, .95), margin);
    for (const double population : {50.0, 800.0, 1e6}) {
      const double of_all = n_for_proportion(.3, margin, .95, population);
      EXPECT_LE(of_all, population);
      EXPECT_LE(proportion_margin(.3, finite_population_n(of_all, population), .95), margin);
      const double less = finite_population_n(of_all - 1, population);
      EXPECT_GT(proportion_margin(.3, less, .95), margin);
    }
    const double per_group = n_per_group_net_scores(.6, .5, margin, .95, .8);
    EXPECT_GE(power_net_scores(.6, per_group, .5, per_group, margin, .95), .8);
    EXPECT_LT(power_net_scores(.6, per_group - 1, .5, per_group - 1, margin, .95), .8);
    EXPECT_LE(detectable_net_score_difference(.6, per_group, .5, per_group, .95, .8), margin);
  }
  EXPECT_EQ(n_for_proportion(.5, .1, .6826894921370859, kInfinity), 25);  // z = 1: 25, not 26
}

TEST(SampleSize, Edges) {
  EXPECT_EQ(n_for_net_score(.56, .05, .95, 1), 1);
  EXPECT_EQ(n_for_net_score(0, .05, .95, kInfinity), 1);
  EXPECT_EQ(n_for_net_score(1, 1.9, .95, kInfinity), 1);  // −3 below nothing
  EXPECT_TRUE(std::isnan(n_for_net_score(.56, 0, .95, kInfinity)));
  EXPECT_TRUE(std::isnan(n_for_net_score(.56, .05, .95, kNan)));
  EXPECT_TRUE(std::isnan(n_for_proportion(1.2, .05, .95, kInfinity)));
  EXPECT_TRUE(std::isnan(net_score_margin(.56, 0, .95)));
  EXPECT_TRUE(std::isnan(n_per_group_net_scores(.5, .5, 0, .95, .8)));
  EXPECT_TRUE(std::isnan(n_per_group_proportions(.5, .5, .95, .8)));
  EXPECT_TRUE(std::isnan(power_net_scores(.5, 0, .5, 10, .1, .95)));
  EXPECT_TRUE(std::isnan(detectable_rise(.99, 20, 20, .95, .8)));
  EXPECT_TRUE(std::isnan(detectable_rise(.5, 20, 20, .95, 1)));
  EXPECT_EQ(power_proportions(0, 50, 1, 50, .95), 1);
}

}  // namespace
}  // namespace topline::stats
