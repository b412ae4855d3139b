// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/target_text.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

using Kind = TargetText::Kind;
using Bound = TargetText::Bound;

TEST(TargetText, PlainNumbersAreTheFigureItself) {
  for (const char* text :
       {"40", " 40 ", "４０", "40 points", "40分", "≥ 40", ">= 40", "at least 40",
        "no less than 40", "more than 40", "不低于 40", "达到 40"}) {
    const TargetText target = read_target(text, "", "points");
    EXPECT_EQ(target.kind, Kind::value) << text;
    EXPECT_EQ(target.number, 40) << text;
  }
  EXPECT_EQ(read_target("≥ 40", "", "points").bound, Bound::at_least);
  EXPECT_EQ(read_target("不超过 5%", "", "%").bound, Bound::at_most);
  EXPECT_EQ(read_target("不低于 80%", "", "%").bound, Bound::at_least);
  EXPECT_EQ(read_target("-10", "", "points").number, -10);
}

TEST(TargetText, PercentIsTheFigureOnlyOfPercentages) {
  EXPECT_EQ(read_target("90%", "", "%").number, 90);
  EXPECT_EQ(read_target("90%", "", "%").kind, Kind::value);
  EXPECT_EQ(read_target("提升至 90%", "", "%").kind, Kind::value);
  EXPECT_EQ(read_target("raise to 90%", "", "%").kind, Kind::value);
  EXPECT_EQ(read_target("90%", "", "money").kind, Kind::none);
  EXPECT_EQ(read_target("120%", "", "ratio").number, 1.2);
}

TEST(TargetText, ABarePercentOfAPercentageIsAsked) {
  for (const char* unit : {"%", "points"}) {
    for (const char* text : {"+10%", "提升10%", "提高 10 %", "increase by 10%", "up 10 percent"}) {
      const TargetText target = read_target(text, "", unit);
      EXPECT_EQ(target.kind, Kind::unclear) << text << unit;
      EXPECT_EQ(target.question, "relative_or_points") << text << unit;
      EXPECT_EQ(read_target(text, "relative", unit).kind, Kind::relative);
      EXPECT_EQ(read_target(text, "points", unit).kind, Kind::points);
      EXPECT_EQ(read_target(text, "points", unit).number, 10);
    }
  }
  const TargetText money = read_target("+20%", "", "money");
  EXPECT_EQ(money.kind, Kind::relative);
  EXPECT_EQ(money.number, 20);
}

TEST(TargetText, PointsAreToldByTheirWord) {
  for (const char* text :
       {"+10 points", "提高 10 个百分点", "+10pp", "+10 percentage points", "提升10个点"}) {
    const TargetText target = read_target(text, "", "%");
    EXPECT_EQ(target.kind, Kind::points) << text;
    EXPECT_EQ(target.number, 10) << text;
  }
  EXPECT_EQ(read_target("降低 2 个百分点", "", "%").number, -2);
  EXPECT_EQ(read_target("−2 points", "", "%").number, -2);
  EXPECT_EQ(read_target("reduce by 30%", "", "seconds").number, -30);
  EXPECT_EQ(read_target("降低到 5%", "", "%").kind, Kind::value);
}

TEST(TargetText, ASignedScoreIsAsked) {
  EXPECT_EQ(read_target("+40", "", "points").question, "change_or_value");
  EXPECT_EQ(read_target("+40", "points", "points").kind, Kind::points);
  EXPECT_EQ(read_target("+40", "", "customers").kind, Kind::points);
}

TEST(TargetText, UnitsAreRead) {
  EXPECT_EQ(read_target("4 hours", "", "seconds").number, 14400);
  EXPECT_EQ(read_target("≤ 30 分钟", "", "seconds").number, 1800);
  EXPECT_EQ(read_quantity("2天", "seconds"), 172800);
  EXPECT_EQ(read_quantity("120万", "money"), 1200000);
  EXPECT_EQ(read_quantity("$1.2 million", "money"), 1200000);
  EXPECT_EQ(read_quantity("1,234.5", "money"), 1234.5);
  EXPECT_EQ(read_quantity("62%", "%"), 62);
  EXPECT_EQ(read_quantity("-3", "points"), -3);
}

TEST(TargetText, NoNumberOrSeveralAreNoTarget) {
  for (const char* text : {"", "better", "更高", "+10% within 3 months", "3-5"}) {
    EXPECT_EQ(read_target(text, "", "%").kind, Kind::none) << text;
  }
  EXPECT_FALSE(read_quantity("n/a", "%"));
}

}  // namespace
}  // namespace topline
