// SPDX-License-Identifier: Apache-2.0
#include "core/stats/two_means.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "tests/stats/close.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

// R's data set sleep.
const std::vector<double> kFirstDrug = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
const std::vector<double> kSecondDrug = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

Moments moments_of(const std::vector<double>& values) {
  std::vector<ValueCount> counted;
  for (const double value : values) counted.push_back({value, 1});
  return moments(counted);
}

TEST(WelchT, AsR) {  // t.test(extra ~ group, data = sleep)
  const MeanDifference got =
      welch_t(sample_mean(moments_of(kFirstDrug)), sample_mean(moments_of(kSecondDrug)), 0.95);
  EXPECT_TRUE(is_close(got.difference, -1.58));
  EXPECT_TRUE(is_close(got.t, -1.8608134674868531));
  EXPECT_TRUE(is_close(got.df, 17.7764735161784984));
  EXPECT_TRUE(is_close(got.p, 0.0793941401873582));
  EXPECT_TRUE(is_close(got.interval, {-3.3654832307117104, 0.2054832307117102}));
}

TEST(PairedT, AsR) {  // t.test(extra[group == 1] - extra[group == 2])
  std::vector<double> differences;
  for (size_t i = 0; i < kFirstDrug.size(); ++i) {
    differences.push_back(kFirstDrug[i] - kSecondDrug[i]);
  }
  const MeanDifference got = paired_t(moments_of(differences), 0.95);
  EXPECT_TRUE(is_close(got.standard_error, 0.38895872388839520));
  EXPECT_TRUE(is_close(got.t, -4.06212768338203656));
  EXPECT_EQ(got.df, 9);
  EXPECT_TRUE(is_close(got.p, 0.00283289019738427));
  EXPECT_TRUE(is_close(got.interval, {-2.45988576327698238, -0.70011423672301754}));
}

TEST(WelchT, OneSideWithoutSpreadOrBoth) {
  // t.test(c(1, 2, 3, 4), c(2, 2, 2))
  const SampleMean spread = sample_mean(moments_of({1, 2, 3, 4}));
  const SampleMean constant = sample_mean(moments_of({2, 2, 2}));
  const MeanDifference got = welch_t(spread, constant, 0.95);
  EXPECT_TRUE(is_close(got.t, 0.774596669241483));
  EXPECT_TRUE(is_close(got.df, 3));
  EXPECT_TRUE(is_close(got.p, 0.495025346059711));
  const MeanDifference none = welch_t(constant, constant, 0.95);
  EXPECT_EQ(none.difference, 0);
  EXPECT_TRUE(std::isnan(none.t) && std::isnan(none.df) && std::isnan(none.p));
  EXPECT_TRUE(std::isnan(none.interval.low));
  const MeanDifference single = welch_t(spread, sample_mean(moments_of({9})), 0.95);
  EXPECT_EQ(single.difference, -6.5);
  EXPECT_TRUE(std::isnan(single.p));
  EXPECT_TRUE(std::isnan(paired_t(moments_of({1}), 0.95).p));
  EXPECT_TRUE(std::isnan(paired_t(moments_of({}), 0.95).difference));
}

TEST(WelchTOracle, NetScoresOfTwoWaves) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  const auto& wave = oracle.at("wave");
  std::vector<SampleMean> waves;
  for (const char* name : {"tab1", "tab2"}) {
    std::vector<ValueCount> values;
    for (size_t i = 0; i < 3; ++i) {
      values.push_back({static_cast<double>(i) - 1, wave.at(name).at(i).get<uint64_t>()});
    }
    waves.push_back(sample_mean(moments(values)));
  }
  const MeanDifference got = welch_t(waves[1], waves[0], 0.95);
  EXPECT_TRUE(is_close(got.t, wave.at("welch_t")));
  EXPECT_TRUE(is_close(got.df, wave.at("welch_df")));
  EXPECT_TRUE(is_close(got.p, wave.at("welch_p")));
  EXPECT_TRUE(is_close(got.interval, interval_of(wave.at("welch_ci"))));
}

TEST(WelchTExpected, AttritionByJobSatisfaction) {
  READ_EXPECTED_OR_SKIP(expected, "hr_attrition_ibm.json");
  std::vector<ValueCount> stayed, left;  // the table is 1..4 by No, Yes
  const auto& table = expected.at("chi2_jobsat_attrition").at("table");
  for (size_t i = 0; i < 4; ++i) {
    stayed.push_back({static_cast<double>(i + 1), table.at(i).at(0).get<uint64_t>()});
    left.push_back({static_cast<double>(i + 1), table.at(i).at(1).get<uint64_t>()});
  }
  const MeanDifference got =
      welch_t(sample_mean(moments(left)), sample_mean(moments(stayed)), 0.95);
  const auto& truth = expected.at("welch_t_jobsat_attrition_yes_vs_no");
  EXPECT_TRUE(is_close(got.t, truth.at("t")));
  EXPECT_TRUE(is_close(got.p, truth.at("p")));
}

}  // namespace
}  // namespace topline::stats
