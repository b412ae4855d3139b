// SPDX-License-Identifier: Apache-2.0

// Crosstabs from a table to the report: which there are, and the same bytes whatever the order or the split.

#include <array>
#include <random>

#include "tests/analysis/parts.h"

namespace topline {
namespace {

using nlohmann::json;

std::vector<std::string> rows(size_t count) {
  std::vector<std::string> all;
  std::mt19937 random(7);
  for (size_t i = 0; i < count; ++i) {
    const std::string team = std::array{"North", "South", "East", "", "West"}[random() % 5];
    std::string row = std::to_string(random() % 11) + "," + std::to_string(1 + random() % 5) + ",";
    row += std::array{"Phone", "Mail", "Chat"}[random() % 3];
    row += std::string(",") + std::array{"Fast;Cheap", "Fast", "Kind;Fast;Cheap", "Kind;Cheap", "Cheap", ""}[random() % 6];
    row += "," + team + "," + std::array{"rep", "lead"}[random() % 2] + ",2026-Q" + std::to_string(1 + random() % 2);
    all.push_back(row + "," + std::to_string(1 + random() % 9) + ".25\n");
  }
  return all;
}

std::string table_of(const std::vector<std::string>& lines) {
  std::string text = "Recommend,Satisfied,Channel,Why,Team,Role,Wave,Weight\n";
  for (const std::string& line : lines) text += line;
  return text;
}

Settings asked() {
  Settings settings;
  settings.columns = {{"Recommend", "nps", ""}, {"Satisfied", "csat", "1-5"}, {"Channel", "choice", ""},
                      {"Why", "choice", ""}, {"Weight", "ignore", ""}};
  settings.by = {"Team", "Role"};
  settings.wave = "Wave";
  settings.audience = "employee";
  settings.crosstabs = true;
  return settings;
}

TEST(Crosstabs, EachQuestionByEachColumnInTheHeadlineWave) {
  const json report = report_json(table_of(rows(600)), asked());
  const json& tables = report["crosstabs"];
  ASSERT_EQ(tables.size(), 8u) << report.dump();
  std::vector<std::string> found;
  for (const json& one : tables) {
    found.push_back(one["question"].get<std::string>() + " by " + one["by"].get<std::string>());
    EXPECT_EQ(one["wave"], "2026-Q2");
  }
  EXPECT_EQ(found, (std::vector<std::string>{
                       "Recommend by Team", "Recommend by Role", "Satisfied by Team", "Satisfied by Role",
                       "Channel by Team", "Channel by Role", "Why by Team", "Why by Role"}));
  const json& first = tables[0];
  EXPECT_EQ(first["answers"], (json{"detractors", "passives", "promoters"}));
  EXPECT_EQ(first["segments"].size(), 4u);
  EXPECT_TRUE(first.contains("no_answer"));
  EXPECT_EQ(first["df"], 6);
  EXPECT_EQ(tables[6]["why"], "several_answers");
  EXPECT_FALSE(tables[6].contains("p"));
  // What the cells say is what the tables say.
  for (const json& segment : first["segments"]) {
    const auto score = measures_of(report, "nps", {{"Team", segment["name"]}}, "2026-Q2");
    ASSERT_EQ(score.size(), 1u);
    EXPECT_EQ(segment["n"], score[0]["n"]);
    EXPECT_EQ(segment["counts"], (json{score[0]["parts"]["detractors"], score[0]["parts"]["passives"],
                                       score[0]["parts"]["promoters"]}));
  }
  // Holm over the three questions by Team that have a test.
  double smallest = 1, adjusted = 1;
  for (const size_t i : {0u, 2u, 4u}) {
    if (tables[i]["p"] < smallest) smallest = tables[i]["p"], adjusted = tables[i]["p_adjusted"];
  }
  EXPECT_NEAR(adjusted, std::min(1.0, 3 * smallest), 1e-9);
}

TEST(Crosstabs, OnlyWhereAsked) {
  Settings settings = asked();
  settings.crosstabs = false;
  EXPECT_TRUE(report_json(table_of(rows(100)), settings)["crosstabs"].empty());
  settings.crosstabs = true;
  settings.by = {};
  EXPECT_TRUE(report_json(table_of(rows(100)), settings)["crosstabs"].empty());
}

TEST(Crosstabs, WithADesignThereIsNoTest) {
  Settings settings = asked();
  settings.wave.clear();
  settings.by = {"Team"};
  settings.strata = {"Role"};
  const json report = report_json(table_of(rows(200)), settings);
  ASSERT_EQ(report["crosstabs"].size(), 4u) << report.dump();
  for (const json& one : report["crosstabs"]) {
    EXPECT_EQ(one["why"], one["question"] == "Why" ? "several_answers" : "designed");
    EXPECT_FALSE(one["segments"].empty());
  }
}

TEST(Crosstabs, ASmallTeamIsInNoTable) {
  auto lines = rows(200);
  for (int i = 0; i < 3; ++i) lines.push_back("10,5,Fax,Fast,Board,lead,2026-Q2,1\n");
  Settings settings = asked();
  const json report = report_json(table_of(lines), settings);
  EXPECT_EQ(report["crosstabs"].dump().find("Board"), std::string::npos);
  EXPECT_EQ(report["crosstabs"][4]["question"], "Channel");
  EXPECT_EQ(report["crosstabs"][4]["answers"].dump().find("Fax"), std::string::npos);
  EXPECT_GE(report["crosstabs"][0]["left_out"].get<int>(), 2) << "a hidden team is never alone";
  settings.audience = "customer";
  EXPECT_NE(report_json(table_of(lines), settings)["crosstabs"].dump().find("Board"), std::string::npos);
}

TEST(Crosstabs, OrderAndSplitsChangeNothing) {
  for (const bool weighted : {false, true}) {
    Settings settings = asked();
    if (weighted) {
      settings.columns.pop_back();
      settings.weight = "Weight";
    }
    auto lines = rows(500);
    const std::string text = table_of(lines);
    const auto whole = analyse(text, settings);
    ASSERT_TRUE(whole.has_value());
    const std::string expected = report_text(*whole);
    const json tables = json::parse(expected)["crosstabs"];
    ASSERT_EQ(tables.size(), 8u);
    EXPECT_EQ(tables[0].contains("f"), weighted);
    EXPECT_NE(tables[0].contains("chi_squared"), weighted);
    std::mt19937 random(3);
    std::shuffle(lines.begin(), lines.end(), random);
    EXPECT_EQ(report_json(table_of(lines), settings)["crosstabs"].dump(), tables.dump());
    const std::vector<std::string> tallies = tallies_of_parts(text, settings, whole->plan_json());
    Analysis sum(settings), untold(Settings{});
    for (const size_t k : {2u, 0u, 1u}) {
      ASSERT_TRUE(sum.add_tally(tallies[k]).has_value());
      ASSERT_TRUE(untold.add_tally(tallies[k]).has_value());
    }
    EXPECT_EQ(report_text(sum), expected);
    EXPECT_EQ(json::parse(report_text(untold))["crosstabs"].dump(), tables.dump()) << "the tally says what was asked";
  }
}

}  // namespace
}  // namespace topline
