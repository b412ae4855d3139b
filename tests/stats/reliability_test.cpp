// SPDX-License-Identifier: Apache-2.0
#include "core/stats/reliability.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/random.h"
#include "tests/stats/columns.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

SquareMatrix correlations(const std::vector<double>& loadings) {
  SquareMatrix result(loadings.size());
  for (size_t i = 0; i < loadings.size(); ++i) {
    for (size_t j = 0; j < loadings.size(); ++j) {
      result(i, j) = i == j ? 1 : loadings[i] * loadings[j];
    }
  }
  return result;
}

TEST(OneFactor, FindsTheLoadingsThatMadeTheCorrelations) {
  const std::vector<double> loadings{0.9, 0.7, 0.5, -0.3, 0.6};
  for (const size_t items : {size_t{3}, size_t{4}, size_t{5}}) {
    const std::vector<double> some(loadings.begin(), loadings.begin() + static_cast<int>(items));
    const OneFactor got = one_factor(correlations(some));
    ASSERT_EQ(got.problem, OneFactorProblem::none);
    for (size_t i = 0; i < items; ++i) {
      EXPECT_NEAR(got.loadings[i], some[i], 1e-11);
      EXPECT_NEAR(got.uniqueness[i], 1 - some[i] * some[i], 1e-11);
    }
  }
  const OneFactor turned = one_factor(correlations({-0.9, 0.7, -0.5}));  // sums to less than 0
  EXPECT_NEAR(turned.loadings[0], 0.9, 1e-11);
  EXPECT_NEAR(turned.loadings[1], -0.7, 1e-11);
}

TEST(OneFactor, SaysWhatStandsInTheWay) {
  EXPECT_EQ(one_factor(correlations({0.5, 0.5})).problem, OneFactorProblem::too_few_items);
  SquareMatrix same = correlations({0.5, 0.5, 0.5});
  same(0, 1) = same(1, 0) = 1;
  EXPECT_EQ(one_factor(same).problem, OneFactorProblem::singular);
  SquareMatrix heywood = correlations({0.5, 0.5, 0.5});  // r₁₂r₁₃/r₂₃ = 1.2 would be λ₁²
  heywood(0, 1) = heywood(1, 0) = heywood(0, 2) = heywood(2, 0) = 0.6;
  heywood(1, 2) = heywood(2, 1) = 0.3;
  EXPECT_EQ(one_factor(heywood).problem, OneFactorProblem::heywood);
  EXPECT_TRUE(one_factor(heywood).loadings.empty());
  EXPECT_EQ(one_factor(correlations({0, 0, 0})).problem, OneFactorProblem::undetermined);
  SquareMatrix pairs = correlations({0, 0, 0, 0});  // two and two that share nothing
  pairs(0, 1) = pairs(1, 0) = 0.5;
  pairs(2, 3) = pairs(3, 2) = 0.4;
  EXPECT_EQ(one_factor(pairs).problem, OneFactorProblem::undetermined);
  SquareMatrix missing = correlations({0.5, 0.5, 0.5});
  missing(1, 1) = kNan;
  EXPECT_EQ(one_factor(missing).problem, OneFactorProblem::singular);
}

TEST(Reliability, ParallelItemsByHand) {
  // Four items, every variance 4, every covariance 2: alpha = 4/3 (1 − 16/40) = 0.8.
  Covariance items{100, {0, 0, 0, 0}, SquareMatrix(4)};
  for (size_t i = 0; i < 4; ++i) {
    for (size_t j = 0; j < 4; ++j) items.matrix(i, j) = i == j ? 4 : 2;
  }
  const Reliability got = reliability(items, 0.95);
  EXPECT_NEAR(got.alpha, 0.8, 1e-15);
  EXPECT_NEAR(got.alpha_standardized, 0.8, 1e-15);
  EXPECT_NEAR(got.mean_r, 0.5, 1e-15);
  EXPECT_NEAR(got.omega, 0.8, 1e-12);  // equal loadings: omega is alpha
  EXPECT_NEAR(got.omega_standardized, 0.8, 1e-12);
  EXPECT_NEAR(got.items[2].alpha_if_dropped, 0.75, 1e-15);
  EXPECT_NEAR(got.items[2].item_rest_r, 6 / std::sqrt(4.0 * 24), 1e-15);
  EXPECT_TRUE(got.reversed_items.empty());
  EXPECT_FALSE(got.few_items);
}

