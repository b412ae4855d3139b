// SPDX-License-Identifier: Apache-2.0
#include "tests/rollout/service_tables.h"

namespace topline {
namespace {

using nlohmann::json;

TEST(Fit, RequirementsSolvedBySeverity) {
  std::string text = "Requirement,Severity,Status\n";
  for (int i = 0; i < 40; ++i) {
    text += "Need " + std::to_string(i) + (i % 4 == 0 ? ",High," : ",Low,") +
            (i < 34   ? "solved"
             : i < 37 ? "partly solved"
                      : "not solved") +
            "\n";
  }
  const json report = report_of({{"r.csv", text}});
  ASSERT_EQ(report["tables"][0]["kind"], "requirements");
  const json all = measure_of(report, "requirements_resolved");
  EXPECT_EQ(all["value"], 85) << "misc_oracle.json, seed_metrics.requirements";
  EXPECT_EQ(all["parts"]["partly"], 3);
  EXPECT_EQ(all["parts"]["open"], 3);
  EXPECT_EQ(all["parts"]["with_partly"], 92.5);
  EXPECT_EQ(measure_of(report, "requirements_resolved", {{"Severity", "High"}})["value"], 90)
      << "9 of 10: 36 is only partly solved";
  expect_same_in_pieces({{"r.csv", text}});
}

TEST(Fit, WordsOfBothLanguagesAndUnknownOnes) {
  const json report = report_of({{"r.csv",
                                  "需求,严重程度,状态\n"
                                  "甲,高,已解决\n乙,高,部分解决\n丙,低,未解决\n丁,低,处理中\n"
                                  "戊,低,已完成\n己,低,蓝色\n庚,低,\n辛,高,待解决\n"}});
  const json all = measure_of(report, "requirements_resolved");
  EXPECT_EQ(all["parts"]["solved"], 2);
  EXPECT_EQ(all["parts"]["partly"], 1);
  EXPECT_EQ(all["parts"]["open"], 4) << "without a word it is open";
  EXPECT_EQ(all["parts"]["unknown"], 1);
  EXPECT_EQ(all["value"], 25);
  EXPECT_EQ(all["parts"]["with_unknown"], 37.5);
  EXPECT_EQ(message_of(report, "unknown_words")["where"]["line"], 7);
}

TEST(Fit, ControlsByMode) {
  const std::string text =
      "Risk,Mode,Covered\n"
      "Price under floor,automatic,yes\nWrong discount,system blocks it,yes\n"
      "Duplicate customer,warning only,no\nLate follow-up,提醒,是\nContract text,manual check,no\n"
      "Bank details,magic,partly\n";
  const json report = report_of({{"c.csv", text}});
  ASSERT_EQ(report["tables"][0]["kind"], "controls");
  EXPECT_EQ(measure_of(report, "control_coverage")["value"], 50);
  EXPECT_EQ(measure_of(report, "control_coverage")["parts"]["partly"], 1);
  EXPECT_EQ(measure_of(report, "control_coverage", {{"mode", "automatic"}})["value"], 100);
  EXPECT_EQ(measure_of(report, "control_coverage", {{"mode", "advisory"}})["value"], 50);
  EXPECT_EQ(measure_of(report, "control_coverage", {{"mode", "manual"}})["value"], 0);
  EXPECT_EQ(message_of(report, "unknown_words")["where"]["line"], 7);
  expect_same_in_pieces({{"c.csv", text}});
}

}  // namespace
}  // namespace topline
