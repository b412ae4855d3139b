// SPDX-License-Identifier: Apache-2.0

#include "core/profile/date.h"
#include "tests/rollout/analyse_tables.h"

namespace topline {
namespace {

using nlohmann::json;

constexpr double kDay = 86400;

Settings change_settings(const std::string& kind) {
  Settings settings;
  settings.kind = kind;
  settings.change_date = "2026-03-01";
  return settings;
}

std::vector<json> differences_of(const json& report, const std::string& id) {
  std::vector<json> found;
  for (const json& one : report["comparisons"]) {
    if (one["id"] == id) found.push_back(one);
  }
  return found;
}

bool has_note(const json& difference, const std::string& note) {
  for (const json& one : difference["notes"]) {
    if (one == note) return true;
  }
  return false;
}

// A decision every day from 1 January to 28 April: 8 to 12 days before 1 March, 3 to 7 after.
std::string decisions() {
  std::string text = "Decision,Raised,Decided\n";
  const Day first = day_number(2026, 1, 1), change = day_number(2026, 3, 1);
  for (Day day = first; day < day_number(2026, 4, 29); ++day) {
    const Day took = day % 5 + (day < change ? 8 : 3);
    text += "T" + std::to_string(day) + "," + iso_date(day) + "," + iso_date(day + took) + "\n";
  }
  return text;
}

TEST(BeforeAfter, DecisionsGotFaster) {
  Settings settings = change_settings("decisions");
  settings.as_of = "2026-05-20";
  const json report = report_of_tables({{"d.csv", decisions()}}, settings);
  const auto found = differences_of(report, "decision_time_median");
  ASSERT_EQ(found.size(), 1u);
  const json& one = found[0];
  EXPECT_EQ(one["a"]["wave"], "after");
  EXPECT_EQ(one["b"]["wave"], "before");
  EXPECT_EQ(one["test"], "mann-whitney");
  EXPECT_DOUBLE_EQ(one["difference"], -5 * kDay);
  EXPECT_LE(one["interval"]["low"], -5 * kDay);
  EXPECT_GE(one["interval"]["high"], -5 * kDay);
  EXPECT_EQ(one["verdict"], "clear");
  EXPECT_TRUE(has_note(one, "no_control"));
  EXPECT_EQ(one["parts"]["days"], 59) << "1 January to 28 February, and as many from 1 March on";
  EXPECT_EQ(one["parts"]["n_a"], 59);
  EXPECT_EQ(one["parts"]["n_b"], 59);
}

TEST(BeforeAfter, WhatHadNoTimeToBeDecidedIsLeftOut) {
  // Those still open on 1 May: raised on 29 and 30 April, too lately to count.
  std::string text = decisions();
  text += "X1,2026-04-29,\nX2,2026-04-30,\n";
  // And one that has waited since 10 March.
  text += "X3,2026-03-10,\n";
  Settings settings = change_settings("decisions");
  settings.as_of = "2026-05-01";
  const auto found =
      differences_of(report_of_tables({{"d.csv", text}}, settings), "decision_time_median");
  ASSERT_EQ(found.size(), 1u);
  // P90 before is 12 days: nothing raised after 19 April counts.
  EXPECT_EQ(found[0]["parts"]["days"], 50);
  EXPECT_EQ(found[0]["parts"]["open_a"], 1);
  EXPECT_TRUE(has_note(found[0], "open_at_age"));
}

TEST(BeforeAfter, WinRateAndWeeklySales) {
  std::string text = "Deal ID,Deal stage,Amount,Create date,Close date\n";
  const Day change = day_number(2026, 3, 1);
  int id = 0;
  const auto add = [&](Day day, bool won, int amount) {
    text += "D" + std::to_string(++id) + (won ? ",Closed Won," : ",Closed Lost,") +
            std::to_string(amount) + "," + iso_date(day - 5) + "," + iso_date(day) + "\n";
  };
  // Eight weeks before with 2 of 5 won a week, eight after with 4 of 5.
  for (int week = -8; week < 8; ++week) {
    for (int k = 0; k < 5; ++k) {
      add(change + 7 * week + k, k < (week < 0 ? 2 : 4), 100 + 10 * (week & 1));
    }
  }
  add(change - 56, false, 1);
  add(change + 55, false, 1);
  Settings settings = change_settings("pipeline");
  settings.as_of = "2026-04-25";
  const json report = report_of_tables({{"p.csv", text}}, settings);
  const auto wins = differences_of(report, "win_rate");
  ASSERT_EQ(wins.size(), 1u);
  // 32 of 41 and 16 of 41: χ² = 82 (32·25 − 16·9)² ÷ (41·41·48·34) · 81/82.
  EXPECT_NEAR(wins[0]["difference"], 100 * 16.0 / 41, 1e-9);
  EXPECT_EQ(wins[0]["test"], "n-1-chi-squared");
  EXPECT_NEAR(wins[0]["p"], 0.00036451, 0.00000001);
  EXPECT_EQ(wins[0]["verdict"], "clear");
  const auto sales = differences_of(report, "sales_total");
  ASSERT_EQ(sales.size(), 1u);
  EXPECT_EQ(sales[0]["parts"]["weeks"], 8);
  EXPECT_DOUBLE_EQ(sales[0]["parts"]["mean_b"], 210);
  EXPECT_DOUBLE_EQ(sales[0]["parts"]["mean_a"], 420);
  EXPECT_DOUBLE_EQ(sales[0]["difference"], 210);
  EXPECT_TRUE(has_note(sales[0], "per_week"));
  EXPECT_GE(sales[0]["p_adjusted"].get<double>(), sales[0]["p"].get<double>());
  EXPECT_DOUBLE_EQ(wins[0]["p_adjusted"], wins[0]["p"].get<double>()) << "Holm: the largest stays";
}

// Eight teams, four of them control: the treated ones take 4 days less after the change.
std::string team_decisions(int treated, int control) {
  std::string text = "Decision,Team,Raised,Decided\n";
  const Day first = day_number(2026, 1, 1), change = day_number(2026, 3, 1);
  int id = 0;
  for (int team = 0; team < treated + control; ++team) {
    const std::string name = (team < treated ? "Team " : "Control ") + std::to_string(team);
    for (Day day = first; day < change + 59; day += 2) {
      const Day took = 10 + team % 3 - (day >= change && team < treated ? 4 + team % 2 : 0);
      text += std::to_string(++id) + "," + name + "," + iso_date(day) + "," + iso_date(day + took) + "\n";
    }
  }
  return text;
}

TEST(BeforeAfter, ControlTeamsMakeItADifferenceInDifferences) {
  const json report =
      report_of_tables({{"d.csv", team_decisions(4, 4)}}, change_settings("decisions"));
  const auto found = differences_of(report, "decision_time_median");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(has_note(found[0], "treated_only"));
  EXPECT_FALSE(has_note(found[0], "no_control"));
  const json& did = found[1];
  EXPECT_EQ(did["test"], "did");
  EXPECT_EQ(did["a"]["segment"], (json{{"group", "treated"}}));
  EXPECT_DOUBLE_EQ(did["difference"], -4.5 * kDay);
  EXPECT_EQ(did["parts"]["periods"], 2);
  // The observed split is the most extreme one of 70, and its mirror.
  EXPECT_NEAR(did["p"], 2.0 / 70, 1e-9);
  EXPECT_EQ(did["verdict"], "clear");
  EXPECT_TRUE(has_note(did, "consistent_with"));
  EXPECT_FALSE(has_note(did, "pre_trend_unchecked"));
}

TEST(BeforeAfter, FewTeamsGiveNoVerdict) {
  const json report =
      report_of_tables({{"d.csv", team_decisions(3, 3)}}, change_settings("decisions"));
  const auto found = differences_of(report, "decision_time_median");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1]["verdict"], "no_verdict");
  EXPECT_TRUE(has_note(found[1], "few_teams"));
  EXPECT_FALSE(found[1].contains("p"));
}