TEST(Reliability, FewItemsConstantItemsFewRows) {
  const Reliability two =
      reliability(covariance(std::vector<double>{1, 2, 2, 2, 3, 5, 4, 4}, 2), 0.95);
  EXPECT_EQ(two.problem, ReliabilityProblem::none);
  EXPECT_TRUE(two.few_items);
  EXPECT_NEAR(two.alpha_standardized, 2 * two.mean_r / (1 + two.mean_r), 1e-14);
  EXPECT_TRUE(std::isnan(two.items[0].alpha_if_dropped));
  EXPECT_NEAR(two.items[0].item_rest_r, two.mean_r, 1e-15);
  EXPECT_EQ(two.omega_problem, OneFactorProblem::too_few_items);
  EXPECT_TRUE(std::isnan(two.omega));

  const Reliability constant =
      reliability(covariance(std::vector<double>{1, 3, 2, 2, 3, 5, 4, 3, 1}, 3), 0.95);
  EXPECT_EQ(constant.problem, ReliabilityProblem::zero_variance);
  EXPECT_EQ(constant.constant_items, std::vector<size_t>{1});
  EXPECT_TRUE(std::isnan(constant.alpha) && std::isnan(constant.alpha_interval.low));
  EXPECT_TRUE(constant.items.empty());

  EXPECT_EQ(reliability(covariance(std::vector<double>{1, 2, 3}, 1), 0.95).problem,
            ReliabilityProblem::under_two_items);
  EXPECT_EQ(reliability(covariance(std::vector<double>{1, 2, 3}, 3), 0.95).problem,
            ReliabilityProblem::under_two_rows);
  // Two items that cancel out: their sum has no variance.
  EXPECT_TRUE(
      std::isnan(reliability(covariance(std::vector<double>{1, 3, 2, 2, 3, 1}, 2), 0.95).alpha));
}

TEST(ReliabilityOracle, AttitudeAndCrmSurvey) {
  READ_ORACLE_OR_SKIP(stats, "r_stats_oracle.json");
  READ_ORACLE_OR_SKIP(design, "survey_design_oracle.json");
  Agreement figures, omega;
  const auto compare = [&](const Reliability& got, const nlohmann::json& expected, double raw,
                           double standardized, const char* dropped, const char* interval) {
    figures.add(got.alpha, raw);
    figures.add(got.alpha_standardized, standardized);
    figures.add(got.mean_r, expected.at("avg_r"));
    for (size_t i = 0; i < got.items.size(); ++i) {
      figures.add(got.items[i].alpha_if_dropped, expected.at(dropped).at(i));
      figures.add(got.items[i].item_rest_r, expected.at("r_drop").at(i));
    }
    figures.add(got.alpha_interval, expected.at(interval));
    omega.add(got.omega_standardized, expected.at("omega_total_1f_ml_std"));
  };
  const auto& attitude = stats.at("alpha_attitude");
  const Reliability seven =
      reliability(covariance(Columns("attitude.csv")
                                 .rows({"rating", "complaints", "privileges", "learning", "raises",
                                        "critical", "advance"}),
                             7),
                  0.95);
  compare(seven, attitude, attitude.at("raw"), attitude.at("std"), "drop", "feldt");
  const auto& crm = design.at("alpha");
  const Reliability six = reliability(
      covariance(Columns("synthetic_crm_survey.csv").rows({"q1", "q2", "q3", "q4", "q5", "q6"}), 6),
      0.95);
  EXPECT_EQ(six.n, crm.at("n").get<uint64_t>());
  compare(six, crm, crm.at("raw_alpha"), crm.at("std_alpha"), "alpha_drop", "feldt95");
  // R's optimiser stops at about seven digits.
  EXPECT_AGREES(figures, 36, 1e-12);
  EXPECT_AGREES(omega, 2, 1e-6);
  // Of the raw sum: R, factanal with factr = 1e-3.
  EXPECT_NEAR(seven.omega, 0.8563267930501379, 1e-7);
  EXPECT_NEAR(six.omega, 0.8123696591449063, 1e-7);
}

