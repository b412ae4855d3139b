// SPDX-License-Identifier: Apache-2.0

// Comparisons and trends of whole surveys: families, weights, order of rows, and that nothing
// hidden can be had from them.

#include <cmath>
#include <map>
#include <random>

#include "core/measure/hidden_sums.h"
#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

struct Row {
  std::string department, region, wave;
  int nps = 0, csat = 1;
  std::string tool;
};

constexpr const char* kHead =
    "Department,Region,Quarter,How likely are you to recommend it?,Overall satisfaction,Tool,w\n";

std::string csv(const std::vector<Row>& rows, const std::string& weight = "1") {
  std::string text = kHead;
  for (const Row& row : rows) {
    text += row.department + "," + row.region + "," + row.wave + "," + std::to_string(row.nps) +
            "," + std::to_string(row.csat) + "," + row.tool + "," + weight + "\n";
  }
  return text;
}

Settings told(const std::string& compare = "headline") {
  Settings settings;
  settings.columns = {{"#4", "nps", "0-10"},     {"#5", "csat", "1-5"},
                      {"Tool", "choice", ""},    {"Department", "segment", ""},
                      {"Region", "segment", ""}, {"Quarter", "wave", ""},
                      {"w", "ignore", ""}};
  settings.by = {"Department", "Region"};
  settings.wave = "Quarter";
  settings.compare = compare;
  return settings;
}

std::vector<Row> survey(uint32_t seed, size_t per_wave, int waves) {
  std::mt19937 random(seed);
  const std::vector<std::string> departments = {"Sales", "Sales", "Sales", "IT", "IT",
                                                "Legal", "",      "HR",    "Lab"};
  std::vector<Row> rows;
  for (int wave = 0; wave < waves; ++wave) {
    for (size_t i = 0; i < per_wave; ++i) {
      Row row;
      row.department = departments[random() % departments.size()];
      row.region = random() % 3 ? "North" : "South";
      row.wave = std::to_string(2024 + wave / 4) + "-Q" + std::to_string(1 + wave % 4);
      const bool content = random() % 10 < (row.department == "Sales" ? 7u : 4u);
      row.nps = content ? 9 + static_cast<int>(random() % 2) : static_cast<int>(random() % 9);
      row.csat = content ? 4 + static_cast<int>(random() % 2) : 1 + static_cast<int>(random() % 5);
      row.tool = random() % 2 ? "Phone" : "Laptop";
      rows.push_back(row);
    }
  }
  return rows;
}

std::vector<json> of(const json& report, const std::string& id, const std::string& against) {
  std::vector<json> found;
  for (const json& one : report["comparisons"]) {
    if (one["id"] == id && one["against"] == against) found.push_back(one);
  }
  return found;
}

TEST(Comparisons, FamiliesOfTheHeadlineWave) {
  const json report = report_json(csv(survey(1, 300, 3)), told());
  const auto rest = of(report, "nps", "rest");
  // Five departments and two regions; those who gave no department are no test.
  ASSERT_EQ(rest.size(), 7u);
  double largest = 0;
  for (const json& one : rest) {
    EXPECT_EQ(one["a"]["wave"], report["tables"][0]["headline_wave"]);
    EXPECT_EQ(one["b"]["rest"], true);
    const bool department = one["a"]["segment"].contains("Department");
    EXPECT_EQ(one["parts"]["tests"], department ? 5 : 2);
    EXPECT_GE(one["p_adjusted"].get<double>(), one["p"].get<double>());
    EXPECT_EQ(one["verdict"] == "clear", one["p_adjusted"].get<double>() < 0.05);
    if (department) largest = std::max(largest, one["p"].get<double>());
  }
  EXPECT_LE(largest, 1);
  const auto previous = of(report, "nps", "previous");
  ASSERT_EQ(previous.size(), 1u);
  EXPECT_EQ(previous[0]["p"], previous[0]["p_adjusted"]);
  EXPECT_EQ(of(report, "nps", "first").size(), 1u);
  // Mix and rate add up to the change, by either segment column.
  ASSERT_EQ(previous[0]["mix_and_rate"].size(), 2u);
  for (const json& parts : previous[0]["mix_and_rate"]) {
    EXPECT_NEAR(parts["mix"].get<double>() + parts["rate"].get<double>(),
                previous[0]["difference"].get<double>(), 1e-8);
  }
  EXPECT_TRUE(of(report, "share", "rest").empty()) << "choices are compared by --compare all";
  EXPECT_TRUE(report["trends"].empty()) << "three waves have no limits";
}

TEST(Comparisons, NoneAndAll) {
  const std::string text = csv(survey(2, 120, 3));
  EXPECT_TRUE(report_json(text, told("none"))["comparisons"].empty());
  const json report = report_json(text, told("all"));
  EXPECT_FALSE(of(report, "share", "rest").empty());
  EXPECT_FALSE(of(report, "csat_mean", "rest").empty());
  EXPECT_EQ(of(report, "nps", "previous").size(), 2u);
  // Benjamini and Hochberg over everything: the largest p stays, each other is p·m/rank, lowered to
  // what stands above it.
  std::vector<std::pair<double, double>> all;
  for (const json& one : report["comparisons"]) {
    if (one.contains("p")) all.emplace_back(one["p"], one["p_adjusted"]);
  }
  std::sort(all.begin(), all.end());
  double least = 1;
  for (size_t i = all.size(); i-- > 0;) {
    least = std::min(least,
                     all[i].first * static_cast<double>(all.size()) / static_cast<double>(i + 1));
    EXPECT_NEAR(all[i].second, least, 1e-9);
  }
}

