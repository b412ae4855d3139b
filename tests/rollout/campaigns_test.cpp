// SPDX-License-Identifier: Apache-2.0
#include "tests/rollout/service_tables.h"

namespace topline {
namespace {

using nlohmann::json;

TEST(Campaigns, ReturnInAllAndOfEach) {
  const std::string text =
      "Campaign,Cost,Revenue,Date\n"
      "Spring,30000,90000,2026-03-01\nFair,10000,5000,2026-04-01\nspring,10000,10000,2026-04-02\n"
      "Mailing,0,700,2026-04-03\nLost,500,,2026-04-04\n";
  const json report = report_of({{"c.csv", text}});
  ASSERT_EQ(report["tables"][0]["kind"], "campaigns");
  const json all = measure_of(report, "campaign_roi");
  EXPECT_EQ(all["value"], 111.4) << "(105,700 - 50,000) / 50,000";
  EXPECT_EQ(all["parts"]["revenue_over_cost"], 2.114);
  EXPECT_EQ(all["parts"]["left_out"], 1);
  EXPECT_TRUE(has_note(all, "net_of_cost"));
  const auto one = [&](const char* name) {
    return measure_of(report, "campaign_roi", json::object(), nullptr, name);
  };
  EXPECT_EQ(one("Spring")["value"], 150);
  EXPECT_EQ(one("Spring")["n"], 2);
  EXPECT_EQ(one("Fair")["value"], -50);
  EXPECT_EQ(one("Mailing")["why"], "no_cost");
  EXPECT_EQ(measure_of(report, "campaign_roi", json::object(), "2026-03")["value"], 200)
      << "misc_oracle.json, seed_metrics.campaign_roi";
  EXPECT_EQ(message_of(report, "rows_incomplete")["where"]["line"], 6);
  expect_same_in_pieces({{"c.csv", text}});
}

}  // namespace
}  // namespace topline