TEST(ReliabilityOracle, PersonalityAirportSalesmen) {
  READ_ORACLE_OR_SKIP(bfi, "../data/expected/psych_bfi.json");
  READ_ORACLE_OR_SKIP(airport, "../data/expected/sfo_2017_survey.json");
  READ_ORACLE_OR_SKIP(promoters, "../data/expected/nps_cran_testdata.json");
  Agreement figures;
  const Columns people("../data/psych_bfi.csv");
  for (const auto& [name, scale] : bfi.at("scales").items()) {
    const std::vector<std::string> items = scale.at("items");
    std::vector<std::string> reversed;
    if (scale.at("reversed").is_array()) {
      reversed = scale.at("reversed").get<std::vector<std::string>>();
    } else {
      reversed = {scale.at("reversed").get<std::string>()};
    }
    std::vector<double> values = people.rows(items);
    // As they stand the reversed items are named where a minority, and nothing is turned.
    const Reliability raw = reliability(covariance(values, 5), 0.95);
    if (name == "agree") {
      figures.add(raw.alpha, bfi.at("TRAP_agree_without_reversing_alpha_listwise"));
      EXPECT_EQ(raw.reversed_items, std::vector<size_t>{0});
    }
    for (size_t i = 0; i < values.size(); ++i) {
      for (const std::string& item : reversed) {
        if (items[i % 5] == item) values[i] = 7 - values[i];
      }
    }
    const Reliability turned = reliability(covariance(values, 5), 0.95);
    EXPECT_EQ(turned.n, scale.at("n_listwise").get<uint64_t>());
    EXPECT_TRUE(turned.reversed_items.empty());
    figures.add(turned.alpha, scale.at("alpha_listwise"));
    figures.add(turned.alpha_standardized, scale.at("alpha_std_listwise"));
    if (name == "agree") {
      EXPECT_NEAR(turned.omega_standardized, 0.7240213278826899, 1e-6);  // R, factanal
    }
  }
  const auto compare = [&](const std::vector<double>& values, const nlohmann::json& expected) {
    const size_t k = expected.at("k");
    const Reliability got = reliability(covariance(values, k), 0.95);
    EXPECT_EQ(got.n, expected.at("n_listwise").get<uint64_t>());
    figures.add(got.alpha, expected.at("alpha_raw_listwise"));
    figures.add(got.alpha_standardized, expected.at("alpha_standardized_listwise"));
    figures.add(got.mean_r, expected.at("mean_interitem_r"));
    for (size_t i = 0; i < k; ++i) {
      figures.add(got.items[i].alpha_if_dropped, expected.at("alpha_if_dropped_listwise").at(i));
      figures.add(got.items[i].item_rest_r, expected.at("item_rest_r_listwise").at(i));
    }
  };
  const auto& clean = airport.at("alpha_Q9_cleanliness");
  std::vector<double> rated = Columns("../data/sfo_2017_survey.csv").rows(clean.at("items"));
  for (double& value : rated) {
    if (!(value >= 1 && value <= 5)) value = kNan;
  }
  compare(rated, clean);
  compare(Columns("../data/nps_cran_testdata.csv")
              .rows({"Salesman.Smileyness", "Salesman.Chirpiness", "Salesman.Bubbliness"}),
          promoters.at("alpha_salesman_3_items"));
  EXPECT_AGREES(figures, 35, 1e-12);
}

}  // namespace
}  // namespace topline::stats
