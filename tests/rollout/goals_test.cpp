// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "core/rollout/rollout.h"
#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;
using testing::ElementsAre;

// 40 answers a quarter: 10, 14, 18 promoters and 10 detractors: NPS 0, 10, 20.
std::string waves() {
  std::string text = "sent,recommend\n";
  const char* dates[] = {"2026-02-10", "2026-05-10", "2026-08-10"};
  for (int w = 0; w < 3; ++w) {
    for (int i = 0; i < 40; ++i) {
      const int promoters = 10 + 4 * w;
      text += std::string(dates[w]) + "," +
              (i < promoters        ? "10"
               : i < promoters + 10 ? "3"
                                    : "7") +
              "\n";
    }
  }
  return text;
}

Settings survey_settings() {
  Settings settings;
  settings.columns = {{"recommend", "nps", ""}};
  settings.wave = "sent";
  settings.wave_unit = "quarter";
  settings.as_of = "2026-09-30";
  settings.audience = "customer";
  return settings;
}

GoalChoice nps_goal(const std::string& target) {
  GoalChoice goal;
  goal.kpi = "nps";
  goal.target = target;
  goal.baseline = 0;
  goal.start = "2026-03-31";
  goal.due = "2026-12-31";
  goal.owner = "Li";
  return goal;
}

json only_goal(const GoalChoice& goal) {
  Settings settings = survey_settings();
  settings.goals = {goal};
  const json report = report_json(waves(), settings);
  EXPECT_TRUE(report.contains("goals")) << report.dump();
  return report.value("goals", json::array({json::object()}))[0];
}

TEST(Goals, AMeasuredGoalIsFollowedThroughItsWaves) {
  const json goal = only_goal(nps_goal("40"));
  EXPECT_EQ(goal["value"], 20);
  EXPECT_EQ(goal["progress"], 50);
  EXPECT_TRUE(goal["missing"].empty());
  // 20 points in 92 days.
  EXPECT_NEAR(goal["run_rate"].get<double>(), 20.0 / 92 * 30.4375, 1e-9);
  // Least squares over (90, 0), (181, 10), (273, 20) as days of the year.
  const double mean = (90 + 181 + 273) / 3.0;
  const double slope =
      (-(90 - mean) * 10 + (273 - mean) * 10) /
      ((90 - mean) * (90 - mean) + (181 - mean) * (181 - mean) + (273 - mean) * (273 - mean));
  EXPECT_NEAR(goal["pace"].get<double>(), slope * 30.4375, 1e-9);
  EXPECT_NEAR(goal["projected"].get<double>(), 10 + slope * (365 - mean), 1e-9);
  EXPECT_LT(goal["projection"]["low"], goal["projected"]);
  EXPECT_GT(goal["projection"]["high"], goal["projected"]);
  // 183 of 275 days are gone.
  EXPECT_NEAR(goal["deviation"].get<double>(), 20 - 40.0 * 183 / 275, 1e-9);
  EXPECT_EQ(goal["status"], "behind");
  EXPECT_EQ(only_goal(nps_goal("25"))["status"], "on_track");
  EXPECT_EQ(only_goal(nps_goal("15"))["status"], "reached");
}

TEST(Goals, TheProgressIsAMeasureWithTheValuesDoubt) {
  Settings settings = survey_settings();
  settings.goals = {nps_goal("40")};
  const json report = report_json(waves(), settings);
  const auto progress = measures_of(report, "goal_progress");
  ASSERT_EQ(progress.size(), 1u);
  EXPECT_EQ(progress[0]["option"], "nps");
  EXPECT_EQ(progress[0]["value"], 50);
  const auto nps = measures_of(report, "nps", json::object(), "2026-Q3");
  EXPECT_NEAR(progress[0]["interval"]["low"].get<double>(),
              nps[0]["interval"]["low"].get<double>() * 2.5, 1e-8);
}

TEST(Goals, RelativeChangesOfNpsAreAskedOrRefused) {
  json asked = only_goal(nps_goal("+10%"));
  EXPECT_EQ(asked["status"], "asked");
  EXPECT_EQ(asked["question"], "relative_or_points");
  GoalChoice goal = nps_goal("提升10%");
  goal.change = "points";
  EXPECT_EQ(only_goal(goal)["target"], 10);
  goal.change = "relative";
  EXPECT_EQ(only_goal(goal)["status"], "refused");
  Settings settings = survey_settings();
  settings.goals = {goal};
  const json report = report_json(waves(), settings);
  EXPECT_FALSE(message_of(report, "goal_relative_nps").is_null());
  EXPECT_EQ(measures_of(report, "goal_progress")[0]["why"], "goal_relative_nps");
}

