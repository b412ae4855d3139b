// SPDX-License-Identifier: Apache-2.0

// Drivers through the front door, against the shared truth (statsmodels, R) and by hand.

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

Settings settings_for_drivers(const std::string& outcome, std::vector<std::string> items) {
  Settings settings;
  settings.audience = "customer";
  settings.drivers = {{outcome, std::move(items)}};
  return settings;
}

TEST(Drivers, CranTestDataAgreesWithTheOracle) {
  const std::string csv = shared_file("data/nps_cran_testdata.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/nps_cran_testdata.json"));
  const std::vector<std::string> items = {"Product.Tastiness", "Salesman.Smileyness",
                                          "Salesman.Chirpiness", "Salesman.Bubbliness"};
  const json report = report_json(csv, settings_for_drivers("REC", items));
  const auto drivers = measures_of(report, "driver");
  ASSERT_EQ(drivers.size(), 4u);
  const json& ols = truth["drivers"]["ols_REC_on_drivers"];
  double sum = 0, shares = 0;
  for (size_t i = 0; i < 4; ++i) {
    const json& measure = drivers[i];
    EXPECT_EQ(measure["question"], items[i]);
    EXPECT_EQ(measure["option"], "REC");
    EXPECT_EQ(measure["n"], 1000);
    sum += measure["value"].get<double>();
    shares += measure["parts"]["share"].get<double>();
    EXPECT_NEAR(measure["parts"]["r"].get<double>(),
                truth["drivers"]["corr"][items[i]]["pearson"].get<double>(), 1e-11);
    EXPECT_NEAR(measure["parts"]["vif"].get<double>(), ols["coef"][items[i]]["vif"].get<double>(), 1e-9);
    EXPECT_NEAR(measure["parts"]["beta"].get<double>(), ols["coef"][items[i]]["beta_std"].get<double>(),
                1e-10);
    EXPECT_EQ(measure["interval"]["method"], "bootstrap");
    EXPECT_LT(measure["interval"]["low"].get<double>(), measure["value"].get<double>());
    EXPECT_GT(measure["interval"]["high"].get<double>(), measure["value"].get<double>());
  }
  EXPECT_NEAR(sum, ols["r2"].get<double>(), 1e-10);
  EXPECT_NEAR(shares, 100, 1e-9);
}

TEST(Drivers, HardlyWorkingWhoseColumnsAreNumbers) {
  const std::string csv = shared_file("data/hardlyworking.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/hardlyworking.json"));
  const std::vector<std::string> items = {"xtra_hours", "n_comps", "age", "seniority"};
  const json report = report_json(csv, settings_for_drivers("salary", items));
  const auto drivers = measures_of(report, "driver");
  ASSERT_EQ(drivers.size(), 4u);
  double sum = 0;
  for (size_t i = 0; i < 4; ++i) {
    sum += drivers[i]["value"].get<double>();
    EXPECT_NEAR(drivers[i]["parts"]["r"].get<double>(), truth["corr"][items[i]]["pearson"].get<double>(),
                1e-11);
    EXPECT_NEAR(drivers[i]["parts"]["vif"].get<double>(),
                truth["ols_salary"]["coef"][items[i]]["vif"].get<double>(), 1e-9);
  }
  EXPECT_NEAR(sum, truth["R"]["r2"].get<double>(), 1e-10);
}

TEST(Drivers, JohnsonsWeightsOfAttitude) {
  const std::string csv = shared_file("oracles/attitude.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("oracles/r_stats_oracle.json"))["drivers_attitude"];
  const std::vector<std::string> items = {"complaints", "privileges", "learning",
                                          "raises",     "critical",   "advance"};
  const json report = report_json(csv, settings_for_drivers("rating", items));
  const auto drivers = measures_of(report, "driver");
  ASSERT_EQ(drivers.size(), items.size());
  for (size_t i = 0; i < items.size(); ++i) {
    EXPECT_NEAR(drivers[i]["value"].get<double>(), truth["johnson_rwa"][items[i]].get<double>(), 1e-11);
  }
}

TEST(Drivers, TheSeedDecidesTheIntervalAndNothingElse) {
  std::string csv = "y,a,b\n";
  for (int i = 0; i < 60; ++i) {
    csv += std::to_string((i * 7) % 11) + "," + std::to_string((i * 7 + i % 3) % 11 % 5 + 1) + "," +
           std::to_string(i % 5 + 1) + "\n";
  }
  Settings settings = settings_for_drivers("y", {"a", "b"});
  const json first = report_json(csv, settings), again = report_json(csv, settings);
  settings.seed = 2;
  const json other = report_json(csv, settings);
  const auto a = measures_of(first, "driver"), b = measures_of(again, "driver"),
             c = measures_of(other, "driver");
  ASSERT_EQ(a.size(), 2u);
  EXPECT_EQ(a, b);
  EXPECT_EQ(a[0]["value"], c[0]["value"]);
  EXPECT_NE(a[0]["interval"], c[0]["interval"]);
}

TEST(Drivers, WhatCannotBeToldIsSaid) {
  std::string csv = "y,a,b,twice,same,words\n";
  for (int i = 0; i < 40; ++i) {
    const int a = i % 5 + 1, b = (i * 3) % 7 + 1;
    csv += std::to_string((i * 7) % 11) + "," + std::to_string(a) + "," + std::to_string(b) + "," +
           std::to_string(2 * a) + ",4,word" + std::to_string(i % 4) + "\n";
  }
  const auto why = [&](std::vector<std::string> items) {
    const json report = report_json(csv, settings_for_drivers("y", std::move(items)));
    const auto drivers = measures_of(report, "driver");
    EXPECT_FALSE(drivers.empty());
    return std::pair(drivers[0].value("why", ""), report);
  };
  const auto collinear = why({"a", "b", "twice"});
  EXPECT_EQ(collinear.first, "collinear");
  EXPECT_EQ(message_of(collinear.second, "driver_collinear")["where"]["column"], 4);
  const auto constant = why({"a", "same"});
  EXPECT_EQ(constant.first, "constant_column");
  EXPECT_FALSE(message_of(constant.second, "driver_constant").is_null());
  EXPECT_EQ(why({"words"}).first, "no_numbers");
  // Three rows, three items: nothing is left to judge by.
  const json few = report_json("y,a,b,c\n1,2,3,1\n5,1,4,2\n9,4,1,5\n", settings_for_drivers("y", {"a", "b", "c"}));
  EXPECT_EQ(measures_of(few, "driver")[0]["why"], "few_rows");
  const json unknown = report_json(csv, settings_for_drivers("y", {"nobody"}));
  EXPECT_EQ(unknown["error"], "unknown_column");
}

TEST(Drivers, AreHiddenForFewEmployees) {
  Settings settings = settings_for_drivers("y", {"a"});
  settings.audience = "employee";
  const json report = report_json("y,a\n1,2\n5,1\n9,4\n7,5\n", settings);
  const auto drivers = measures_of(report, "driver");
  ASSERT_EQ(drivers.size(), 1u);
  EXPECT_EQ(drivers[0]["suppressed"], true);
  EXPECT_FALSE(drivers[0].contains("value"));
  EXPECT_FALSE(drivers[0].contains("n"));
}

}  // namespace
}  // namespace topline
