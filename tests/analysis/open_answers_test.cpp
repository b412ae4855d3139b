// SPDX-License-Identifier: Apache-2.0

// Open answers from a table to the report: hand-made comments in English and Chinese, the privacy rules,
// and the same bytes whatever the order or the split.

#include <random>

#include "tests/analysis/parts.h"

namespace topline {
namespace {

using nlohmann::json;

// 40 people: 12 promoters, 10 passives, 18 detractors; 34 of them comment, two of the cells say "none".
const std::vector<std::pair<int, std::string>>& people() {
  static const std::vector<std::pair<int, std::string>> all = {
      {10, "Great support, very helpful"}, {9, "Great team"},          {10, "Great and fast"},
      {9, "great support!"},               {10, "The support is GREAT"}, {9, "Great reports"},
      {10, "很好用，速度快"},              {9, "客服很好"},            {10, "Great price"},
      {9, "Great. Write to ann@example.com"}, {10, ""},                {9, "N/A"},
      {7, "It is ok"},                     {8, "价格有点贵"},          {7, "Fine so far"},
      {8, "Mostly fine, a bit slow"},      {7, "还可以"},              {8, "Works"},
      {7, "Reports could be better"},      {8, "Good enough"},         {7, ""},
      {8, "None"},
      {0, "Slow and expensive"},           {3, "so SLOW"},             {5, "Slowly loading pages"},
      {6, "slow, slow, slow"},             {2, "Slow. Call 13800138000"}, {4, "Too slow"},
      {1, "系统太慢了"},                   {6, "价格太贵，而且慢"},    {5, "slow search"},
      {3, "slow reports"},                 {2, "It's slow"},           {0, "The price is too high"},
      {6, "slow sync"},                    {4, "slow mobile app"},     {5, "经常卡顿"},
      {3, "slow login"},                   {6, ""},                    {1, "."}};
  return all;
}

std::string table_of(const std::vector<std::pair<int, std::string>>& rows) {
  std::string text = "Recommend,Team,Comment\n";
  for (size_t i = 0; i < rows.size(); ++i) {
    text += std::to_string(rows[i].first) + "," + "AB"[i % 2] + ",\"" + rows[i].second + "\"\n";
  }
  return text;
}

Settings asked(const std::string& audience = "customer") {
  Settings settings;
  settings.columns = {{"Recommend", "nps", ""}, {"Comment", "text", ""}};
  settings.audience = audience;
  settings.comments = {"Comment",
                       {{"Speed", {"slow*", "fast", "慢", "速度", "卡顿"}}, {"Price", {"price", "expensive", "贵"}}},
                       3};
  return settings;
}

TEST(OpenAnswers, HandMadeCommentsInEnglishAndChinese) {
  const json report = report_json(table_of(people()), asked());
  ASSERT_TRUE(report.contains("open_answers")) << report.dump();
  const auto rates = measures_of(report, "comment_rate");
  ASSERT_EQ(rates.size(), 1u);
  EXPECT_EQ(rates[0]["n"], 40);
  EXPECT_EQ(rates[0]["parts"]["comments"], 34);
  EXPECT_NEAR(rates[0]["value"].get<double>(), 85, 1e-9);
  // R: prop.test(34, 40, correct = FALSE)
  EXPECT_NEAR(rates[0]["interval"]["low"].get<double>(), 70.9276756335, 1e-8);
  EXPECT_NEAR(rates[0]["interval"]["high"].get<double>(), 92.9388122827, 1e-8);
  ASSERT_EQ(report["open_answers"].size(), 1u);
  const json& answers = report["open_answers"][0];
  EXPECT_EQ(answers["question"], "Comment");
  EXPECT_EQ(answers["score_question"], "Recommend");
  EXPECT_EQ(answers["base"], 34);
  EXPECT_EQ(answers["groups"], json({{"promoters", 10}, {"passives", 8}, {"detractors", 16}}));
  const json& speed = answers["themes"][0];
  EXPECT_EQ(speed["theme"], "Speed");
  EXPECT_EQ(speed["n"], 18);
  EXPECT_EQ(speed["groups"]["promoters"]["n"], 2);
  EXPECT_EQ(speed["groups"]["passives"]["n"], 1);
  EXPECT_EQ(speed["groups"]["detractors"]["n"], 15);
  EXPECT_NEAR(speed["groups"]["detractors"]["share"].get<double>(), 93.75, 1e-9);
  const json& price = answers["themes"][1];
  EXPECT_EQ(price["n"], 5);
  EXPECT_EQ(price["groups"]["detractors"]["n"], 3);
  const auto themes = measures_of(report, "comment_theme");
  ASSERT_EQ(themes.size(), 2u);
  EXPECT_EQ(themes[0]["option"], "Speed");
  EXPECT_EQ(themes[0]["n"], 34);
  EXPECT_EQ(themes[0]["parts"], json({{"comments", 18}, {"detractors", 15}, {"passives", 1}, {"promoters", 2}}));
  const json& terms = answers["terms"];
  EXPECT_EQ(terms["promoters"][0]["term"], "great");
  EXPECT_EQ(terms["promoters"][0]["here"], 8);
  EXPECT_EQ(terms["promoters"][0]["elsewhere"], 0);
  EXPECT_EQ(terms["detractors"][0]["term"], "slow");
  EXPECT_EQ(terms["detractors"][0]["here"], 11);
  EXPECT_EQ(terms["detractors"][0]["elsewhere"], 1);
  EXPECT_EQ(answers["quotes"].size(), 3u);
}

TEST(OpenAnswers, PlainReportsHaveNoneAndCostNothing) {
  Settings plain = asked();
  plain.comments = {};
  const auto analysis = analyse(table_of(people()), plain);
  ASSERT_TRUE(analysis.has_value());
  EXPECT_EQ(analysis->plan_json().find("\"frame\""), std::string::npos);
  const json report = json::parse(report_text(*analysis));
  EXPECT_TRUE(report["open_answers"].empty());
  EXPECT_TRUE(measures_of(report, "comment_rate").empty());
}

TEST(OpenAnswers, QuotesAreMaskedAndTheSeedDraws) {
  Settings settings = asked();
  settings.comments.quotes = 50;
  const json all = report_json(table_of(people()), settings)["open_answers"][0]["quotes"];
  EXPECT_EQ(all.size(), 34u) << "as many as there are different ones";
  const std::string text = all.dump();
  EXPECT_EQ(text.find("ann@example.com"), std::string::npos);
  EXPECT_EQ(text.find("13800138000"), std::string::npos);
  EXPECT_NE(text.find("Great. Write to […]"), std::string::npos);
  EXPECT_EQ(text.find("N/A"), std::string::npos);
  settings.comments.quotes = 5;
  const json five = report_json(table_of(people()), settings)["open_answers"][0]["quotes"];
  EXPECT_EQ(five, json(std::vector<json>(all.begin(), all.begin() + 5)));
  settings.seed = 9;
  EXPECT_NE(report_json(table_of(people()), settings)["open_answers"][0]["quotes"], five);
  settings.comments.quotes = 0;
  EXPECT_TRUE(report_json(table_of(people()), settings)["open_answers"][0]["quotes"].empty());
  settings.comments.quotes = 5;
  settings.where = {{"Team", "A"}};
  const json filtered = report_json(table_of(people()), settings)["open_answers"][0];
  EXPECT_TRUE(filtered["quotes"].empty());
  EXPECT_EQ(filtered["why_no_quotes"], "filtered");
}

TEST(OpenAnswers, EmployeesAreHiddenUnderTen) {
  const json report = report_json(table_of(people()), asked("employee"));
  const json& answers = report["open_answers"][0];
  EXPECT_EQ(answers["min_n"], 10);
  EXPECT_EQ(answers["base"], 34);
  EXPECT_FALSE(answers["groups"].contains("passives")) << "eight people";
  EXPECT_EQ(answers["themes"][0]["n"], 18);
  EXPECT_EQ(answers["themes"][0]["groups"]["promoters"], json({{"suppressed", true}})) << "two people";
  EXPECT_EQ(answers["themes"][1]["suppressed"], true) << "five people";
  EXPECT_FALSE(answers["themes"][1].contains("n"));
  EXPECT_TRUE(measures_of(report, "comment_theme")[1]["suppressed"].get<bool>());
  EXPECT_FALSE(measures_of(report, "comment_theme")[1].contains("value"));
  EXPECT_TRUE(answers["terms"]["promoters"].empty());
  const std::vector<std::pair<int, std::string>> nine(people().begin(), people().begin() + 9);
  const json few = report_json(table_of(nine), asked(""));
  EXPECT_TRUE(few["open_answers"][0]["quotes"].empty());
  EXPECT_EQ(few["open_answers"][0]["why_no_quotes"], "few_comments");
  EXPECT_TRUE(measures_of(few, "comment_rate")[0]["suppressed"].get<bool>());
  EXPECT_EQ(few["open_answers"][0].dump().find("Great"), std::string::npos);
}

TEST(OpenAnswers, APersonalColumnIsRefused) {
  Settings settings = asked();
  settings.columns[1].role = "personal";
  EXPECT_EQ(report_json(table_of(people()), settings)["error"], "comments_personal");
}

TEST(OpenAnswers, WithoutAScoreThereAreThemesOfAll) {
  Settings settings = asked();
  settings.columns[0].role = "ignore";
  const json answers = report_json(table_of(people()), settings)["open_answers"][0];
  EXPECT_FALSE(answers.contains("score_question"));
  EXPECT_EQ(answers["themes"][0]["n"], 18);
  EXPECT_FALSE(answers["themes"][0].contains("groups"));
  EXPECT_TRUE(answers["terms"]["promoters"].empty());
}

TEST(OpenAnswers, OrderAndSplitsChangeNothing) {
  std::vector<std::pair<int, std::string>> rows;
  std::mt19937 random(4);
  for (int i = 0; i < 300; ++i) {
    auto row = people()[random() % people().size()];
    if (!row.second.empty() && random() % 3 == 0) row.second += " " + std::to_string(random() % 40);
    rows.push_back(row);
  }
  Settings settings = asked("employee");
  settings.comments.quotes = 20;
  const std::string text = table_of(rows);
  const auto whole = analyse(text, settings);
  ASSERT_TRUE(whole.has_value());
  const std::string expected = report_text(*whole);
  const json report = json::parse(expected);
  ASSERT_EQ(report["open_answers"][0]["quotes"].size(), 20u);
  std::shuffle(rows.begin(), rows.end(), random);
  const json shuffled = report_json(table_of(rows), settings);
  EXPECT_EQ(shuffled["open_answers"].dump(), report["open_answers"].dump());
  EXPECT_EQ(shuffled["measures"].dump(), report["measures"].dump());
  const std::vector<std::string> tallies = tallies_of_parts(text, settings, whole->plan_json());
  Analysis sum(settings);
  for (size_t k : {2u, 0u, 1u}) {
    Analysis one(settings);
    ASSERT_TRUE(one.add_tally(tallies[k]).has_value());
    ASSERT_TRUE(sum.merge(std::move(one)).has_value());
  }
  EXPECT_EQ(report_text(sum), expected);
  Analysis untold(Settings{});
  for (const std::string& tally : tallies) ASSERT_TRUE(untold.add_tally(tally).has_value());
  EXPECT_EQ(json::parse(report_text(untold))["open_answers"].dump(), report["open_answers"].dump())
      << "the tally says what was asked";
}

TEST(OpenAnswers, OfTheHeadlineWave) {
  std::string text = "Recommend,Wave,Comment\n";
  for (const char* wave : {"2026-Q1", "2026-Q2"}) {
    for (int i = 0; i < 40; ++i) {
      text += std::to_string(people()[static_cast<size_t>(i)].first) + "," + wave + "," +
              (wave[6] == '2' ? "slow " : "fine ") + std::to_string(i % 7) + "\n";
    }
  }
  Settings settings = asked();
  settings.wave = "Wave";
  const json report = report_json(text, settings);
  const json& answers = report["open_answers"][0];
  EXPECT_EQ(answers["wave"], "2026-Q2");
  EXPECT_EQ(answers["base"], 40);
  EXPECT_EQ(answers["themes"][0]["n"], 40);
  ASSERT_EQ(measures_of(report, "comment_rate", json::object(), "2026-Q2").size(), 1u);
}

}  // namespace
}  // namespace topline
