// SPDX-License-Identifier: Apache-2.0

// Reliability and usability through the front door, against psych and R's figures and by hand.

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

Settings settings_with(std::vector<ScaleChoice> scales) {
  Settings settings;
  settings.audience = "customer";
  settings.scales = std::move(scales);
  return settings;
}

json of_scale(const json& report, const std::string& id, const std::string& name) {
  for (const json& measure : measures_of(report, id)) {
    if (measure["option"] == name) return measure;
  }
  return nullptr;
}

TEST(Scales, BigFiveItemsAgreeWithPsych) {
  const std::string csv = shared_file("data/psych_bfi.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("data/expected/psych_bfi.json"));
  const json report = report_json(csv, settings_with({{"neurotic", {"N1", "N2", "N3", "N4", "N5"}, "alpha"},
                                                      {"agree", {"A1", "A2", "A3", "A4", "A5"}, "alpha"}}));
  const json neurotic = of_scale(report, "alpha", "neurotic");
  const json& expected = truth["scales"]["neuroticism"];
  EXPECT_EQ(neurotic["n"], expected["n_listwise"]);
  EXPECT_NEAR(neurotic["value"].get<double>(), expected["alpha_listwise"].get<double>(), 1e-11);
  EXPECT_NEAR(neurotic["parts"]["standardized"].get<double>(), expected["alpha_std_listwise"].get<double>(),
              1e-11);
  EXPECT_EQ(neurotic["interval"]["method"], "feldt");
  // A1 is worded the other way round: named, and never turned in silence.
  const json agree = of_scale(report, "alpha", "agree");
  EXPECT_NEAR(agree["value"].get<double>(),
              truth["TRAP_agree_without_reversing_alpha_listwise"].get<double>(), 1e-11);
  EXPECT_NE(agree["notes"].dump().find("reversed_items"), std::string::npos);
  const json message = message_of(report, "items_reversed");
  ASSERT_FALSE(message.is_null());
  EXPECT_NE(message["text"].get<std::string>().find("A1"), std::string::npos);
}

TEST(Scales, AlphaFeldtDroppedAndOmegaOfTheSyntheticSurvey) {
  const std::string csv = shared_file("oracles/synthetic_crm_survey.csv");
  if (csv.empty()) GTEST_SKIP() << "no shared data";
  const json truth = json::parse(shared_file("oracles/survey_design_oracle.json"))["alpha"];
  const std::vector<std::string> items = {"q1", "q2", "q3", "q4", "q5", "q6"};
  const json report = report_json(csv, settings_with({{"Q", items, "alpha"}}));
  const json alpha = of_scale(report, "alpha", "Q");
  EXPECT_EQ(alpha["n"], truth["n"]);
  EXPECT_NEAR(alpha["value"].get<double>(), truth["raw_alpha"].get<double>(), 1e-11);
  EXPECT_NEAR(alpha["interval"]["low"].get<double>(), truth["feldt95"][0].get<double>(), 1e-10);
  EXPECT_NEAR(alpha["interval"]["high"].get<double>(), truth["feldt95"][1].get<double>(), 1e-10);
  for (size_t i = 0; i < items.size(); ++i) {
    EXPECT_NEAR(alpha["parts"]["if_dropped:" + items[i]].get<double>(),
                truth["alpha_drop"][i].get<double>(), 1e-10);
    EXPECT_NEAR(alpha["parts"]["item_rest:" + items[i]].get<double>(), truth["r_drop"][i].get<double>(),
                1e-10);
  }
  const json omega = of_scale(report, "omega", "Q");
  EXPECT_NEAR(omega["parts"]["standardized"].get<double>(),
              truth["omega_total_1f_ml_std"].get<double>(), 1e-5);
}

TEST(Scales, WhatCannotBeToldIsSaid) {
  const std::string csv = "a,b,c,same\n1,2,1,3\n2,3,5,3\n4,4,2,3\n5,5,4,3\n3,3,3,3\n2,1,1,3\n";
  const json report = report_json(csv, settings_with({{"two", {"a", "b"}, "alpha"},
                                                      {"flat", {"a", "b", "same"}, "alpha"}}));
  EXPECT_NE(of_scale(report, "alpha", "two")["notes"].dump().find("few_items"), std::string::npos);
  EXPECT_EQ(of_scale(report, "omega", "two")["why"], "too_few_items");
  EXPECT_EQ(of_scale(report, "alpha", "flat")["why"], "zero_variance");
  EXPECT_NE(message_of(report, "items_constant")["text"].get<std::string>().find("same"),
            std::string::npos);
}

TEST(Scales, UmuxLiteIsCalibratedWithTheSample) {
  // A: 100 and 50; B: 0. Half of the people are B.
  const std::string csv = "Q,Team,u,v\n9,A,7,7\n8,A,4,4\n3,B,1,1\n";
  Settings settings = settings_with({{"Lite", {"u", "v"}, "umux_lite"}});
  settings.columns = {{"Q", "nps", ""}};
  settings.margins = {{"Team", {{"A", 0.5}, {"B", 0.5}}}};
  const json lite = of_scale(report_json(csv, settings), "umux_lite", "Lite");
  EXPECT_NEAR(lite["value"].get<double>(), 37.5, 1e-10);
  EXPECT_NE(lite["notes"].dump().find("calibrated"), std::string::npos);
}

TEST(Scales, SusAndUmuxLiteByHand) {
  std::string csv = "Team,s1,s2,s3,s4,s5,s6,s7,s8,s9,s10,u1,u2\n";
  csv += "A,5,1,5,1,5,1,5,1,5,1,7,7\n";  // 100, 100
  csv += "A,3,3,3,3,3,3,3,3,3,3,4,4\n";  // 50, all equal; 50
  csv += "B,4,2,4,2,4,2,4,2,4,2,1,4\n";  // 75; 25
  csv += "B,4,2,4,2,4,2,4,2,4,,1,1\n";   // not complete; 0
  Settings settings = settings_with({{"Ease", {"s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10"}, "sus"},
                                     {"Lite", {"u1", "u2"}, "umux_lite"}});
  settings.by = {"Team"};
  settings.columns = {{"u1", "rating", "1-7"}, {"u2", "rating", "1-7"}};
  const json report = report_json(csv, settings);
  const json sus = of_scale(report, "sus", "Ease");
  EXPECT_NEAR(sus["value"].get<double>(), 75, 1e-12);
  EXPECT_EQ(sus["n"], 3);
  EXPECT_EQ(sus["parts"]["all_equal"], 1);
  EXPECT_EQ(sus["interval"]["method"], "t");
  EXPECT_EQ(message_of(report, "sus_all_equal")["count"], 1);
  EXPECT_NEAR(of_scale(report, "umux_lite", "Lite")["value"].get<double>(), 43.75, 1e-12);
  const auto team = measures_of(report, "sus", {{"Team", "B"}});
  ASSERT_EQ(team.size(), 1u);
  EXPECT_NEAR(team[0]["value"].get<double>(), 75, 1e-12);
  EXPECT_EQ(team[0]["n"], 1);
}

}  // namespace
}  // namespace topline
