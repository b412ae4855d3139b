// SPDX-License-Identifier: Apache-2.0

// What a report does not say of people who are not known to be customers.

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;

// So many rows "score,team".
std::string rows_of(const std::vector<std::pair<std::string, int>>& groups) {
  std::string text;
  for (const auto& [row, times] : groups) {
    for (int i = 0; i < times; ++i) text += row + "\n";
  }
  return text;
}

Settings told(const std::string& audience = "employee") {
  Settings settings;
  settings.audience = audience;
  settings.columns = {{"#1", "nps", "0-10"}, {"#2", "csat", "1-5"}, {"Team", "segment", ""}};
  settings.by = {"Team"};
  return settings;
}

constexpr const char* kHead = "How likely are you to recommend it?,Satisfaction,Team\n";

// Twelve of IT are content without exception; Sales and Help differ.
std::string agreeing_team() {
  return kHead + rows_of({{"10,5,IT", 8}, {"9,4,IT", 4}, {"3,2,Sales", 9}, {"8,3,Sales", 6}, {"9,5,Sales", 15},
                          {"2,1,Help", 5}, {"7,4,Help", 5}, {"10,5,Help", 10}});
}

std::string text_of(const Analysis& analysis, void (*render)(const Report&, const Sink&)) {
  const auto report = analysis.report();
  std::string text;
  if (report) render(*report, [&](std::string_view piece) { text += piece; });
  return text;
}

TEST(Privacy, ATeamThatAgreesIsABound) {
  const json report = report_json(agreeing_team(), told());
  const json segment = {{"Team", "IT"}};
  for (const char* id : {"nps", "csat", "csat_mean"}) {
    const json one = measures_of(report, id, segment).at(0);
    EXPECT_EQ(one["suppressed"], true) << id;
    EXPECT_EQ(one["why"], "nearly_alike");
    for (const char* key : {"value", "n", "se", "interval", "distribution", "parts"}) {
      EXPECT_FALSE(one.contains(key)) << id << " " << key;
    }
  }
  EXPECT_EQ(measures_of(report, "nps", segment)[0]["bound"], json({{"low", 80}}));
  EXPECT_EQ(measures_of(report, "csat", segment)[0]["bound"], json({{"low", 90}}));
  EXPECT_FALSE(measures_of(report, "csat_mean", segment)[0].contains("bound"));
  // It is not to be had by subtraction: another team is hidden, by then an ordinary hidden cell.
  const json help = measures_of(report, "csat", {{"Team", "Help"}}).at(0);
  EXPECT_EQ(help["suppressed"], true);
  EXPECT_FALSE(help.contains("bound"));
  EXPECT_FALSE(message_of(report, "cells_alike").is_null());
  for (const json& one : report["comparisons"]) EXPECT_NE(one["a"]["segment"], segment);
}

TEST(Privacy, CustomersSeeTheFigure) {
  const json report = report_json(agreeing_team(), told("customer"));
  const json one = measures_of(report, "csat", {{"Team", "IT"}}).at(0);
  EXPECT_EQ(one["value"], 100);
  EXPECT_FALSE(one.contains("suppressed"));
  EXPECT_FALSE(one.contains("bound"));
}

TEST(Privacy, AllAndAllButOneReadTheSame) {
  const auto of = [](int dissenters) {
    return report_json(kHead + rows_of({{"10,5,IT", 12 - dissenters}, {"1,1,IT", dissenters}}), told());
  };
  const json all = measures_of(of(0), "csat").at(0), but_one = measures_of(of(1), "csat").at(0);
  EXPECT_EQ(all.dump(), but_one.dump());
  EXPECT_EQ(all["bound"]["low"], 90);
  EXPECT_NEAR(measures_of(of(2), "csat").at(0)["value"].get<double>(), 1000.0 / 12, 1e-9)
      << "two of twelve differ: an ordinary figure";
}

TEST(Privacy, NobodySatisfiedIsABoundFromAbove) {
  const json report = report_json(kHead + rows_of({{"0,1,IT", 7}, {"3,2,IT", 5}}), told());
  EXPECT_EQ(measures_of(report, "csat").at(0)["bound"], json({{"high", 10}}));
  EXPECT_EQ(measures_of(report, "nps").at(0)["bound"], json({{"high", -80}}));
}

