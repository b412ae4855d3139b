// SPDX-License-Identifier: Apache-2.0
#include "core/stats/regression.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/random.h"
#include "tests/stats/columns.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(LeastSquares, PerfectLine) {
  const Regression fit = least_squares(covariance(std::vector<double>{5, 1, 7, 2, 9, 3, 11, 4}, 2));
  ASSERT_EQ(fit.problem, RegressionProblem::none);
  EXPECT_EQ(fit.r_squared, 1);
  EXPECT_EQ(fit.sigma, 0);
  EXPECT_NEAR(fit.intercept.b, 3, 1e-14);
  EXPECT_NEAR(fit.coefficients[0].b, 2, 1e-15);
  EXPECT_EQ(fit.coefficients[0].p, 0);
  EXPECT_EQ(fit.coefficients[0].vif, 1);
}

TEST(LeastSquares, SaysWhatStandsInTheWay) {
  Random random(4);
  std::vector<double> few, constant, collinear, constant_outcome;
  for (int i = 0; i < 20; ++i) {
    const double y = random.normal(), a = random.normal(), b = random.normal();
    if (i < 4) few.insert(few.end(), {y, a, b, a * b});
    constant.insert(constant.end(), {y, a, 7.3});
    collinear.insert(collinear.end(), {y, a, b, 2 * a - b / 3 + 1});
    constant_outcome.insert(constant_outcome.end(), {3, a});
  }
  const auto fit = [](const std::vector<double>& values, size_t columns) {
    return least_squares(covariance(values, columns));
  };
  EXPECT_EQ(fit(few, 4).problem, RegressionProblem::too_few_rows);
  EXPECT_EQ(fit({}, 3).problem, RegressionProblem::too_few_rows);
  EXPECT_EQ(fit(constant, 3).problem, RegressionProblem::constant_column);
  EXPECT_EQ(fit(constant, 3).column, 2u);
  EXPECT_EQ(fit(constant_outcome, 2).column, 0u);
  EXPECT_EQ(fit(collinear, 4).problem, RegressionProblem::collinear);
  EXPECT_EQ(fit(collinear, 4).column, 3u);
  EXPECT_EQ(fit({1, 2, 3}, 1).problem, RegressionProblem::no_predictors);
  EXPECT_TRUE(fit(collinear, 4).coefficients.empty());
}

TEST(LeastSquares, RowsAndMomentsGiveTheSame) {
  Random random(11);
  std::vector<double> values;
  CrossMoments moments(3);
  for (int i = 0; i < 300; ++i) {
    const double a = double(random.below(5)), b = double(random.below(5));
    const std::vector<double> row{std::round(a + b / 2 + 2 * random.normal()), a, b};
    values.insert(values.end(), row.begin(), row.end());
    moments.add(row);
  }
  const Regression rows = least_squares(covariance(values, 3));
  const Regression tally = least_squares(covariance(moments));
  EXPECT_NEAR(rows.f, tally.f, 1e-9);
  EXPECT_NEAR(rows.intercept.standard_error, tally.intercept.standard_error, 1e-13);
  EXPECT_NEAR(rows.coefficients[1].b, tally.coefficients[1].b, 1e-13);
}

void compare(const Regression& fit, const nlohmann::json& expected,
             const std::vector<std::string>& names, Agreement& figures, Agreement& tails) {
  ASSERT_EQ(fit.problem, RegressionProblem::none);
  EXPECT_EQ(fit.n, expected.at("n_listwise").get<uint64_t>());
  const auto add = [](Agreement& agreement, double got, const nlohmann::json& value) {
    agreement.add(got / value.get<double>(), 1);
  };
  add(figures, fit.r_squared, expected.at("r2"));
  add(figures, fit.adjusted_r_squared, expected.at("adj_r2"));
  add(figures, fit.f, expected.at("f"));
  add(figures, fit.sigma, expected.at("sigma"));
  add(figures, fit.intercept.b, expected.at("intercept"));
  add(figures, fit.intercept.standard_error, expected.at("intercept_se"));
  add(tails, fit.f_p, expected.at("f_p"));
  for (size_t i = 0; i < names.size(); ++i) {
    const auto& coefficient = expected.at("coef").at(names[i]);
    add(figures, fit.coefficients[i].b, coefficient.at("b"));
    add(figures, fit.coefficients[i].standard_error, coefficient.at("se"));
    add(figures, fit.coefficients[i].t, coefficient.at("t"));
    add(figures, fit.coefficients[i].beta_std, coefficient.at("beta_std"));
    add(figures, fit.coefficients[i].vif, coefficient.at("vif"));
    add(tails, fit.coefficients[i].p, coefficient.at("p"));
  }
}

TEST(LeastSquaresOracle, SalariesPromotersAirport) {
  READ_ORACLE_OR_SKIP(salaries, "../data/expected/hardlyworking.json");
  READ_ORACLE_OR_SKIP(promoters, "../data/expected/nps_cran_testdata.json");
  READ_ORACLE_OR_SKIP(airport, "../data/expected/sfo_2017_survey.json");
  const Columns hard("../data/hardlyworking.csv"), cran("../data/nps_cran_testdata.csv"),
      sfo("../data/sfo_2017_survey.csv");
  Agreement figures, tails;

  const std::vector<std::string> work{"xtra_hours", "n_comps", "age", "seniority"};
  compare(least_squares(
              covariance(hard.rows({"salary", "xtra_hours", "n_comps", "age", "seniority"}), 5)),
          salaries.at("ols_salary"), work, figures, tails);

  const std::vector<std::string> fruit{"Product.Tastiness", "Salesman.Smileyness",
                                       "Salesman.Chirpiness", "Salesman.Bubbliness"};
  compare(least_squares(covariance(cran.rows({"REC", fruit[0], fruit[1], fruit[2], fruit[3]}), 5)),
          promoters.at("drivers").at("ols_REC_on_drivers"), fruit, figures, tails);

  const std::vector<std::string> parts = airport.at("driver_ols").at("predictors");
  std::vector<std::string> all{"NETPRO"};
  all.insert(all.end(), parts.begin(), parts.end());
  std::vector<double> values = sfo.rows(all);
  for (size_t i = 0; i < values.size(); ++i) {
    const bool score = i % all.size() == 0;
    const bool valid = score ? values[i] >= 0 && values[i] <= 10 : values[i] >= 1 && values[i] <= 5;
    if (!valid) values[i] = kNan;
  }
  compare(least_squares(covariance(values, all.size())), airport.at("driver_ols"), parts, figures,
          tails);
  EXPECT_AGREES(figures, 83, 1e-11);
  EXPECT_AGREES(tails, 16, 1e-9);
}

}  // namespace
}  // namespace topline::stats
