// SPDX-License-Identifier: Apache-2.0
#include "tests/rollout/service_tables.h"

namespace topline {
namespace {

using nlohmann::json;

const char* const kProcesses =
    "Process,Times a month,Minutes before,Minutes after,Hourly cost (USD)\n"
    "Order approval,100,48,30,40\n"
    "Quote,20,15,20,30\n"
    "order approval,10,48,30,\n"
    "Visit report,5,,10,30\n";

TEST(Processes, TimeAndMoneySaved) {
  const json report = report_of({{"p.csv", kProcesses}});
  ASSERT_EQ(report["tables"][0]["kind"], "processes");
  const json time = measure_of(report, "time_saved");
  EXPECT_EQ(time["value"], (110 * 18 - 20 * 5) * 60);
  EXPECT_EQ(time["n"], 3);
  EXPECT_EQ(time["parts"]["slower"], 1);
  EXPECT_EQ(time["parts"]["left_out"], 1);
  const json approval = measure_of(report, "time_saved", json::object(), nullptr, "Order approval");
  EXPECT_EQ(approval["value"], 110 * 18 * 60);
  EXPECT_EQ(approval["parts"]["gain"], 37.5) << "misc_oracle.json, seed_metrics.efficiency";
  const json value = measure_of(report, "time_saved_value");
  EXPECT_EQ(value["value"], 1150) << "1800 minutes of 40 less 100 minutes of 30 an hour";
  EXPECT_EQ(value["unit"], "USD");
  EXPECT_EQ(value["parts"]["without_cost"], 1);
  EXPECT_EQ(message_of(report, "rows_incomplete")["where"]["line"], 5);
  expect_same_in_pieces({{"p.csv", kProcesses}}, {}, 8);
}

TEST(Processes, WithoutCostNoMoney) {
  const json report = report_of({{"p.csv",
                                  "流程,每月次数,上线前分钟,上线后分钟\n"
                                  "订单审批,30,48,30\n"}});
  EXPECT_EQ(measure_of(report, "time_saved")["value"], 30 * 18 * 60);
  EXPECT_EQ(measure_of(report, "time_saved_value")["why"], "no_hourly_cost");
}

}  // namespace
}  // namespace topline
