// SPDX-License-Identifier: Apache-2.0
#include "core/stats/correlation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/covariance.h"
#include "core/stats/random.h"
#include "tests/stats/columns.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(Correlation, AverageRanks) {
  EXPECT_EQ(average_ranks(std::vector<double>{3, 1, 3, 2, 3}),
            (std::vector<double>{4, 1, 4, 2, 4}));
  EXPECT_EQ(average_ranks(std::vector<double>{7, 7}), (std::vector<double>{1.5, 1.5}));
}

TEST(Correlation, LeavesOutPairsThatAreNotComplete) {
  const std::vector<double> x{1, 2, kNan, 4, 5}, y{2, 4, 6, kNan, 10};
  EXPECT_EQ(pearson(x, y).n, 3u);
  EXPECT_EQ(pearson(x, y).r, 1);
  EXPECT_EQ(spearman(x, y).r, 1);
  EXPECT_EQ(kendall_tau_b(x, y).r, 1);
  EXPECT_EQ(correlation_p(pearson(x, y)), 0);
}

TEST(Correlation, UndefinedIsNan) {
  const std::vector<double> x{1, 2, 3}, constant{0.1, 0.1, 0.1};
  for (const auto& function : {pearson, spearman, kendall_tau_b}) {
    EXPECT_TRUE(std::isnan(function(x, constant).r));
    EXPECT_TRUE(std::isnan(function(constant, x).r));
    EXPECT_TRUE(std::isnan(function({}, {}).r));
    EXPECT_EQ(function(std::span(x).first(1), std::span(x).first(1)).n, 1u);
  }
  EXPECT_TRUE(std::isnan(correlation_p({2, 1})));
}

TEST(Correlation, KendallCountsLikeTheDefinition) {
  Random random(8);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> x, y;
    for (uint64_t i = 0, n = 2 + random.below(30); i < n; ++i) {
      x.push_back(static_cast<double>(random.below(5)));
      y.push_back(static_cast<double>(random.below(7)));
    }
    double net = 0, untied_x = 0, untied_y = 0;
    for (size_t i = 0; i < x.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        const double dx = x[i] - x[j], dy = y[i] - y[j];
        net += dx * dy > 0 ? 1 : dx * dy < 0 ? -1 : 0;
        untied_x += dx != 0;
        untied_y += dy != 0;
      }
    }
    const double tau = kendall_tau_b(x, y).r;
    if (untied_x == 0 || untied_y == 0) {
      ASSERT_TRUE(std::isnan(tau));
    } else {
      ASSERT_NEAR(tau, net / std::sqrt(untied_x * untied_y), 1e-14);
    }
  }
}

TEST(CovarianceMatrix, FromRowsAndFromMomentsAgree) {
  Random random(9);
  std::vector<double> values;
  CrossMoments first(3), second(3);
  for (int i = 0; i < 500; ++i) {
    std::vector<double> row{double(random.below(11)), double(random.below(5)),
                            double(random.below(7))};
    row[2] += row[0];
    values.insert(values.end(), row.begin(), row.end());
    (i % 3 == 0 ? first : second).add(row);
  }
  values.insert(values.end(), {1, kNan, 1});
  const Covariance rows = covariance(values, 3);
  CrossMoments both = first;
  both += second;
  const Covariance moments = covariance(both);
  EXPECT_EQ(rows.n, 500u);
  EXPECT_EQ(moments.n, 500u);
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(rows.mean[i], moments.mean[i], 1e-14);
    for (size_t j = 0; j < 3; ++j) {
      EXPECT_NEAR(rows.matrix(i, j), moments.matrix(i, j), 1e-12);
      EXPECT_EQ(rows.matrix(i, j), rows.matrix(j, i));
    }
  }
  both -= second;
  EXPECT_EQ(covariance(both).matrix, covariance(first).matrix);
}

