// SPDX-License-Identifier: Apache-2.0

// Answers given without care: counted where asked for, dropped only on request.

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

// 30 careful rows of twelve items, then: one straight-liner, one hasty row, a pair that differs in
// nothing, one row that stops after three items.
std::string survey() {
  std::string csv = "Q,a,b,c,d,e,f,g,h,i,j,k,Seconds\n";
  const auto row = [&](int q, auto item, int items, int seconds) {
    csv += std::to_string(q);
    for (int k = 0; k < 11; ++k) csv += "," + (k < items ? std::to_string(item(k)) : std::string());
    csv += "," + std::to_string(seconds) + "\n";
  };
  for (int r = 0; r < 30; ++r) {
    row(r % 11, [r](int k) { return (r * (k + 3) + k * k + r / 5) % 5 + 1; }, 11, 300 + r);
  }
  row(10, [](int) { return 4; }, 11, 310);
  row(9, [](int k) { return (k * 2 + k / 3) % 5 + 1; }, 11, 60);
  row(8, [](int k) { return (k * 3 + k / 2) % 5 + 1; }, 11, 320);
  row(8, [](int k) { return (k * 3 + k / 2) % 5 + 1; }, 11, 330);
  row(7, [](int k) { return k + 1; }, 3, 340);
  return csv;
}

Settings settings_of() {
  Settings settings;
  settings.audience = "customer";
  settings.columns = {{"Q", "nps", ""}, {"Seconds", "duration", ""}};
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"}) {
    settings.columns.push_back({name, "csat", "1-5"});
  }
  return settings;
}

TEST(Quality, IsLookedForOnlyWhereAsked) {
  const json report = report_json(survey(), settings_of());
  for (const char* code : {"straightliners", "speeders", "near_duplicates", "partials", "no_grid"}) {
    EXPECT_TRUE(message_of(report, code).is_null()) << code;
  }
}

TEST(Quality, CountsEachKindAndKeepsTheRows) {
  Settings settings = settings_of();
  settings.quality = true;
  const json report = report_json(survey(), settings);
  EXPECT_EQ(message_of(report, "straightliners")["count"], 1);
  EXPECT_EQ(message_of(report, "speeders")["count"], 1);
  EXPECT_EQ(message_of(report, "near_duplicates")["count"], 2);
  EXPECT_EQ(message_of(report, "partials")["count"], 1);
  EXPECT_EQ(report["inputs"][0]["rows"]["used"], 35);
  EXPECT_EQ(measures_of(report, "nps")[0]["n"], 35);
}

TEST(Quality, DropsOnRequestAndShowsBoth) {
  Settings settings = settings_of();
  settings.quality = true;
  const json kept = report_json(survey(), settings);
  settings.drop = {"straightliners", "speeders"};
  const json report = report_json(survey(), settings);
  const json& rows = report["inputs"][0]["rows"];
  EXPECT_EQ(rows["used"], 33);
  EXPECT_EQ(rows["excluded"], 2);
  EXPECT_EQ(rows["read"], 35);
  const json nps = measures_of(report, "nps")[0], before = measures_of(kept, "nps")[0];
  EXPECT_EQ(nps["n"], 33);
  EXPECT_EQ(nps["parts"]["with_dropped"], before["value"]);
  EXPECT_EQ(nps["parts"]["with_dropped_n"], 35);
  // What is left is what a table without those rows gives.
  std::string csv = survey(), without;
  size_t line = 0;
  for (size_t at = 0; at < csv.size(); ++line) {
    const size_t end = csv.find('\n', at) + 1;
    if (line != 31 && line != 32) without += csv.substr(at, end - at);
    at = end;
  }
  const json clean = report_json(without, settings_of());
  for (const char* id : {"nps", "csat", "csat_mean"}) {
    const auto a = measures_of(report, id), b = measures_of(clean, id);
    ASSERT_EQ(a.size(), b.size());
    for (size_t i = 0; i < a.size(); ++i) {
      EXPECT_EQ(a[i]["value"], b[i]["value"]) << id;
      EXPECT_EQ(a[i]["distribution"], b[i]["distribution"]) << id;
    }
  }
  const json& columns = report["inputs"][0]["columns"];
  for (const json& column : columns) {
    EXPECT_EQ(column["answered"].get<int>() + column["missing"].get<int>() + column["invalid"].get<int>(), 33);
  }
  const json message = message_of(report, "rows_dropped");
  EXPECT_EQ(message["count"], 2);
  EXPECT_NE(message["text"].get<std::string>().find("→"), std::string::npos);
}

TEST(Quality, FewDroppedEmployeesAreNotToldBySubtraction) {
  Settings settings = settings_of();
  settings.audience = "employee";
  settings.drop = {"straightliners"};
  const json report = report_json(survey(), settings);
  EXPECT_EQ(report["inputs"][0]["rows"]["excluded"], 1);
  EXPECT_FALSE(measures_of(report, "nps")[0]["parts"].contains("with_dropped"));
  EXPECT_NE(message_of(report, "rows_dropped")["text"].get<std::string>().find("hidden"),
            std::string::npos);
}

TEST(Quality, SaysWhatCouldNotBeLookedFor) {
  Settings settings;
  settings.audience = "customer";
  settings.columns = {{"Q", "nps", ""}};
  settings.quality = true;
  const json report = report_json("Q,S\n1,2\n9,4\n10,5\n", settings);
  for (const char* code : {"no_grid", "no_duration", "few_items_alike"}) {
    EXPECT_FALSE(message_of(report, code).is_null()) << code;
  }
}

TEST(Favourable, PartsOfFiveAndSevenPointsOnlyWhereAsked) {
  std::string csv = "Q,S,T\n";
  for (int i = 0; i < 70; ++i) {
    csv += std::to_string(i % 11) + "," + std::to_string(i % 5 + 1) + "," + std::to_string(i % 7 + 1) + "\n";
  }
  Settings settings;
  settings.audience = "customer";
  settings.columns = {{"Q", "nps", ""}, {"S", "csat", "1-5"}, {"T", "rating", "1-7"}};
  EXPECT_TRUE(measures_of(report_json(csv, settings), "favourable").empty());
  settings.favourable = true;
  const auto items = measures_of(report_json(csv, settings), "favourable");
  ASSERT_EQ(items.size(), 2u) << "the 0–10 item has no middle";
  EXPECT_NEAR(items[0]["value"].get<double>(), 40, 1e-10);
  EXPECT_EQ(items[0]["parts"], (json{{"favourable", 28}, {"neutral", 14}, {"unfavourable", 28}}));
  EXPECT_NEAR(items[1]["value"].get<double>(), 300.0 / 7, 1e-10);
  EXPECT_EQ(items[1]["parts"], (json{{"favourable", 30}, {"neutral", 10}, {"unfavourable", 30}}));
  EXPECT_EQ(items[0]["interval"]["method"], "wilson");
}

}  // namespace
}  // namespace topline
