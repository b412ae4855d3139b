// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/rollout/rollout_files.h"

namespace topline {
namespace {

using nlohmann::json;

// Who is on the roster, and how many of each department answered. Lab is too small to be shown, and
// Legal would give it away.
struct Department {
  const char* name;
  int people, answered;
};
constexpr Department kDepartments[] = {{"Sales", 40, 12}, {"Service", 20, 16}, {"Legal", 6, 3}, {"Lab", 2, 1}};

std::string id_of(const Department& department, int i) {
  return std::string(department.name) + "-user-" + std::to_string(i);
}

std::string roster() {
  std::string text = "User,Department,Licensed\n";
  for (const Department& department : kDepartments) {
    for (int i = 0; i < department.people; ++i) {
      text += id_of(department, i) + "," + department.name + ",yes\n";
    }
  }
  return text;
}

// 16 promoters, 8 passives, 8 detractors; half of them are satisfied.
std::string survey(const std::string& prefix = "") {
  std::string text = "Employee ID,How likely are you to recommend the CRM?,Satisfaction\n";
  int n = 0;
  for (const Department& department : kDepartments) {
    for (int i = 0; i < department.answered; ++i, ++n) {
      text += prefix + id_of(department, i) + "," + (n % 4 < 2 ? "10" : n % 4 == 2 ? "8" : "3") + "," +
              (n % 2 == 0 ? "5" : "2") + "\n";
    }
  }
  return text;
}

Settings told() {
  Settings settings;
  settings.tables = {{"roster.csv", "roster", {}},
                     {"survey.csv", "survey",
                      {{"Employee ID", "respondent_id", ""}, {"#2", "nps", "0-10"}, {"#3", "csat", "1-5"}}}};
  settings.several_tables = true;
  return settings;
}

Files files() { return {{"survey.csv", survey()}, {"roster.csv", roster()}}; }

TEST(Response, OfThePeopleOnTheRoster) {
  const json report = report_of(files(), told());
  const json rate = measure_of(report, "response_rate");
  ASSERT_FALSE(rate.is_null());
  EXPECT_NEAR(rate["value"], 100.0 * 32 / 68, 1e-9);
  EXPECT_EQ(rate["n"], 68);
  EXPECT_EQ(rate["parts"]["answered"], 32);
  EXPECT_EQ(rate["interval"]["method"], "wilson");
  // R: prop.test(32, 68, correct = FALSE)$conf.int
  EXPECT_NEAR(rate["interval"]["low"], 35.6731064, 1e-6);
  EXPECT_NEAR(rate["interval"]["high"], 58.7590779, 1e-6);
}

// Every missing a detractor: (16 − 8 − 36)/68; a promoter: (16 − 8 + 36)/68.
TEST(Response, WhatTheOthersCouldChange) {
  Settings settings = told();
  settings.targets = {{"nps", 20}, {"csat", 90}};
  const json report = report_of(files(), settings);
  const json parts = measure_of(report, "nps")["parts"];
  EXPECT_EQ(parts["missing"], 36);
  EXPECT_NEAR(parts["worst_case_low"], -100.0 * 28 / 68, 1e-9);
  EXPECT_NEAR(parts["worst_case_high"], 100.0 * 44 / 68, 1e-9);
  EXPECT_NEAR(parts["tipping_point"], 100 * (0.2 * 68 - 8) / 36, 1e-9);
  const json csat = measure_of(report, "csat")["parts"];
  EXPECT_NEAR(csat["worst_case_low"], 100.0 * 16 / 68, 1e-9);
  EXPECT_NEAR(csat["worst_case_high"], 100.0 * 52 / 68, 1e-9);
  EXPECT_FALSE(csat.contains("tipping_point")) << "90 % is out of reach";
  const std::string summary = report["summary"];
  EXPECT_NE(summary.find("32 of 68 people invited answered (47%)"), std::string::npos) << summary;
  EXPECT_NE(summary.find("a promoter, +65"), std::string::npos) << summary;
  EXPECT_NE(summary.find("+20 is met if those who did not answer would score +16 or more"), std::string::npos) << summary;
  EXPECT_NE(summary.find("The target of 90% is missed whatever"), std::string::npos) << summary;
  settings.language = "zh-CN";
  EXPECT_NE(report_of(files(), settings)["summary"].get<std::string>().find("若未作答者全为贬损者"), std::string::npos);
}

// 12 of 40 against 16 of 20: χ² = 60 · 400² / (40 · 20 · 28 · 32).
TEST(Response, RespondentsAgainstTheOthersByDepartment) {
  const json report = report_of(files(), told());
  const json parts = measure_of(report, "response_rate")["parts"];
  EXPECT_NEAR(parts["chi_squared:Department"], 60.0 * 400 * 400 / (40 * 20 * 28 * 32), 1e-9);
  EXPECT_EQ(parts["df:Department"], 1);
  EXPECT_NEAR(parts["p:Department"], 0.000252, 2e-6);
  EXPECT_NEAR(measure_of(report, "response_rate", {{"Department", "Sales"}})["value"], 30, 1e-9);
  const json message = message_of(report, "response_by_group");
  ASSERT_FALSE(message.is_null());
  EXPECT_NE(message["text"].get<std::string>().find("Sales 12/40; Service 16/20"), std::string::npos) << message;
}

TEST(Response, SmallGroupsAreHiddenAndNobodyIsNamed) {
  const json report = report_of(files(), told());
  for (const char* name : {"Lab", "Legal"}) {
    const json hidden = measure_of(report, "response_rate", {{"Department", name}});
    EXPECT_EQ(hidden["suppressed"], true) << hidden;
    EXPECT_FALSE(hidden.contains("value"));
    EXPECT_FALSE(hidden.contains("parts") && hidden["parts"].contains("answered"));
  }
  EXPECT_EQ(report.dump().find("-user-"), std::string::npos);
}

TEST(Response, TheInvitedAsTold) {
  Settings settings;
  settings.columns = {{"#2", "nps", "0-10"}, {"#3", "csat", "1-5"}};
  settings.invited = 64;
  const Files alone = {{"survey.csv", survey()}};
  EXPECT_NEAR(measure_of(report_of(alone, settings), "response_rate")["value"], 50, 1e-9);
  settings.invited = 31;
  const json report = report_of(alone, settings);
  EXPECT_EQ(message_of(report, "more_answers_than_invited")["level"], "warning");
  EXPECT_EQ(measure_of(report, "response_rate")["why"], "more_answers_than_invited");
  EXPECT_FALSE(measure_of(report, "nps")["parts"].contains("worst_case_low"));
  settings.invited.reset();
  EXPECT_TRUE(measure_of(report_of(alone, settings), "response_rate").is_null());
}

TEST(Response, OfTheHeadlineWave) {
  std::string text = "Wave,How likely are you to recommend the CRM?\n";
  for (int i = 0; i < 40; ++i) text += "2026-Q1," + std::to_string(i % 11) + "\n";
  for (int i = 0; i < 30; ++i) text += "2026-Q2," + std::to_string(i % 11) + "\n";
  for (int i = 0; i < 3; ++i) text += "2026-Q2,\n";
  Settings settings;
  settings.columns = {{"#2", "nps", "0-10"}};
  settings.wave = "Wave";
  settings.invited = 66;
  const json rate = measure_of(report_of({{"survey.csv", text}}, settings), "response_rate", json::object(), "2026-Q2");
  ASSERT_FALSE(rate.is_null());
  EXPECT_NEAR(rate["value"], 50, 1e-9);
}

TEST(Response, IdsThatNobodyHasAreSaid) {
  const json report = report_of({{"survey.csv", survey("x")}, {"roster.csv", roster()}}, told());
  EXPECT_FALSE(message_of(report, "no_respondent_on_roster").is_null());
  EXPECT_TRUE(measure_of(report, "response_rate").is_null());
}

TEST(Response, PiecesAddUpToTheSame) {
  EXPECT_EQ(report_of_pieces(files(), told(), 3, 5), report_text(analyse_files(files(), told())));
}

}  // namespace
}  // namespace topline