TEST(CovarianceMatrix, ConstantsAndTooFewRows) {
  const Covariance constant = covariance(std::vector<double>{0.1, 1, 0.1, 2, 0.1, 4}, 2);
  EXPECT_EQ(constant.mean[0], 0.1);
  EXPECT_EQ(constant.matrix(0, 0), 0);
  EXPECT_TRUE(std::isnan(correlation_matrix(constant.matrix)(0, 1)));
  EXPECT_EQ(correlation_matrix(constant.matrix)(1, 1), 1);
  CrossMoments far(1);  // 1,000 rows of 2020.1: rounding leaves a variance
  for (int i = 0; i < 1000; ++i) far.add(std::vector<double>{2020.1});
  EXPECT_EQ(covariance(far).matrix(0, 0), 0);
  const Covariance one = covariance(std::vector<double>{1, 2}, 2);
  EXPECT_EQ(one.mean[1], 2);
  EXPECT_TRUE(std::isnan(one.matrix(0, 0)));
  EXPECT_TRUE(std::isnan(covariance(std::vector<double>{}, 2).mean[0]));
}

// The expected file's own columns, as its definitions read them.
void compare(const nlohmann::json& expected, const std::vector<double>& x,
             const std::vector<double>& y, Agreement& r, Agreement& p) {
  const Correlation linear = pearson(x, y);
  EXPECT_EQ(linear.n, expected.at("n").get<uint64_t>());
  r.add(linear.r / expected.at("pearson").get<double>(), 1);
  r.add(spearman(x, y).r / expected.at("spearman").get<double>(), 1);
  r.add(kendall_tau_b(x, y).r / expected.at("kendall_tau_b").get<double>(), 1);
  p.add(correlation_p(linear) / expected.at("pearson_p").get<double>(), 1);
}

TEST(CorrelationOracle, SalariesAndPromoters) {
  READ_ORACLE_OR_SKIP(salaries, "../data/expected/hardlyworking.json");
  READ_ORACLE_OR_SKIP(promoters, "../data/expected/nps_cran_testdata.json");
  Agreement r, p;
  const Columns hard("../data/hardlyworking.csv"), cran("../data/nps_cran_testdata.csv");
  for (const auto& [name, expected] : salaries.at("corr").items()) {
    compare(expected, hard.number(name), hard.number("salary"), r, p);
  }
  for (const auto& [name, expected] : promoters.at("drivers").at("corr").items()) {
    compare(expected, cran.number(name), cran.number("REC"), r, p);
  }
  EXPECT_AGREES(r, 24, 1e-13);
  EXPECT_AGREES(p, 8, 1e-10);
}

TEST(CorrelationOracle, AirportWithMissingCodes) {
  READ_ORACLE_OR_SKIP(oracle, "../data/expected/sfo_2017_survey.json");
  const Columns sfo("../data/sfo_2017_survey.csv");
  const auto kept = [&](const std::string& name, double low, double high) {
    std::vector<double> values = sfo.number(name);
    for (double& value : values) {
      if (!(value >= low && value <= high)) value = kNan;
    }
    return values;
  };
  const std::vector<double> score = kept("NETPRO", 0, 10);
  Agreement r, p;
  for (const auto& [name, expected] : oracle.at("driver_corr_with_nps_score").items()) {
    compare(expected, kept(name, 1, 5), score, r, p);
  }
  EXPECT_AGREES(r, 66, 1e-12);
  EXPECT_AGREES(p, 22, 1e-9);
}

TEST(CorrelationOracle, SwissAndAttitude) {
  READ_ORACLE_OR_SKIP(oracle, "r_stats_oracle.json");
  Agreement r;
  for (const std::string name : {"swiss", "attitude"}) {
    const auto& drivers = oracle.at("drivers_" + name);
    const Columns columns(name + ".csv");
    const std::vector<double> y = columns.number(drivers.at("outcome"));
    for (const auto& [predictor, expected] : drivers.at("pearson").items()) {
      const std::vector<double> x = columns.number(predictor);
      r.add(pearson(x, y).r, expected);
      r.add(spearman(x, y).r, drivers.at("spearman").at(predictor));
    }
  }
  EXPECT_AGREES(r, 22, 1e-13);
}

}  // namespace
}  // namespace topline::stats