TEST(Comparisons, WeightsOfOneChangeNothing) {
  const std::string text = csv(survey(3, 90, 9));
  Settings weighted = told("all");
  weighted.columns.pop_back();
  weighted.weight = "w";
  json plain = report_json(text, told("all")), with = report_json(text, weighted);
  ASSERT_EQ(plain["comparisons"].size(), with["comparisons"].size());
  for (size_t i = 0; i < plain["comparisons"].size(); ++i) {
    json& one = with["comparisons"][i];
    EXPECT_EQ(one["notes"][0], "weighted");
    one["notes"].erase(0);
    one["parts"].erase("se");
    EXPECT_EQ(one.dump(), plain["comparisons"][i].dump());
  }
  ASSERT_FALSE(plain["trends"].empty());
  for (size_t i = 0; i < plain["trends"].size(); ++i) {
    with["trends"][i]["notes"].clear();
    EXPECT_EQ(with["trends"][i].dump(), plain["trends"][i].dump());
  }
}

TEST(Comparisons, TheOrderOfRowsDoesNotMatter) {
  std::vector<Row> rows = survey(4, 100, 8);
  const json first = report_json(csv(rows, "1.3"), told("all"));
  std::mt19937 random(5);
  for (size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random() % i]);
  const json second = report_json(csv(rows, "1.3"), told("all"));
  for (const char* key : {"comparisons", "trends", "measures", "summary"}) {
    EXPECT_EQ(first[key].dump(), second[key].dump()) << key;
  }
}

// A cell of the survey as the report names it.
std::string name_of(const json& segment, const json& wave) { return segment.dump() + wave.dump(); }

// All that a reader has: bases of shown cells, that totals are sums, and the bases of every
// comparison. No hidden base may follow from them.
TEST(Comparisons, HiddenCellsCannotBeSolvedFor) {
  int hidden_somewhere = 0, compared = 0;
  for (uint32_t seed = 10; seed < 40; ++seed) {
    const json report = report_json(csv(survey(seed, 34, 3)), told("all"));
    for (const char* id : {"nps", "csat"}) {
      std::map<std::string, uint32_t> cells;
      std::vector<bool> hidden;
      std::vector<Relation> relations;
      std::map<std::string, std::vector<uint32_t>> by_column;  // column and wave -> its cells
      std::map<std::string, std::vector<uint32_t>> by_time;    // segment -> its waves
      for (const json& measure : report["measures"]) {
        if (measure["id"] != id) continue;
        const auto index = static_cast<uint32_t>(hidden.size());
        cells[name_of(measure["segment"], measure["wave"])] = index;
        hidden.push_back(measure.contains("suppressed"));
        hidden_somewhere += hidden.back();
        const std::string column =
            measure["segment"].empty() ? "" : measure["segment"].begin().key();
        if (!column.empty()) by_column[column + measure["wave"].dump()].push_back(index);
        if (!measure["wave"].is_null()) by_time[measure["segment"].dump()].push_back(index);
      }
      for (const json& wave : {json(nullptr), json("2024-Q1"), json("2024-Q2"), json("2024-Q3")}) {
        for (const char* column : {"Department", "Region"}) {
          relations.push_back(
              {cells.at(name_of(json::object(), wave)), by_column[column + wave.dump()]});
        }
      }
      for (const auto& [segment, parts] : by_time) {
        relations.push_back({cells.at(segment + "null"), parts});
      }
      EXPECT_TRUE(solvable_cells(relations, hidden).empty()) << "the measures alone, " << seed;
      for (const json& one : report["comparisons"]) {
        if (one["id"] != id || one["against"] != "rest") continue;
        const json& segment = one["a"]["segment"];
        EXPECT_FALSE(hidden[cells.at(name_of(segment, one["a"]["wave"]))]);
        EXPECT_GE(one["parts"]["n_a"], 5);
        EXPECT_GE(one["parts"]["n_b"], 5);
        const std::string column = segment.begin().key();
        const auto blank = cells.find(name_of({{column, ""}}, one["a"]["wave"]));
        const bool with_blank =
            one["notes"].dump().find("rest_with_no_answer") != std::string::npos;
        Relation rest{static_cast<uint32_t>(hidden.size()), {}};
        hidden.push_back(false);  // the rest's base is told
        for (uint32_t cell : by_column[column + one["a"]["wave"].dump()]) {
          if (cell == cells.at(name_of(segment, one["a"]["wave"]))) continue;
          if (blank != cells.end() && cell == blank->second && !with_blank) continue;
          rest.parts.push_back(cell);
        }
        relations.push_back(rest);
        ++compared;
      }
      EXPECT_TRUE(solvable_cells(relations, hidden).empty()) << id << ", seed " << seed;
    }
  }
  EXPECT_GT(hidden_somewhere, 100);
  EXPECT_GT(compared, 100);
}

