// SPDX-License-Identifier: Apache-2.0
#include "core/stats/net_score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/stats/normal.h"
#include "core/stats/random.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

Interval clipped(const nlohmann::json& ends) {
  return {std::max(-1.0, ends.at(0).get<double>()), std::min(1.0, ends.at(1).get<double>())};
}

TEST(NetScore, CountedByHand) {
  const NetCounts counts{3, 3, 5};
  EXPECT_NEAR(100 * net_score(counts), 18.18, 0.005);
  EXPECT_NEAR(100 * net_score_standard_error(counts), 25.1, 0.05);
  const Interval score = net_score_tango(counts, 0.95);
  EXPECT_NEAR(100 * score.low, -30.6, 0.05);
  EXPECT_NEAR(100 * score.high, 58.8, 0.05);
  EXPECT_DOUBLE_EQ(net_score_variance({1, 2, 3}), 5.0 / 9);
  EXPECT_EQ(net_score({0, 1, 0}), 0);
}

TEST(NetScore, AsPublished) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  const auto& published = oracle.at("nps_published");
  const auto& shares = published.at(0).at("p");  // detractors, passives, promoters
  const NetCounts thirds{shares.at(0), shares.at(1), shares.at(2)};
  EXPECT_NEAR(net_score(thirds), published.at(0).at("nps"), 1e-15);
  EXPECT_NEAR(net_score_variance(thirds), published.at(0).at("var"), 1e-15);
  // A dashboard's 50 counted one who did not answer.
  EXPECT_NEAR(net_score({2, 11, 18}), published.at(1).at("nps31"), 1e-15);
  EXPECT_NEAR(net_score({2, 11, 18}) * 31 / 32, published.at(1).at("nps32"), 1e-15);
}

TEST(NetScore, NobodyAnswered) {
  EXPECT_TRUE(std::isnan(net_score({})));
  EXPECT_TRUE(std::isnan(net_score_standard_error({})));
  for (const Interval& interval :
       {net_score_wald({}, 0.95), net_score_adjusted_wald({}, 0.95), net_score_tango({}, 0.95)}) {
    EXPECT_TRUE(std::isnan(interval.low) && std::isnan(interval.high));
  }
  EXPECT_TRUE(std::isnan(net_score({-1, 2, 3})));
}

TEST(NetScore, OneKindOfAnswerHasAClosedForm) {
  for (const double n : {0.5, 1.0, 10.0, 1e6}) {
    const double zz = std::pow(two_sided_z(0.95), 2);
    EXPECT_EQ(net_score_tango({0, 0, n}, 0.95), (Interval{(n - zz) / (n + zz), 1}));
    EXPECT_EQ(net_score_tango({n, 0, 0}, 0.95), (Interval{-1, -(n - zz) / (n + zz)}));
    EXPECT_EQ(net_score_tango({0, n, 0}, 0.95), (Interval{-zz / (n + zz), zz / (n + zz)}));
    // Next to it, the same but for a hair: no jump to the root at the score itself.
    EXPECT_NEAR(net_score_tango({n * 1e-13, n * 1e-13, n}, 0.95).low, (n - zz) / (n + zz), 1e-9);
    EXPECT_NEAR(net_score_tango({n * 1e-13, n, n * 1e-13}, 0.95).high, zz / (n + zz), 1e-9);
  }
}

TEST(NetScore, SwappingTheEndsTurnsTheIntervalRound) {
  Random random(1);
  for (int i = 0; i < 1000; ++i) {
    const NetCounts counts{100 * random.uniform(), 50 * random.uniform(), 9 * random.uniform()};
    const NetCounts mirrored{counts.promoters, counts.passives, counts.detractors};
    const Interval a = net_score_tango(counts, 0.95), b = net_score_tango(mirrored, 0.95);
    EXPECT_EQ(a.low, -b.high);
    EXPECT_EQ(a.high, -b.low);
  }
}

