// SPDX-License-Identifier: Apache-2.0

// Weights, strata, clusters, margins and rosters through the front door, against R's survey.

#include <cmath>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

// The one measure of a question over everyone.
json of_question(const json& report, const std::string& id, const std::string& question,
                 const json& segment = json::object()) {
  for (const json& measure : measures_of(report, id, segment)) {
    if (measure["question"] == question) return measure;
  }
  return nullptr;
}

Settings customers() {
  Settings settings;
  settings.audience = "customer";
  return settings;
}

Settings crm_survey() {
  Settings settings = customers();
  settings.columns = {{"nps", "nps", ""}, {"csat", "csat", "1-5"}, {"ces", "rating", "1-5"}};
  return settings;
}

TEST(Design, StrataClustersAndPopulationsOfTheSyntheticSurvey) {
  const std::string csv = shared_file("oracles/synthetic_crm_survey.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("oracles/survey_design_oracle.json"));
  struct Case {
    const char* name;
    std::vector<std::string> strata, clusters;
    const char* fpc;
  };
  for (const Case& one : {Case{"stratified", {"region"}, {}, ""},
                          Case{"stratified_fpc", {"region"}, {}, "N_h"},
                          Case{"clustered", {"region"}, {"team"}, ""}}) {
    Settings settings = crm_survey();
    settings.weight = "base_w";
    settings.strata = one.strata;
    settings.clusters = one.clusters;
    settings.fpc = one.fpc;
    settings.by = {"role"};
    const json report = report_json(csv, settings);
    ASSERT_TRUE(report.contains("measures")) << report.dump();
    const json& expected = truth[one.name];
    const json nps = of_question(report, "nps", "nps");
    EXPECT_NEAR(nps["value"].get<double>(), 100 * expected["nps"]["est"].get<double>(), 1e-9) << one.name;
    EXPECT_NEAR(nps["se"].get<double>(), 100 * expected["nps"]["se"].get<double>(), 1e-9) << one.name;
    EXPECT_EQ(nps["interval"]["method"], "score");
    const json csat = of_question(report, "csat", "csat");
    EXPECT_NEAR(csat["value"].get<double>(), 100 * expected["csat_t2"]["est"].get<double>(), 1e-9);
    EXPECT_NEAR(csat["se"].get<double>(), 100 * expected["csat_t2"]["se"].get<double>(), 1e-9) << one.name;
    const json mean = of_question(report, "csat_mean", "csat");
    EXPECT_NEAR(mean["se"].get<double>(), expected["csat_mean_score"]["se"].get<double>(), 1e-11) << one.name;
    for (size_t i = 0; i < 2; ++i) {
      const json role = of_question(report, "nps", "nps", {{"role", expected["by_role"]["role"][i]}});
      EXPECT_NEAR(role["value"].get<double>(), 100 * expected["by_role"]["nps"][i].get<double>(), 1e-9);
      EXPECT_NEAR(role["se"].get<double>(), 100 * expected["by_role"]["se"][i].get<double>(), 1e-9)
          << one.name;
    }
    EXPECT_TRUE(nps["parts"].contains("design_effect"));
    EXPECT_NEAR(nps["parts"]["kish_n"].get<double>(), truth["kish"]["neff"].get<double>(), 3);
  }
}

TEST(Design, PostStratificationAndRaking) {
  const std::string csv = shared_file("oracles/synthetic_crm_survey.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("oracles/survey_design_oracle.json"));
  Settings settings = crm_survey();
  settings.weight = "base_w";
  settings.margins = {{"role", {{"manager", 108}, {"rep", 432}}}};
  json nps = of_question(report_json(csv, settings), "nps", "nps");
  EXPECT_NEAR(nps["value"].get<double>(), 100 * truth["poststrat_role"]["est"].get<double>(), 1e-9);
  EXPECT_NEAR(nps["se"].get<double>(), 100 * truth["poststrat_role"]["se"].get<double>(), 1e-9);

  settings.weight.clear();
  settings.margins = {{"role", {{"manager", 0.2}, {"rep", 0.8}}}};
  nps = of_question(report_json(csv, settings), "nps", "nps");
  const json& units = truth["poststrat_role_from_unit_weights"]["nps"];
  EXPECT_NEAR(nps["value"].get<double>(), 100 * units["est"].get<double>(), 1e-9);
  EXPECT_NEAR(nps["se"].get<double>(), 100 * units["se"].get<double>(), 1e-9);

  settings.margins.push_back({"region", {{"East", 300}, {"North", 150}, {"West", 90}}});
  const json report = report_json(csv, settings);
  const json& raked = truth["rake_role_region"];
  nps = of_question(report, "nps", "nps");
  EXPECT_NEAR(nps["value"].get<double>(), 100 * raked["nps"]["est"].get<double>(), 1e-9);
  EXPECT_NEAR(nps["se"].get<double>(), 100 * raked["nps"]["se"].get<double>(), 1e-9);
  const json csat = of_question(report, "csat", "csat");
  EXPECT_NEAR(csat["value"].get<double>(), 100 * raked["t2"]["est"].get<double>(), 1e-9);
  EXPECT_NEAR(csat["se"].get<double>(), 100 * raked["t2"]["se"].get<double>(), 1e-9);
}

TEST(Design, SchoolsOfCalifornia) {
  const std::string strat = shared_file("data/api_strat_weighted.csv");
  const std::string clus = shared_file("data/api_clus1_weighted.csv");
  if (strat.empty() || clus.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/api_survey_weighted.json"));
  Settings settings = customers();
  settings.columns = {{"api00", "rating", "200-1000"}, {"sch.wide", "choice", ""}};
  settings.weight = "pw";
  settings.fpc = "fpc";
  settings.by = {"stype"};
  settings.strata = {"stype"};
  const auto compare = [&](const std::string& csv, const json& expected) {
    const json report = report_json(csv, settings);
    ASSERT_TRUE(report.contains("measures")) << report.dump();
    const json mean = of_question(report, "rating_mean", "api00");
    EXPECT_NEAR(mean["value"].get<double>(), expected["api00_mean"].get<double>(), 1e-8);
    EXPECT_NEAR(mean["se"].get<double>(), expected["api00_se"].get<double>(), 1e-8);
    for (const json& share : measures_of(report, "share")) {
      if (share["question"] != "sch.wide" || share["option"] != "Yes") continue;
      EXPECT_NEAR(share["value"].get<double>(),
                  100 * expected["schwide"]["sch.wideYes"].get<double>(), 1e-8);
      EXPECT_NEAR(share["se"].get<double>(), 100 * expected["schwide_se"][1].get<double>(), 1e-8);
    }
    for (const json& type : expected["by_stype"]) {
      const json one = of_question(report, "rating_mean", "api00", {{"stype", type["stype"]}});
      EXPECT_NEAR(one["value"].get<double>(), type["mean"].get<double>(), 1e-8);
      EXPECT_NEAR(one["se"].get<double>(), type["se"].get<double>(), 1e-8);
    }
  };
  compare(strat, truth["api_strat"]);
  settings.strata.clear();
  settings.clusters = {"dnum"};
  compare(clus, truth["api_clus1"]);
}

TEST(Design, WeightedNpsOfTheAirportWithItsError) {
  const std::string csv = shared_file("data/sfo_2017_survey.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/sfo_2017_survey.json"));
  Settings settings = customers();
  settings.columns = {{"NETPRO", "nps", "0-10"}};
  settings.weight = "WEIGHT";
  const json report = report_json(csv, settings);
  const json nps = of_question(report, "nps", "NETPRO");
  ASSERT_FALSE(nps.is_null());
  const json& weighted = truth["overall"]["weighted"];
  EXPECT_NEAR(nps["value"].get<double>(), weighted["nps"].get<double>(), 1e-9);
  EXPECT_NEAR(nps["se"].get<double>(), weighted["se_linearized"].get<double>(), 1e-9);
}

// 40 people of two teams; item and score depend on both.
std::string small(bool ones = false) {
  std::string csv = "Q,S,Team,Half,w,all\n";
  for (int i = 0; i < 40; ++i) {
    csv += std::to_string((i * 7) % 11) + "," + std::to_string(i % 5 + 1) + "," +
           (i % 4 == 0 ? "A" : "B") + "," + (i % 2 == 0 ? "x" : "y") + "," + (ones ? "1" : "2.5") + ",one\n";
  }
  return csv;
}

Settings small_settings() {
  Settings settings = customers();
  settings.columns = {{"Q", "nps", ""}, {"S", "csat", "1-5"}};
  return settings;
}

TEST(Design, WeightsOfOneAndOneStratumChangeNothing) {
  const json plain = report_json(small(true), small_settings());
  Settings settings = small_settings();
  settings.weight = "w";
  settings.strata = {"all"};
  const json designed = report_json(small(true), settings);
  for (const char* id : {"nps", "csat", "csat_mean"}) {
    const json a = measures_of(plain, id)[0], b = measures_of(designed, id)[0];
    EXPECT_NEAR(a["value"].get<double>(), b["value"].get<double>(), 1e-10) << id;
    EXPECT_NEAR(a["interval"]["low"].get<double>(), b["interval"]["low"].get<double>(), 1e-10) << id;
    EXPECT_NEAR(a["interval"]["high"].get<double>(), b["interval"]["high"].get<double>(), 1e-10) << id;
  }
}

TEST(Design, ARosterNarrowsIntervals) {
  const json plain = report_json(small(), small_settings());
  Settings settings = small_settings();
  settings.roster_size = 80;
  const json report = report_json(small(), settings);
  for (const char* id : {"nps", "csat", "csat_mean"}) {
    const json a = measures_of(plain, id)[0], b = measures_of(report, id)[0];
    EXPECT_EQ(a["value"], b["value"]) << id;
    EXPECT_NEAR(b["n_effective"].get<double>(), 40.0 * 79 / 40, 1e-9) << id;
    EXPECT_NEAR(b["se"].get<double>(), a["se"].get<double>() * std::sqrt(40.0 / 79), 1e-9) << id;
    EXPECT_GT(b["interval"]["low"].get<double>(), a["interval"]["low"].get<double>()) << id;
    EXPECT_LT(b["interval"]["high"].get<double>(), a["interval"]["high"].get<double>()) << id;
  }
  settings.roster_size = 40;  // all of them answered
  const json census = measures_of(report_json(small(), settings), "nps")[0];
  EXPECT_TRUE(census["interval"].is_null());
  EXPECT_EQ(census["why"], "census");
  settings.roster_size = 30;
  const json wrong = report_json(small(), settings);
  EXPECT_FALSE(message_of(wrong, "roster_too_small").is_null());
  EXPECT_EQ(measures_of(wrong, "nps")[0]["interval"], measures_of(plain, "nps")[0]["interval"]);
}

TEST(Design, MarginsThatCannotBeMetAreErrorsWithARemedy) {
  Settings settings = small_settings();
  const auto error = [&](std::vector<MarginChoice> margins) {
    settings.margins = std::move(margins);
    const json report = report_json(small(), settings);
    return report.value("error", std::string("none"));
  };
  EXPECT_NE(error({{"Team", {{"A", 0.5}, {"B", 0.4}, {"C", 0.1}}}}).find("“c”"), std::string::npos);
  EXPECT_NE(error({{"Team", {{"A", 1}}}}).find("no target for “B”"), std::string::npos);
  EXPECT_NE(error({{"Team", {{"A", 0.5}, {"B", 0.4}}}}).find("0.9"), std::string::npos);
  EXPECT_NE(error({{"Team", {{"A", 30}, {"B", 70.5}}}, {"Half", {{"x", 50}, {"y", 60}}}}).find("110"),
            std::string::npos);
  EXPECT_EQ(error({{"Team", {{"A", 30}, {"B", 70}}}, {"Half", {{"x", 0.5}, {"y", 0.5}}}}), "none");
  EXPECT_EQ(error({{"Nobody", {{"A", 1}}}}), "unknown_column");
  // Team A is all of x: these shares contradict each other.
  EXPECT_NE(error({{"Team", {{"A", 0.9}, {"B", 0.1}}}, {"Half", {{"x", 0.1}, {"y", 0.9}}}}).find("No weights"),
            std::string::npos);
}

TEST(Design, EachWaveIsCalibratedByItselfAndOneThatCannotBeSaysSo) {
  std::string csv = "Q,Team,Wave\n";
  for (int i = 0; i < 60; ++i) {
    csv += std::to_string((i * 7) % 11) + "," + (i % 3 == 0 ? "A" : "B") + ",W" + std::to_string(1 + i % 2) + "\n";
  }
  csv += "9,A,W3\n10,A,W3\n";
  Settings settings = customers();
  settings.columns = {{"Q", "nps", ""}};
  settings.wave = "Wave";
  settings.margins = {{"Team", {{"A", 0.5}, {"B", 0.5}}}};
  const json report = report_json(csv, settings);
  ASSERT_TRUE(report.contains("measures")) << report.dump();
  const json none = json::object();
  EXPECT_TRUE(measures_of(report, "nps", none, "W1")[0].contains("value"));
  const json third = measures_of(report, "nps", none, "W3")[0];
  EXPECT_FALSE(third.contains("value"));
  EXPECT_EQ(third["why"], "not_calibrated");
  // By hand: the mean of both teams' scores in the first wave.
  double net[2] = {0, 0}, n[2] = {0, 0};
  for (int i = 0; i < 60; i += 2) {
    const int score = (i * 7) % 11, team = i % 3 == 0 ? 0 : 1;
    net[team] += score >= 9 ? 1 : score >= 7 ? 0 : -1;
    ++n[team];
  }
  EXPECT_NEAR(measures_of(report, "nps", none, "W1")[0]["value"].get<double>(),
              100 * (net[0] / n[0] + net[1] / n[1]) / 2, 1e-9);
}

TEST(Design, WithoutRowsThereIsNoScoreRatherThanOneOfAnotherDesign) {
  Settings settings = small_settings();
  const auto counted = analyse(small(), settings);
  ASSERT_TRUE(counted.has_value());
  std::string tally;
  counted->tally_json([&](std::string_view piece) { tally += piece; });
  settings.strata = {"Team"};
  Analysis read(settings);
  ASSERT_TRUE(read.add_tally(tally).has_value());
  const json nps = measures_of(json::parse(report_text(read)), "nps")[0];
  EXPECT_FALSE(nps.contains("value"));
  EXPECT_FALSE(nps.contains("interval"));
  EXPECT_EQ(nps["why"], "not_in_frame");
}

TEST(Design, AStratumOfOneUnitHasNoError) {
  std::string csv = "Q,Team\n9,A\n3,A\n10,A\n7,B\n";
  Settings settings = customers();
  settings.columns = {{"Q", "nps", ""}};
  settings.strata = {"Team"};
  const json report = report_json(csv, settings);
  const json nps = measures_of(report, "nps")[0];
  EXPECT_NEAR(nps["value"].get<double>(), 25, 1e-12);
  EXPECT_FALSE(nps.contains("interval"));
  EXPECT_NE(message_of(report, "strata_lonely")["text"].get<std::string>().find("B"), std::string::npos);
}

}  // namespace
}  // namespace topline