// Of under ten the only whole number at a bound would be all of them.
TEST(Privacy, UnderTenThatAgreeAreHiddenLikeAnySmallGroup) {
  const json report = report_json(kHead + rows_of({{"10,5,IT", 7}}), told());
  const json one = measures_of(report, "csat").at(0);
  EXPECT_EQ(one["suppressed"], true);
  EXPECT_FALSE(one.contains("bound"));
  EXPECT_FALSE(one.contains("why"));
  EXPECT_EQ(report.dump().find("\"top\":[[\"5\""), std::string::npos) << "nor in the columns";
}

TEST(Privacy, EverySurfaceSaysTheBoundOnly) {
  const auto analysis = analyse(agreeing_team(), told());
  ASSERT_TRUE(analysis);
  const std::string markdown = text_of(*analysis, render_markdown);
  EXPECT_NE(markdown.find("≥ 90%"), std::string::npos) << markdown;
  EXPECT_NE(markdown.find("nearly all answered alike"), std::string::npos);
  const std::string csv = text_of(*analysis, render_csv);
  EXPECT_NE(csv.find(",true,nearly_alike,"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",90,\r\n"), std::string::npos);
  const std::string text = text_of(*analysis, [](const Report& report, const Sink& sink) {
    render_text(report, TextStyle{}, sink);
  });
  EXPECT_NE(text.find("IT: ≥ 90% (nearly all answered alike)"), std::string::npos) << text;
  for (const std::string& surface : {markdown, csv, text}) {
    EXPECT_EQ(surface.find("100%"), std::string::npos) << surface;
  }
  Settings chinese = told();
  chinese.language = "zh-CN";
  const auto again = analyse(agreeing_team(), chinese);
  ASSERT_TRUE(again);
  EXPECT_NE(text_of(*again, render_markdown).find("≥ 90%（几乎所有人回答相同）"), std::string::npos);
}

TEST(Privacy, AHeadlineThatAllShareIsSaidAsABound) {
  const json report = report_json(kHead + rows_of({{"10,5,IT", 12}}), told());
  EXPECT_EQ(report["summary"], "Net Promoter Score ≥ +80 (nearly all answered alike).");
}

TEST(Privacy, AnOptionThatAllChoseIsABound) {
  Settings settings;
  settings.columns = {{"Tool", "choice", ""}};
  const json report = report_json("Tool\n" + rows_of({{"Phone", 11}, {"Laptop", 1}}), settings);
  const auto shares = measures_of(report, "share");
  ASSERT_EQ(shares.size(), 1u) << "the others would tell it";
  EXPECT_EQ(shares[0]["option"], "Phone");
  EXPECT_EQ(shares[0]["bound"]["low"], 90);
  EXPECT_FALSE(shares[0].contains("value"));
}

// What a filter leaves out of the unfiltered report is a group, too.
TEST(Privacy, AFilterThatLeavesFewOutHidesAll) {
  const std::string mixed = kHead + rows_of({{"10,5,IT", 10}, {"3,2,IT", 10}, {"7,3,Help", 4}});
  Settings settings = told();
  settings.by.clear();
  settings.where = {{"Team", "IT"}};
  settings.crosstabs = true;
  settings.by = {"Team"};
  const json tables = report_json(mixed, settings)["crosstabs"];
  ASSERT_EQ(tables.size(), 2u);
  for (const json& table : tables) {
    EXPECT_TRUE(table["segments"].empty());
    EXPECT_EQ(table["n"], 0);
  }
  settings.crosstabs = false;
  settings.by.clear();
  json report = report_json(mixed, settings);
  for (const char* id : {"nps", "csat", "csat_mean"}) {
    EXPECT_EQ(measures_of(report, id).at(0)["suppressed"], true) << id;
  }
  EXPECT_FALSE(message_of(report, "filter_leaves_few").is_null());
  EXPECT_TRUE(report["inputs"][0]["columns"][0]["top"].empty()) << "nor how often each was given";
  settings.audience = "customer";
  EXPECT_EQ(measures_of(report_json(mixed, settings), "nps").at(0)["value"], 0);
  // Five and more may be subtracted.
  settings.audience = "employee";
  report = report_json(mixed + rows_of({{"9,5,Help", 1}}), settings);
  EXPECT_EQ(measures_of(report, "nps").at(0)["value"], 0);
  // Of the texts of a column only those of the rows that are used are counted.
  EXPECT_EQ(report["inputs"][0]["columns"][2]["top"].dump(), R"([["IT",20]])");
}

