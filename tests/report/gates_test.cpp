// SPDX-License-Identifier: Apache-2.0
#include "core/report/gates.h"

#include <gmock/gmock.h>

#include "core/report/render_checks.h"
#include "core/report/rollout_figures.h"

namespace topline {
namespace {

using Side = Gate::Side;
using On = Gate::On;

Report small_report() {
  Report report;
  report.tables.resize(1);
  report.tables[0].name = "survey.csv";
  report.tables[0].headline_wave = "2026-Q2";
  report.tables[0].columns.resize(1);
  report.tables[0].columns[0].name = "recommend";
  report.cells = {{{}, "2026-Q1"},
                  {{}, "2026-Q2"},
                  {{{"department", "Sales"}}, "2026-Q2"},
                  {{{"department", "IT"}}, "2026-Q2"},
                  {{}, {}}};
  const auto add = [&](uint32_t cell, std::optional<double> value, bool headline) -> Measure& {
    Measure measure{MeasureId::nps};
    measure.column = 1;
    measure.cell = cell;
    measure.value = value;
    if (value) measure.interval = MeasureInterval{0.95, *value - 5, *value + 5, "score"};
    measure.headline = headline;
    report.measures.push_back(measure);
    return report.measures.back();
  };
  add(0, 10, false);
  add(1, 20, true);
  add(2, 30, false);
  add(3, std::nullopt, false).suppressed = true;
  Measure& fcr = add(4, 72, true);
  fcr.id = MeasureId::fcr;
  fcr.column = 0;
  fcr.interval.reset();
  fcr.census = true;
  Measure& time = add(4, std::nullopt, true);
  time.id = MeasureId::resolution_time_median;
  time.column = 0;
  time.why = "no_answers";
  return report;
}

Check only(const std::string& text, Side side = Side::under, On on = On::value) {
  const auto gate = read_gate(text, side);
  EXPECT_TRUE(gate) << text;
  if (!gate) return {};
  const auto checks = check_gates(small_report(), {*gate}, on);
  EXPECT_EQ(checks.size(), 1u) << text;
  return checks.at(0);
}

TEST(Gates, AreRead) {
  const auto gate = read_gate(" nps [ department = Sales, wave=2026-Q2 ] = 20 ", Side::under);
  ASSERT_TRUE(gate);
  EXPECT_EQ(gate->id, MeasureId::nps);
  EXPECT_EQ(gate->segment,
            (std::vector<std::pair<std::string, std::string>>{{"department", "Sales"}}));
  EXPECT_EQ(gate->wave, "2026-Q2");
  EXPECT_EQ(gate->limit, 20);
  const auto escaped = read_gate(R"(nps[a\=b=x\,y\]]=-5)", Side::over);
  ASSERT_TRUE(escaped);
  EXPECT_EQ(escaped->segment[0], std::pair(std::string("a=b"), std::string("x,y]")));
  EXPECT_EQ(escaped->limit, -5);
  EXPECT_EQ(read_gate("csat=80%", Side::under)->limit, 80);
  EXPECT_EQ(read_gate("resolution_time_median=4h", Side::over)->limit, 14400);
  for (const char* text :
       {"nps", "nps=", "nps=high", "nps[x]=1", "nps[a=b=1", "nps[a=b]x=1", "nps[=b]=1"}) {
    const auto bad = read_gate(text, Side::under);
    ASSERT_FALSE(bad) << text;
    EXPECT_EQ(bad.error().code, Code::bad_option) << text;
  }
  const auto unknown = read_gate("npss=3", Side::under);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, Code::unknown_measure);
  EXPECT_EQ(unknown.error().params[1].second.substr(0, 4), "nps,");
  EXPECT_EQ(read_gate("churn=3", Side::over).error().params[1].second.substr(0, 10), "churn_rate");
}

TEST(Gates, LookAtTheHeadlineUnlessTold) {
  EXPECT_EQ(only("nps=20").value, 20);
  EXPECT_TRUE(only("nps=20").passed);
  EXPECT_FALSE(only("nps=20.1").passed);
  EXPECT_EQ(only("nps[wave=2026-q1]=20").value, 10);
  EXPECT_TRUE(only("nps[Department=sales]=25").passed);
  EXPECT_TRUE(only("nps=20", Side::over).passed);
  EXPECT_FALSE(only("nps=19", Side::over).passed);
  EXPECT_EQ(only("nps[question=recommend,table=survey.csv]=1").value, 20);
}

TEST(Gates, CanLookAtTheIntervalsEnds) {
  EXPECT_FALSE(only("nps=16", Side::under, On::low).passed);
  EXPECT_TRUE(only("nps=15", Side::under, On::low).passed);
  EXPECT_FALSE(only("nps=24", Side::over, On::high).passed);
  EXPECT_TRUE(only("fcr=72", Side::under, On::low).passed) << "a census has no doubt";
}

TEST(Gates, WhatIsAbsentOrHiddenIsMissed) {
  const Check hidden = only("nps[department=IT]=-100");
  EXPECT_FALSE(hidden.passed);
  EXPECT_EQ(hidden.why, "hidden");
  EXPECT_FALSE(hidden.value);
  EXPECT_EQ(only("nps[department=Legal]=-100").why, "not_in_report");
  EXPECT_EQ(only("ltv=0").why, "not_in_report");
  EXPECT_EQ(only("resolution_time_median=4h", Side::over).why, "no_answers");
}

TEST(Gates, FiguresAreComparedAsTheyAreWritten) {
  Report report = small_report();
  report.measures[1].value = 20 - 1e-13;
  EXPECT_TRUE(check_gates(report, {*read_gate("nps=20", Side::under)}, On::value)[0].passed);
}

TEST(Gates, GoalsPassWhereReachedOrOnTrack) {
  Report report;
  for (const char* status : {"reached", "on_track", "behind", "missed", "asked", "not_measured"}) {
    Goal goal;
    goal.kpi = "churn";
    goal.status = status;
    report.goals.push_back(goal);
  }
  const auto checks = check_goals(report);
  ASSERT_EQ(checks.size(), 6u);
  EXPECT_EQ(count_checks(checks).passed, 2u);
  EXPECT_EQ(checks[0].measure, "churn_rate");
  EXPECT_EQ(checks[2].why, "behind");
  EXPECT_EQ(checks[0].side, Side::over);
  report.goals[0].target_text = "≥ 3";
  report.goals[1].kpi = "letters";
  report.goals[1].baseline = 20;
  report.goals[1].target = 10;
  EXPECT_EQ(check_goals(report)[0].side, Side::under);
  EXPECT_EQ(check_goals(report)[1].side, Side::over);
}

TEST(Gates, AreShownInBothLanguages) {
  const auto show = [](const char* language) {
    std::string text;
    render_checks_text({only("nps=25"), only("fcr=70")}, language, {},
                       [&](std::string_view t) { text += t; });
    return text;
  };
  EXPECT_EQ(show("en"),
            "        Gate    Score             Limit\n"
            "MISSED  nps=25  +20 (+15 to +25)  ≥ +25  recommend\n"
            "passed  fcr=70  72%               ≥ 70%\n"
            "\n"
            "1 passed, 1 missed\n");
  EXPECT_THAT(show("zh-CN"), testing::HasSubstr("未通过  nps=25"));
  EXPECT_THAT(show("zh-CN"), testing::HasSubstr("通过    fcr=70"));
}

TEST(RolloutFigures, AreSaidAsPeopleWriteThem) {
  const Labels en("en"), zh("zh-CN");
  EXPECT_EQ(figure_in(1'234'567, "USD", en), "$1.23 million");
  EXPECT_EQ(figure_in(999'600, "USD", en), "$1 million");
  EXPECT_EQ(figure_in(1'200'000, "CNY", zh), "120 万元");
  EXPECT_EQ(figure_in(320'000'000, "CNY", zh), "3.2 亿元");
  EXPECT_EQ(figure_in(-45'600, "EUR", en), "−€45,600");
  EXPECT_EQ(figure_in(1234, "money", en), "1,234");
  EXPECT_EQ(figure_in(12600, "seconds", en), "3.5 hours");
  EXPECT_EQ(figure_in(12600, "seconds", zh), "3.5 小时");
  EXPECT_EQ(figure_in(3600, "seconds", en), "1 hour");
  EXPECT_EQ(figure_in(90, "seconds", en), "90 seconds");
  EXPECT_EQ(figure_in(4 * 86400, "seconds", en), "4 days");
  EXPECT_EQ(figure_in(72.4, "%", en), "72%");
  EXPECT_EQ(figure_in(1.254, "ratio", en), "1.25");
}

}  // namespace
}  // namespace topline