// Two surveys that differ only in who of the hidden gave which answer publish the same comparisons,
// mix and rate among them.
TEST(Comparisons, WhatIsHiddenMovesNothing) {
  std::vector<Row> rows;
  for (const Row& row : survey(50, 150, 2)) {
    if (row.department != "Lab" && row.department != "HR") rows.push_back(row);
  }
  const auto tiny = [&](std::vector<std::pair<std::string, int>> people) {
    std::vector<Row> all = rows;
    for (const char* wave : {"2024-Q1", "2024-Q2"}) {
      for (const auto& [department, nps] : people) {
        Row row{department, "North", wave, nps, nps > 5 ? 5 : 1, "Phone"};
        all.push_back(row);
      }
    }
    return csv(all);
  };
  for (const char* compare : {"headline", "all"}) {
    const json one =
        report_json(tiny({{"Lab", 0}, {"Lab", 0}, {"HR", 10}, {"HR", 9}}), told(compare));
    const json other =
        report_json(tiny({{"Lab", 10}, {"Lab", 0}, {"HR", 0}, {"HR", 9}}), told(compare));
    ASSERT_FALSE(one["comparisons"].empty());
    EXPECT_EQ(one["comparisons"].dump(), other["comparisons"].dump());
    EXPECT_EQ(one["measures"].dump(), other["measures"].dump()) << "or they show it themselves";
    bool hidden = false;
    for (const json& measure : one["measures"]) {
      hidden |=
          measure.contains("suppressed") && measure["segment"] == json({{"Department", "Lab"}});
    }
    EXPECT_TRUE(hidden);
  }
}

TEST(Comparisons, TheSummaryNamesWhoDiffersClearly) {
  std::vector<Row> rows;
  for (int i = 0; i < 200; ++i) {
    Row row{i % 2 ? "Sales" : "IT", i % 4 < 2 ? "North" : "South", "2024-Q1", 0, 3, "Phone"};
    row.nps = i % 2 ? (i % 5 ? 10 : 8) : (i % 5 ? 3 : 9);
    rows.push_back(row);
  }
  Settings settings = told();
  settings.wave = "";
  const std::string summary = report_json(csv(rows), settings)["summary"];
  EXPECT_NE(summary.find("By Department, highest: Sales +80"), std::string::npos) << summary;
  EXPECT_NE(summary.find("lowest: IT -60"), std::string::npos) << summary;
  EXPECT_NE(summary.find("No Region clearly differs from the rest."), std::string::npos) << summary;
  settings.language = "zh-CN";
  const std::string chinese = report_json(csv(rows), settings)["summary"];
  EXPECT_NE(chinese.find("差异显著"), std::string::npos) << chinese;
  EXPECT_NE(chinese.find("各Region与其余相比差异均不显著。"), std::string::npos) << chinese;
}

// People move between two departments that answer as ever; then nobody moves and both get better.
TEST(Comparisons, AGoalsDeviationHasItsReason) {
  const auto goal = [](int sales_then, int sales_now, int better) {
    std::vector<Row> rows;
    for (int wave = 1; wave <= 2; ++wave) {
      for (int i = 0; i < 100; ++i) {
        const bool sales = i < (wave == 1 ? sales_then : sales_now);
        Row row{sales ? "Sales" : "IT", "North", "2024-Q" + std::to_string(wave), 0, 3, "Phone"};
        row.nps = i % 10 < (sales ? 8 : 2) + (wave == 2 ? better : 0) ? 10 : 0;
        rows.push_back(row);
      }
    }
    Settings settings = told();
    settings.as_of = "2024-06-30";
    settings.audience = "customer";  // some of these groups are of one mind
    settings.goals = {{"nps", "60", "", -20.0, std::nullopt, "2024-01-01", "2024-12-31", "Li", {}}};
    return report_json(csv(rows), settings)["goals"][0];
  };
  EXPECT_EQ(goal(20, 80, 0)["reason"], "mix");
  EXPECT_EQ(goal(50, 50, 2)["reason"], "rate");
}

TEST(Comparisons, EightWavesHaveLimitsAndTheOneBeyondIsNamed) {
  std::vector<Row> rows = survey(6, 80, 9);
  for (Row& row : rows) {
    if (row.wave == "2025-Q3") row.nps = 10;
  }
  Settings settings = told("none");
  settings.audience = "customer";  // a wave of one mind
  const json report = report_json(csv(rows), settings);
  ASSERT_EQ(report["trends"].size(), 2u) << "NPS and the share of satisfied";
  EXPECT_EQ(report["trends"][0]["id"], "nps");
  EXPECT_EQ(report["trends"][0]["out"].dump(), R"(["2025-Q3"])");
  EXPECT_EQ(report["trends"][0]["points"].size(), 9u);
  rows = survey(6, 80, 7);
  EXPECT_TRUE(report_json(csv(rows), told())["trends"].empty());
}

}  // namespace
}  // namespace topline
