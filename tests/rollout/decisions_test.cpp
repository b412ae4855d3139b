// SPDX-License-Identifier: Apache-2.0
#include "tests/rollout/service_tables.h"

namespace topline {
namespace {

using nlohmann::json;

const char* const kDecisions =
    "Decision,Raised,Decided,Department\n"
    "Price floor,2026-01-05,2026-01-07,Sales\n"
    "Budget,2026-01-10,2026-01-14,Finance\n"
    "Hiring,2026-02-01,2026-02-11,Sales\n"
    "Discount,2026-02-20,,Sales\n"
    "Refund,2026-02-10,2026-02-08,Finance\n";

TEST(Decisions, MeanMedianTeamsAndMonths) {
  const json report = report_of({{"d.csv", kDecisions}});
  ASSERT_EQ(report["tables"][0]["kind"], "decisions");
  const json mean = measure_of(report, "decision_time_mean");
  EXPECT_EQ(mean["value"], 16 * 86400 / 3);
  EXPECT_EQ(mean["parts"]["open"], 1);
  EXPECT_EQ(mean["parts"]["impossible"], 1);
  EXPECT_NEAR(mean["parts"]["p90"].get<double>(), 8.8 * 86400, 1e-6);
  // As of 20 February: the open one is a day old, gone before anybody decides.
  const json median = measure_of(report, "decision_time_median");
  EXPECT_EQ(median["value"], 4 * 86400);
  EXPECT_EQ(median["method"], "kaplan-meier");
  EXPECT_EQ(median["n"], 4);
  EXPECT_EQ(measure_of(report, "decision_time_mean", {{"Department", "Sales"}})["value"],
            6 * 86400);
  EXPECT_EQ(measure_of(report, "decision_time_mean", json::object(), "2026-01")["value"],
            3 * 86400);
  EXPECT_EQ(message_of(report, "impossible_times")["where"]["line"], 6);
}

TEST(Decisions, TooManyOpenForAMedian) {
  Settings settings;
  settings.as_of = "2026-03-31";
  const json report = report_of({{"d.csv",
                                  "事项,提出日期,决定日期,部门\n"
                                  "甲,2026-03-01,2026-03-03,销售\n"
                                  "乙,2026-03-01,,销售\n"
                                  "丙,2026-03-02,,财务\n"}},
                                settings);
  const json median = measure_of(report, "decision_time_median");
  EXPECT_EQ(median["why"], "median_not_reached");
  EXPECT_FALSE(median.contains("value"));
  EXPECT_EQ(median["parts"]["finished_median"], 2 * 86400);
  EXPECT_EQ(measure_of(report, "decision_time_mean", {{"部门", "财务"}})["why"],
            "nothing_finished");
}

TEST(Decisions, PiecesMakeTheSameReport) { expect_same_in_pieces({{"d.csv", kDecisions}}, {}, 10); }

}  // namespace
}  // namespace topline