TEST(BeforeAfter, ARosterMarksControlTeams) {
  std::string deals = "Deal ID,Deal owner,Deal stage,Amount,Create date,Close date\n";
  std::string roster = "User,Team,Role\n";
  const Day change = day_number(2026, 3, 1);
  int id = 0;
  for (int team = 0; team < 8; ++team) {
    const std::string owner = "rep" + std::to_string(team);
    roster += owner + ",T" + std::to_string(team) + (team < 4 ? ",sales\n" : ",sales (对照)\n");
    for (int week = -8; week < 8; ++week) {
      const int amount = 100 + team + (team < 4 && week >= 0 ? 70 : 0);
      deals += std::to_string(++id) + "," + owner + ",Closed Won," + std::to_string(amount) + "," +
               iso_date(change + 7 * week - 9) + "," + iso_date(change + 7 * week + 6) + "\n";
      deals += std::to_string(++id) + "," + owner + ",Closed Lost,1," +
               iso_date(change + 7 * week - 9) + "," + iso_date(change + 7 * week) + "\n";
    }
  }
  Settings settings = change_settings("");
  settings.tables = {{"p.csv", "pipeline", {}}, {"r.csv", "roster", {}}};
  const json report = report_of_tables({{"p.csv", deals}, {"r.csv", roster}}, settings);
  const auto sales = differences_of(report, "sales_total");
  ASSERT_EQ(sales.size(), 2u);
  EXPECT_DOUBLE_EQ(sales[0]["difference"], 280) << "four teams, 70 a week more each";
  EXPECT_DOUBLE_EQ(sales[1]["difference"], 70);
  EXPECT_EQ(sales[1]["parts"]["treated"], 4);
  EXPECT_EQ(sales[1]["parts"]["control"], 4);
}

TEST(BeforeAfter, NothingBeforeTheChangeIsSaid) {
  Settings settings = change_settings("decisions");
  settings.change_date = "2025-06-01";
  const json report = report_of_tables({{"d.csv", decisions()}}, settings);
  EXPECT_TRUE(report["comparisons"].empty());
  EXPECT_FALSE(message_of(report, "change_date_outside").is_null());
  settings.change_date.clear();
  EXPECT_TRUE(message_of(report_of_tables({{"d.csv", decisions()}}, settings), "change_date_outside").is_null());
}

}  // namespace
}  // namespace topline
