// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "core/rollout/rollout.h"
#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;
using Verdict = Criterion::Verdict;

struct Landing {
  Settings settings;
  Tally tally;
  Plan plan;
  Rollout rollout;
  RolloutResults results;

  explicit Landing(TableKind kind) {
    plan.shape.kind = kind;
    rollout.settings = &settings;
    rollout.tables.push_back({0, &tally, &plan});
  }
  Landing(const Landing&) = delete;
  Landing& operator=(const Landing&) = delete;

  Measure& add(MeasureId id, double value) {
    Measure& measure = results.add(id, rollout.tables[0]);
    measure.value = value;
    measure.headline = true;
    return measure;
  }
  Criterion draw(const std::string& name) {
    results.scorecard.clear();
    draw_scorecard(rollout, {}, results);
    for (const Criterion& criterion : results.scorecard) {
      if (criterion.name == name) return criterion;
    }
    ADD_FAILURE() << "no criterion " << name;
    return {};
  }
};

TEST(Scorecard, WithoutATargetNothingIsJudged) {
  Landing landing(TableKind::tickets);
  landing.add(MeasureId::fcr, 70);
  const Criterion criterion = landing.draw("efficiency");
  EXPECT_EQ(criterion.verdict, Verdict::not_measured);
  ASSERT_EQ(criterion.evidence.size(), 1u);
  EXPECT_EQ(criterion.evidence[0].note, "no_target");
  EXPECT_THAT(criterion.missing, testing::ElementsAre("processes"));
  EXPECT_EQ(landing.results.scorecard.size(), 12u);
}

TEST(Scorecard, ACensusIsJudgedByItsValueASampleByItsInterval) {
  Landing landing(TableKind::tickets);
  landing.settings.targets = {{"fcr", 70}};
  Measure& fcr = landing.add(MeasureId::fcr, 70);
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::met);
  fcr.value = 69.9;
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::not_met);
  fcr.census = false;
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::too_close);
  fcr.interval = MeasureInterval{0.95, 70, 80, "wilson"};
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::met);
  fcr.interval = MeasureInterval{0.95, 60, 69, "wilson"};
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::not_met);
  fcr.interval = MeasureInterval{0.95, 60, 80, "wilson"};
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::too_close);
}

TEST(Scorecard, LowerIsBetterIsMirroredAndTheBudgetHasATarget) {
  Landing landing(TableKind::costs);
  Measure& budget = landing.add(MeasureId::budget_variance, -2);
  EXPECT_EQ(landing.draw("budget").verdict, Verdict::met);
  budget.value = 3;
  EXPECT_EQ(landing.draw("budget").verdict, Verdict::not_met);
  budget.interval = MeasureInterval{0.95, -1, 4, "t"};
  EXPECT_EQ(landing.draw("budget").verdict, Verdict::too_close);
}

TEST(Scorecard, OneMissedEvidenceMissesTheCriterion) {
  Landing landing(TableKind::tickets);
  landing.settings.targets = {{"fcr", 70}, {"resolution_time_median", 3600}};
  landing.add(MeasureId::fcr, 90);
  landing.add(MeasureId::resolution_time_median, 7200);
  landing.add(MeasureId::first_response_time, 60);  // without a target
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::not_met);
  landing.results.measures[1].value = 1800;
  EXPECT_EQ(landing.draw("efficiency").verdict, Verdict::met);
}

TEST(Scorecard, GoalsGiveTargetsAndAreJudgedByTheirDate) {
  Landing landing(TableKind::accounts);
  landing.rollout.as_of = day_number(2026, 7, 2);
  GoalChoice goal;
  goal.kpi = "churn";
  goal.target = "5%";
  goal.baseline = 9;
  goal.start = "2026-01-01";
  goal.due = "2026-12-31";
  landing.settings.goals = {goal};
  landing.settings.audience = "customer";
  landing.add(MeasureId::churn_rate, 6.5);
  measure_goals(landing.rollout, {}, landing.results);
  EXPECT_EQ(landing.draw("customers").verdict, Verdict::not_met);
  // 62.5 % of the way after half of the time.
  const Criterion goals = landing.draw("goals");
  EXPECT_EQ(goals.verdict, Verdict::met);
  ASSERT_EQ(goals.evidence.size(), 1u);
  EXPECT_NEAR(*goals.evidence[0].target, 50, 1e-9);
  EXPECT_TRUE(goals.missing.empty());
}

TEST(Scorecard, UnknownTargetsAreSaid) {
  Landing landing(TableKind::tickets);
  landing.settings.targets = {{"fcrr", 70}};
  landing.draw("efficiency");
  ASSERT_EQ(landing.results.findings.size(), 1u);
  EXPECT_EQ(landing.results.findings[0].second.code, Code::unknown_target);
}

TEST(Scorecard, ASurveyIsJudgedWhereItHasATarget) {
  std::string text = "recommend\n";
  for (int i = 0; i < 100; ++i) text += i < 60 ? "10\n" : "7\n";
  Settings settings;
  settings.columns = {{"recommend", "nps", ""}};
  EXPECT_TRUE(report_json(text, settings)["scorecard"].empty());
  settings.targets = {{"nps", 40}};
  settings.audience = "employee";
  const json report = report_json(text, settings);
  ASSERT_EQ(report["scorecard"].size(), 12u);
  EXPECT_EQ(report["scorecard"][4]["criterion"], "people");
  EXPECT_EQ(report["scorecard"][4]["verdict"], "met");
  EXPECT_EQ(report["scorecard"][4]["evidence"][0]["id"], "nps");
  EXPECT_THAT(report["summary"].get<std::string>(),
              testing::EndsWith("1 of 12 criteria is met, 11 were not measured."));
  settings.audience = "customer";
  settings.language = "zh-CN";
  const json chinese = report_json(text, settings);
  EXPECT_EQ(chinese["scorecard"][8]["verdict"], "met");
  EXPECT_THAT(chinese["summary"].get<std::string>(),
              testing::EndsWith("12 项标准中 1 项达标，11 项未衡量。"));
}

}  // namespace
}  // namespace topline
