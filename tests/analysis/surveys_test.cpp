// SPDX-License-Identifier: Apache-2.0

// Real surveys against figures that others computed (pandas, R survey; see ../shared/data).

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

json expected(const std::string& name) {
  return json::parse(shared_file("data/expected/" + name + ".json"), nullptr, false);
}

#define NEED(text) \
  if ((text).empty()) GTEST_SKIP() << "the shared data is not here"

TEST(Surveys, NpsCranTestdata) {
  const std::string text = shared_file("data/nps_cran_testdata.csv");
  NEED(text);
  const json truth = expected("nps_cran_testdata");
  Settings settings;
  settings.columns = {{"REC", "nps", ""}};
  settings.by = {"Region", "BU"};
  settings.interval = "wald";
  const json report = report_json(text, settings);
  const auto check = [&](const json& segment, const json& want) {
    const auto found = measures_of(report, "nps", segment);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_NEAR(found[0]["value"].get<double>(), want["nps"].get<double>(), 1e-9);
    EXPECT_NEAR(found[0]["se"].get<double>(), want["se_pop"].get<double>(), 1e-9);
    EXPECT_NEAR(found[0]["interval"]["low"].get<double>(), want["ci95_wald_pop"][0].get<double>(), 1e-9);
    EXPECT_NEAR(found[0]["interval"]["high"].get<double>(), want["ci95_wald_pop"][1].get<double>(), 1e-9);
    EXPECT_EQ(found[0]["parts"]["promoters"], want["promoters"]);
  };
  check(json::object(), truth["overall"]);
  for (const char* name : {"Region", "BU"}) {
    for (const auto& [value, want] : truth["by"][name].items()) check({{name, value}}, want);
  }
}

TEST(Surveys, SfoElevenIsBlankAndWeightsAreLinearised) {
  const std::string text = shared_file("data/sfo_2017_survey.csv");
  NEED(text);
  const json truth = expected("sfo_2017_survey")["overall"];
  Settings settings;
  settings.columns = {{"NETPRO", "nps", ""}};
  json report = report_json(text, settings);
  EXPECT_NEAR(measures_of(report, "nps")[0]["value"].get<double>(), truth["nps"].get<double>(), 1e-9);
  EXPECT_EQ(message_of(report, "outside_scale_code")["count"], 84);
  settings.weight = "WEIGHT";
  report = report_json(text, settings);
  const json nps = measures_of(report, "nps")[0];
  EXPECT_NEAR(nps["value"].get<double>(), truth["weighted"]["nps"].get<double>(), 1e-9);
  EXPECT_NEAR(nps["se"].get<double>(), truth["weighted"]["se_linearized"].get<double>(), 1e-10);
}

TEST(Surveys, EveryLaneReadsThemAlike) {
  for (const char* name : {"nps_cran_testdata", "sfo_2017_survey", "hardlyworking", "psych_bfi"}) {
    const std::string text = shared_file(std::string("data/") + name + ".csv");
    NEED(text);
    std::string first;
    for (Lane lane : lanes_here()) {
      for (size_t chunk : {size_t{1} << 20, size_t{4099}, size_t{61}}) {
        Analysis analysis{Settings{}};
        ASSERT_TRUE(read_into(analysis, name, text, {}, chunk, lane).has_value());
        std::string tally;
        analysis.tally_json([&](std::string_view piece) { tally += piece; });
        if (first.empty()) first = tally;
        ASSERT_EQ(tally, first) << name << " lane " << static_cast<int>(lane) << ", " << chunk;
      }
    }
  }
}

TEST(Surveys, SfoWeightedBySegment) {
  const std::string text = shared_file("data/sfo_2017_survey.csv");
  NEED(text);
  const json truth = expected("sfo_2017_survey")["by"]["STRATA"];
  Settings settings;
  settings.columns = {{"NETPRO", "nps", ""}};
  settings.weight = "WEIGHT";
  settings.by = {"STRATA"};
  const json report = report_json(text, settings);
  for (const auto& [value, want] : truth.items()) {
    const json nps = measures_of(report, "nps", {{"STRATA", value}})[0];
    EXPECT_NEAR(nps["value"].get<double>(), want["weighted"]["nps"].get<double>(), 1e-9);
    // The file's errors take n = answered of the segment; ours the rows of the design (D4).
    EXPECT_NEAR(nps["se"].get<double>() / want["weighted"]["se_linearized"].get<double>(), 1, 1e-3);
  }
}

TEST(Surveys, HrAttritionSatisfactionOneToFour) {
  const std::string text = shared_file("data/hr_attrition_ibm.csv");
  NEED(text);
  const json report = report_json(text);
  EXPECT_EQ(report["inputs"][0]["encoding"], "utf-8-bom");
  std::vector<std::string> scored;
  for (const auto& csat : measures_of(report, "csat")) {
    EXPECT_EQ(csat["box"], "3-4 of 4");
    scored.push_back(csat["question"]);
  }
  EXPECT_EQ(scored, (std::vector<std::string>{"EnvironmentSatisfaction", "JobSatisfaction",
                                              "RelationshipSatisfaction"}));
}

TEST(Surveys, EdgeVectors) {
  const json vectors = expected("nps_edge_vectors");
  if (!vectors.is_object()) GTEST_SKIP() << "the shared data is not here";
  for (const json& one : vectors["strict"]) {
    std::string text = "k,NPS\n";
    for (const json& value : one["values"]) text += "x," + value.get<std::string>() + "\n";
    Settings settings;
    settings.columns = {{"NPS", "nps", "0-10"}};
    settings.audience = "customer";  // a handful of answers: nothing is hidden
    const json report = report_json(text, settings);
    const json want = one["expected"];
    const json column = report["inputs"][0]["columns"][1];
    EXPECT_EQ(column["answered"], want["n"]) << one["name"];
    EXPECT_EQ(column["missing"], want["missing"]) << one["name"];
    EXPECT_EQ(column["invalid"], want["invalid"]) << one["name"];
    const json nps = measures_of(report, "nps")[0];
    if (want["nps"].is_null()) {
      EXPECT_FALSE(nps.contains("value")) << one["name"];
      EXPECT_EQ(nps["why"], "no_answers") << one["name"];
    } else {
      EXPECT_NEAR(nps["value"].get<double>(), want["nps"].get<double>(), 1e-9) << one["name"];
    }
  }
}

}  // namespace
}  // namespace topline