TEST(Privacy, AFilterThatLeavesFewAnswersOutHidesThatQuestion) {
  // Six left out, of whom two answered about satisfaction.
  const std::string text = kHead + rows_of({{"10,5,IT", 10}, {"3,2,IT", 10}, {"7,,Help", 4}, {"2,1,Help", 2}});
  Settings settings = told();
  settings.by.clear();
  settings.where = {{"Team", "IT"}};
  const json report = report_json(text, settings);
  EXPECT_EQ(measures_of(report, "nps").at(0)["value"], 0);
  EXPECT_EQ(measures_of(report, "csat").at(0)["suppressed"], true);
}

// The same of a ranking with a column an item.
TEST(Privacy, AFilterThatLeavesFewRankingsOutHidesThem) {
  const std::string head = "Rank what matters [Price],Rank what matters [Quality],Team\n";
  const auto rows = [](int others) {
    return rows_of({{"1,2,IT", 9}, {"2,1,IT", 11}, {"2,1,Help", others}, {",,Help", 6}});
  };
  Settings settings;
  settings.audience = "employee";
  settings.where = {{"Team", "IT"}};
  for (const json& measure : measures_of(report_json(head + rows(2), settings), "rank_mean")) {
    EXPECT_EQ(measure["suppressed"], true) << "two of eight left out had ranked";
  }
  const auto shown = measures_of(report_json(head + rows(5), settings), "rank_mean");
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_NEAR(shown[0]["value"].get<double>(), 31.0 / 20, 1e-12);
}

TEST(Privacy, DriversGiveNoMeanThatASubtractionWouldOpen) {
  Settings settings;
  settings.columns = {{"#1", "nps", "0-10"}, {"Ease", "rating", "1-5"}, {"Help", "rating", "1-5"}};
  settings.drivers = {{"#1", {"Ease", "Help"}}};
  std::string text = "How likely are you to recommend it?,Ease,Help\n";
  for (int i = 0; i < 60; ++i) {
    text += std::to_string((i * 7) % 11) + "," + std::to_string(1 + (i * 3 + i / 7) % 5) + "," +
            (i < 2 ? std::string() : std::to_string(1 + (i * 2 + i / 5) % 5)) + "\n";
  }
  const json report = report_json(text, settings);
  int met = 0;
  for (const json& measure : report["measures"]) {
    if (measure["id"] != "driver") continue;
    ++met;
    // Ease was answered by 60, the analysis is of 58: two people's answers.
    EXPECT_EQ(measure["parts"].contains("mean"), measure["question"] == "Help") << measure.dump();
  }
  EXPECT_EQ(met, 2);
}

TEST(Privacy, PairsThatLeaveFewOutAreNotTaken) {
  const auto survey = [](int alone) {
    std::string text = "Employee ID,Quarter,How likely are you to recommend the CRM?\n";
    for (int i = 0; i < 40; ++i) {
      const std::string id = "p" + std::to_string(i);
      text += id + ",2026-Q1," + std::to_string((i * 7) % 11) + "\n";
      if (i >= alone) text += id + ",2026-Q2," + std::to_string((i * 5) % 11) + "\n";
    }
    return text;
  };
  Settings settings;
  settings.columns = {{"Employee ID", "respondent_id", ""}, {"#3", "nps", "0-10"}};
  settings.wave = "Quarter";
  settings.paired = true;
  const auto test_of = [&](int alone) {
    const json report = report_json(survey(alone), settings);
    return report["comparisons"].at(0)["test"].get<std::string>();
  };
  EXPECT_EQ(test_of(0), "paired-t");
  EXPECT_EQ(test_of(6), "paired-t");
  EXPECT_NE(test_of(2), "paired-t") << "two people's answers would follow from the waves and the pairs";
}

TEST(Privacy, AThemeOfAllIsHidden) {
  Settings settings;
  settings.columns = {{"Comment", "text", ""}};
  settings.comments.column = "Comment";
  settings.comments.themes = {{"speed", {"slow", "fast"}}, {"price", {"price"}}};
  const auto theme = [&](int others) {
    const json report = report_json(
        "Comment,Team\n" + rows_of({{"it is slow today,A", 15}, {"slow and the price,B", 15}, {"fine by me,A", others}}), settings);
    for (const json& measure : measures_of(report, "comment_theme")) {
      if (measure["option"] == "speed") return measure;
    }
    return json();
  };
  EXPECT_TRUE(theme(0).contains("suppressed")) << theme(0).dump();
  EXPECT_EQ(theme(10)["value"], 75);
}

}  // namespace
}  // namespace topline