TEST(Goals, WhatIsMissingOfSmartIsSaid) {
  GoalChoice goal;
  goal.kpi = "coffee drunk";
  goal.target = "more";
  const json vague = only_goal(goal);
  EXPECT_THAT(vague["missing"], ElementsAre("kpi", "number", "baseline", "date", "owner"));
  EXPECT_EQ(vague["status"], "not_measured");
  goal.value = 12;
  goal.target = "≤ 10";
  EXPECT_THAT(only_goal(goal)["missing"], ElementsAre("baseline", "date", "owner"));
  EXPECT_EQ(only_goal(goal)["status"], "open");
  goal.target = "≥ 10";
  EXPECT_EQ(only_goal(goal)["status"], "reached");
}

TEST(Goals, LowerIsBetterOfChurn) {
  GoalChoice goal;
  goal.kpi = "客户流失率";
  goal.target = "5%";
  goal.baseline = 9;
  goal.value = 7;
  goal.start = "2026-01-01";
  goal.due = "2026-06-30";
  const json missed = only_goal(goal);
  EXPECT_EQ(missed["progress"], 50);
  EXPECT_EQ(missed["status"], "missed");
  goal.value = 4;
  EXPECT_EQ(only_goal(goal)["status"], "reached");
}

const char kTable[] =
    "KPI,baseline,target,current,due date,start date,owner,milestone\n"
    "Complaints a week,20,15,14,2026-03-31,2026-01-01,Wang,a quarter less\n"
    "Complaints a week,20,10,14,2026-12-31,2026-01-01,Wang,halved\n"
    "Data migrated,,,yes,2026-02-28,,Li,moved\n"
    "Sales,100万,+20%,110万,2026-12-31,2026-01-01,,\n"
    "Sales,100万,+20%,110万,2026-12-31,2026-01-01,,\n";

TEST(Goals, RowsOfOneKpiWithMilestonesAreOneGoal) {
  Settings settings;
  settings.kind = "goals";
  settings.as_of = "2026-07-02";
  const json report = report_json(kTable, settings);
  ASSERT_EQ(report["goals"].size(), 3u) << report.dump(1);
  const json& complaints = report["goals"][0];
  EXPECT_EQ(complaints["target"], 10);
  EXPECT_EQ(complaints["progress"], 60);
  ASSERT_EQ(complaints["milestones"].size(), 2u);
  EXPECT_EQ(complaints["milestones"][0]["status"], "reached");
  EXPECT_EQ(complaints["milestones"][1]["status"], "open");
  // 182 of 364 days are gone: 15 would be on the line.
  EXPECT_NEAR(complaints["deviation"].get<double>(), -1, 1e-9);
  EXPECT_EQ(complaints["status"], "on_track");
  EXPECT_EQ(report["goals"][1]["milestones"][0]["status"], "reached");
  const json& sales = report["goals"][2];
  EXPECT_EQ(sales["target"], 1200000);
  EXPECT_EQ(sales["value"], 1100000);
  EXPECT_THAT(sales["missing"], ElementsAre("owner"));
}

TEST(Goals, TheOrderOfRowsDoesNotMatter) {
  Settings settings;
  settings.kind = "goals";
  settings.as_of = "2026-07-02";
  std::string text = kTable;
  std::vector<std::string> lines;
  for (size_t from = 0; from < text.size();) {
    const size_t end = text.find('\n', from) + 1;
    lines.push_back(text.substr(from, end - from));
    from = end;
  }
  const json straight = report_json(text, settings)["goals"];
  std::string turned = lines[0];
  for (size_t i = lines.size(); i-- > 1;) turned += lines[i];
  EXPECT_EQ(report_json(turned, settings)["goals"], straight);
}

// Hand-made results: a roll-out whose measures others bring.
TEST(Goals, TheFactorThatMovedMostIsTheReason) {
  const Settings base = [] {
    Settings settings;
    GoalChoice goal;
    goal.kpi = "sales_total";
    goal.target = "200";
    goal.baseline = 100;
    goal.start = "2026-01-01";
    goal.due = "2026-12-31";
    settings.goals = {goal};
    return settings;
  }();
  Tally tally;
  Plan plan;
  plan.shape.kind = TableKind::orders;
  Rollout rollout;
  rollout.settings = &base;
  rollout.as_of = day_number(2026, 7, 1);
  rollout.tables.push_back({0, &tally, &plan});
  RolloutResults results;
  Measure& sales = results.add(MeasureId::sales_total, rollout.tables[0]);
  sales.value = 120;
  sales.headline = true;
  sales.figures = {{"by_buyers", 5}, {"by_frequency", -30}, {"by_value", 10}};
  measure_goals(rollout, {}, results);
  ASSERT_EQ(results.goals.size(), 1u);
  EXPECT_EQ(results.goals[0].reason, "frequency");
  EXPECT_EQ(results.goals[0].status, "behind");
}

}  // namespace
}  // namespace topline