// |score − θ| √n / √V(θ) against z, with V straight from the formula: just inside each end it is
// less, just outside more, and on the way from the end to ±1 it never comes back.
TEST(NetScore, TangoEndsAreWhereTheTestTurns) {
  const auto statistic = [](const NetCounts& counts, double theta) {
    const long double n = counts.total(), b = counts.detractors, c = counts.promoters, t = theta;
    const long double A = 2 * n, B = -b - c + (2 * n - c + b) * t, C = -b * t * (1 - t);
    const long double q = (std::sqrt(std::max(0.0L, B * B - 4 * A * C)) - B) / (2 * A);
    const long double v = std::max(0.0L, n * (2 * q + t * (1 - t)));
    return static_cast<double>(std::abs(c - b - n * t) / std::sqrt(v));
  };
  Random random(2);
  for (int i = 0; i < 3000; ++i) {
    const double n = std::pow(10.0, -0.3 + 5 * random.uniform());
    const double lopsided = 4 * random.uniform();
    const NetCounts shares{std::pow(random.uniform(), lopsided),
                           std::pow(random.uniform(), lopsided),
                           std::pow(random.uniform(), lopsided)};
    const NetCounts counts = rescaled(shares, n);
    const double confidence = random.below(2) == 0 ? 0.95 : 0.8;
    const double z = two_sided_z(confidence), score = net_score(counts);
    const Interval interval = net_score_tango(counts, confidence);
    ASSERT_LE(interval.low, score);
    ASSERT_GE(interval.high, score);
    for (const double end : {interval.low, interval.high}) {
      const double hair = 1e-9 * (end - score);
      ASSERT_LT(statistic(counts, end - hair), z * (1 + 1e-12));
      const double limit = end > score ? 1 : -1;
      for (const double way : {1e-6, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99}) {
        ASSERT_GT(statistic(counts, end + way * (limit - end)), z * (1 - 1e-12))
            << counts.detractors << ' ' << counts.passives << ' ' << counts.promoters;
      }
    }
  }
}

TEST(NetScore, RescalingToTheTotalChangesNothing) {
  EXPECT_EQ(rescaled({3, 3, 5}, 11), (NetCounts{3, 3, 5}));
  EXPECT_EQ(rescaled({1, 2, 3}, 3), (NetCounts{0.5, 1, 1.5}));
}

TEST(NetScoreOracle, GridOfCells) {
  READ_ORACLE_OR_SKIP(oracle, "nps_oracle.json");
  Agreement moments, wald, adjusted, tango;
  for (const auto& cell : oracle.at("grid")) {
    const NetCounts counts{cell.at("detractors"), cell.at("passives"), cell.at("promoters")};
    moments.add(net_score(counts), cell.at("nps"));
    moments.add(net_score_variance(counts), cell.at("var"));
    moments.add(net_score_standard_error(counts), cell.at("se"));
    for (const std::string level : {"90", "95", "99"}) {
      const double confidence = std::stod(level) / 100;
      const Interval spread = clipped(cell.at("wald" + level));
      wald.add(net_score_wald(counts, confidence), {spread.low, spread.high});
      adjusted.add(net_score_adjusted_wald(counts, confidence),
                   cell.at("adjwald" + level + "_clipped"));
      tango.add(net_score_tango(counts, confidence), cell.at("score_tango" + level));
    }
  }
  EXPECT_AGREES(moments, 19 * 3, 1e-14);
  EXPECT_AGREES(wald, 19 * 3 * 2, 1e-13);
  EXPECT_AGREES(adjusted, 19 * 3 * 2, 1e-13);
  EXPECT_AGREES(tango, 19 * 3 * 2, 1e-11);
}

// Counts as they stand; raw answers by their breaks. What warns or fails there is no matter of
// counts.
TEST(NetScoreOracle, TestthatCases) {
  READ_ORACLE_OR_SKIP(oracle, "nps_oracle.json");
  const auto counted = [](const nlohmann::json& test) {
    if (test.contains("det_pas_pro")) {
      const auto& x = test.at("det_pas_pro");
      return NetCounts{x.at(0), x.at(1), x.at(2)};
    }
    const std::vector<int> breaks = test.value("breaks", std::vector<int>{0, 6, 8, 10});
    NetCounts counts;
    for (const int answer : test.at("x")) {
      ++(answer <= breaks[1]   ? counts.detractors
         : answer <= breaks[2] ? counts.passives
                               : counts.promoters);
    }
    return counts;
  };
  int tested = 0;
  for (const auto& test : oracle.at("testthat")) {
    const std::string function = test.at("fn");
    if (function == "warn" || function == "error") continue;
    const NetCounts counts = counted(test);
    const double got = function.starts_with("nps")   ? net_score(counts)
                       : function.starts_with("var") ? net_score_variance(counts)
                                                     : net_score_standard_error(counts);
    EXPECT_NEAR(got, test.at("expect").get<double>(), test.value("tol", 1e-14)) << test;
    EXPECT_NEAR(got, test.value("exact", got), 1e-14) << test;
    ++tested;
  }
  EXPECT_EQ(tested, 23);
}

}  // namespace
}  // namespace topline::stats
