// SPDX-License-Identifier: Apache-2.0
#include "tests/rollout/service_tables.h"

namespace topline {
namespace {

using nlohmann::json;

json vendor(const json& report, const std::string& name) {
  return measure_of(report, "vendor_score", json::object(), nullptr, name);
}

TEST(Vendors, ScoreRankAndWhereTheWinnerHangs) {
  const std::string text =
      "Criterion,Weight,North,South,East\n"
      "Function,50,8,7,5\nPrice,30,6,9,9\nSupport,20,9,7,5\n";
  const json report = report_of({{"v.csv", text}});
  ASSERT_EQ(report["tables"][0]["kind"], "vendors");
  EXPECT_NEAR(vendor(report, "North")["value"].get<double>(), 7.6, 1e-12);
  EXPECT_NEAR(vendor(report, "South")["value"].get<double>(), 7.6, 1e-12);
  EXPECT_NEAR(vendor(report, "East")["value"].get<double>(), 6.2, 1e-12);
  EXPECT_EQ(vendor(report, "North")["parts"]["rank"], 1);
  EXPECT_EQ(vendor(report, "South")["parts"]["rank"], 1);
  EXPECT_EQ(vendor(report, "East")["parts"]["rank"], 3);
  EXPECT_TRUE(has_note(vendor(report, "South"), "tie"));
  EXPECT_EQ(message_of(report, "vendors_tie")["count"], 2);
  expect_same_in_pieces({{"v.csv", text}}, {}, 4);
}

TEST(Vendors, AWeightThatDecides) {
  // At Price p and Function 1 − p: North 8 − 2p, South 7 + 2p: level at a quarter.
  const json report = report_of({{"v.csv",
                                  "评估项,权重,北方,南方\n"
                                  "功能,70,8,7\n价格,30,6,9\n"}});
  const json winner = vendor(report, "南方");
  EXPECT_NEAR(winner["value"].get<double>(), 7.6, 1e-12);
  EXPECT_TRUE(has_note(winner, "winner"));
  EXPECT_EQ(winner["headline"], true);
  EXPECT_NEAR(winner["parts"]["weight: 价格"].get<double>(), 30, 1e-9);
  EXPECT_NEAR(winner["parts"]["lower: 价格"].get<double>(), 25, 1e-9);
  EXPECT_NEAR(winner["parts"]["higher: 功能"].get<double>(), 75, 1e-9);
  EXPECT_FALSE(winner["parts"].contains("higher: 价格"));
  const json message = message_of(report, "winner_hangs_on_weight");
  ASSERT_FALSE(message.is_null());
  EXPECT_NE(message["text"].get<std::string>().find("25 %"), std::string::npos);
}

TEST(Vendors, MissingMarksGiveNoScore) {
  const json report = report_of({{"v.csv",
                                  "Criterion,Weight,North,South,East\n"
                                  "Function,2,8,7,\nPrice,1,6,5,9\nSupport,,1,1,1\n"}});
  EXPECT_EQ(vendor(report, "East")["why"], "missing_marks");
  EXPECT_NEAR(vendor(report, "North")["value"].get<double>(), 22.0 / 3, 1e-11);
  EXPECT_TRUE(has_note(vendor(report, "North"), "wins_at_any_weight"));
  EXPECT_EQ(message_of(report, "missing_marks")["where"]["line"], 2);
  EXPECT_EQ(message_of(report, "rows_incomplete")["where"]["line"], 4);
}

}  // namespace
}  // namespace topline
