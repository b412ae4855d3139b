// SPDX-License-Identifier: Apache-2.0
#include "core/stats/control_chart.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/stats/close.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

TEST(ControlChartOracle, PChart) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  const auto& truth = oracle.at("p_chart");
  std::vector<HitCounts> waves;
  for (const auto& defectives : truth.at("defectives")) {
    waves.push_back({defectives, truth.at("n")});
  }
  const ControlChart chart = p_chart(waves);
  EXPECT_TRUE(chart.has_limits);
  EXPECT_TRUE(is_close(chart.centre, truth.at("pbar"), 1e-14));
  std::vector<int> out;
  ASSERT_EQ(chart.points.size(), waves.size());
  for (size_t i = 0; i < waves.size(); ++i) {
    EXPECT_TRUE(is_close(chart.points[i].limits, {truth.at("lcl"), truth.at("ucl")}, 1e-13));
    if (chart.points[i].out) out.push_back(static_cast<int>(i) + 1);
  }
  EXPECT_EQ(out, truth.at("out").get<std::vector<int>>());
}

TEST(ControlChartOracle, Ewma) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  const auto& truth = oracle.at("ewma");
  const std::vector<double> x = truth.at("data").get<std::vector<double>>();
  const std::vector<EwmaPoint> points = ewma_chart(x, truth.at("lam"), 50, 2.0539, 3);
  ASSERT_EQ(points.size(), 20u);
  for (size_t i = 0; i < points.size(); ++i) {
    EXPECT_TRUE(is_close(points[i].value, truth.at("ewma").at(i), 1e-13)) << i;
    EXPECT_TRUE(is_close(points[i].limits, interval_of(truth.at("limits").at(i)), 1e-13)) << i;
    EXPECT_FALSE(points[i].out) << i;
  }
}

TEST(Ewma, SeesALastingShiftAndRefusesNonsense) {
  const std::vector<double> x = {50, 50, 53, 53, 53, 53, 53, 53};
  const std::vector<EwmaPoint> points = ewma_chart(x, 0.3, 50, 2, 3);
  EXPECT_FALSE(points[2].out);
  EXPECT_TRUE(points[7].out);
  EXPECT_TRUE(std::isnan(ewma_chart(x, 0, 50, 2, 3)[0].limits.low));
  EXPECT_TRUE(std::isnan(ewma_chart(x, 0.3, 50, -1, 3)[0].limits.high));
  EXPECT_EQ(ewma_chart(x, 1, 50, 2, 3)[3].limits, (Interval{44, 56}));
  EXPECT_TRUE(ewma_chart({}, 0.3, 50, 2, 3).empty());
}

TEST(NetScoreChart, LimitsByHand) {
  // Nine waves of 100; all together 90 · 2 detractors, 90 · 3 passives, 90 · 5 promoters of 900:
  // score 0.3, V = 0.7 − 0.09 = 0.61; one wave of 25 reaches twice as far.
  std::vector<NetCounts> waves(8, NetCounts{20, 30, 50});
  waves.push_back({5, 7.5, 12.5});
  const ControlChart chart = net_score_chart(waves);
  EXPECT_TRUE(is_close(chart.centre, 0.3));
  const double reach = 3 * std::sqrt(0.61 / 100);
  EXPECT_TRUE(is_close(chart.points[0].limits, {0.3 - reach, 0.3 + reach}));
  EXPECT_TRUE(is_close(chart.points[8].limits, {0.3 - 2 * reach, 0.3 + 2 * reach}));
  waves[3] = {60, 30, 10};
  const ControlChart dropped = net_score_chart(waves);
  for (size_t i = 0; i < waves.size(); ++i) EXPECT_EQ(dropped.points[i].out, i == 3) << i;
}

TEST(NetScoreChart, WithoutPassivesIsThePChartTwiceAsLong) {
  std::vector<NetCounts> nets;
  std::vector<HitCounts> shares;
  for (int i = 0; i < 12; ++i) {
    const double promoters = 20 + 3 * (i % 5), n = 60 + i;
    nets.push_back({n - promoters, 0, promoters});
    shares.push_back({promoters, n});
  }
  const ControlChart net = net_score_chart(nets), share = p_chart(shares);
  EXPECT_TRUE(is_close(net.centre, 2 * share.centre - 1));
  for (size_t i = 0; i < nets.size(); ++i) {
    const Interval limits = share.points[i].limits;
    EXPECT_TRUE(is_close(net.points[i].limits, {2 * limits.low - 1, 2 * limits.high - 1}));
    EXPECT_EQ(net.points[i].out, share.points[i].out);
  }
}

TEST(ControlChart, FewWavesEmptyWavesAndClipping) {
  std::vector<HitCounts> waves(7, HitCounts{1, 40});
  waves.push_back({0, 0});  // an eighth without answers does not count
  const ControlChart few = p_chart(waves);
  EXPECT_FALSE(few.has_limits);
  EXPECT_TRUE(is_close(few.centre, 0.025));
  EXPECT_TRUE(std::isnan(few.points[0].limits.low) && std::isnan(few.points[7].value));
  waves.push_back({2, 40});
  const ControlChart enough = p_chart(waves);
  EXPECT_TRUE(enough.has_limits);
  EXPECT_EQ(enough.points[0].limits.low, 0);
  EXPECT_TRUE(std::isnan(enough.points[7].limits.low));
  EXPECT_FALSE(enough.points[7].out);
  EXPECT_TRUE(std::isnan(p_chart({}).centre));
  EXPECT_TRUE(std::isnan(net_score_chart({}).centre));
  const ControlChart all = net_score_chart(std::vector<NetCounts>(8, NetCounts{0, 1, 30}));
  EXPECT_EQ(all.points[0].limits.high, 1);
}

}  // namespace
}  // namespace topline::stats
