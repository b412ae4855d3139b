// SPDX-License-Identifier: Apache-2.0
#include "native/column_names.h"

#include <gtest/gtest.h>

namespace topline::native {
namespace {

TEST(ColumnChoice, SplitsNameRoleAndScale) {
  EXPECT_EQ(column_choice("Q1=nps"), (ColumnChoice{"Q1", "nps", ""}));
  EXPECT_EQ(column_choice("#3=csat:1-7"), (ColumnChoice{"#3", "csat", "1-7"}));
  EXPECT_EQ(column_choice("Date: sent=date"), (ColumnChoice{"Date: sent", "date", ""}));
  EXPECT_EQ(column_choice("score=csat:-2-2"), (ColumnChoice{"score", "csat", "-2-2"}));
}

TEST(ColumnChoice, TakesEscapesOffTheName) {
  EXPECT_EQ(column_choice(R"(a\=b=nps)"), (ColumnChoice{"a=b", "nps", ""}));
  EXPECT_EQ(column_choice(R"(a\:b=nps)"), (ColumnChoice{"a:b", "nps", ""}));
  EXPECT_EQ(column_choice(R"(a\\=nps)"), (ColumnChoice{R"(a\)", "nps", ""}));
  EXPECT_EQ(column_choice(R"(C:\path=nps)"), (ColumnChoice{R"(C:\path)", "nps", ""}));
}

TEST(ColumnChoice, RefusesHalves) {
  EXPECT_FALSE(column_choice("Q1"));
  EXPECT_FALSE(column_choice("=nps"));
  EXPECT_FALSE(column_choice("Q1="));
  EXPECT_FALSE(column_choice(R"(Q1\=nps)"));
  EXPECT_FALSE(column_choice(""));
}

TEST(NameAndValue, KeepsFurtherEqualsSignsInTheValue) {
  using Pair = std::pair<std::string, std::string>;
  EXPECT_EQ(name_and_value("country=DE"), Pair("country", "DE"));
  EXPECT_EQ(name_and_value("a=b=c"), Pair("a", "b=c"));
  EXPECT_EQ(name_and_value("a="), Pair("a", ""));
  EXPECT_FALSE(name_and_value("country"));
}

TEST(NameAndUnit, TakesOnlyAUnitForOne) {
  using Pair = std::pair<std::string, std::string>;
  EXPECT_EQ(name_and_unit("Submitted:quarter"), Pair("Submitted", "quarter"));
  EXPECT_EQ(name_and_unit("Date: submitted"), Pair("Date: submitted", ""));
  EXPECT_EQ(name_and_unit("Date: submitted:month"), Pair("Date: submitted", "month"));
  EXPECT_EQ(name_and_unit(R"(last\:month)"), Pair("last:month", ""));
  EXPECT_EQ(name_and_unit("wave"), Pair("wave", ""));
}

}  // namespace
}  // namespace topline::native
