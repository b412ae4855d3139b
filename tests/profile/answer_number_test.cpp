// SPDX-License-Identifier: Apache-2.0
#include "core/profile/answer_number.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

double value(std::string_view cell) {
  const auto number = read_answer_number(cell);
  return number ? number->value : -999;
}

TEST(AnswerNumber, IsReadAsToolsWriteIt) {
  EXPECT_EQ(value("7"), 7);
  EXPECT_EQ(value("6.5"), 6.5);
  EXPECT_EQ(value("-1"), -1);
  EXPECT_EQ(value("\xE2\x88\x92" "1"), -1);
  EXPECT_EQ(value("'9"), 9);
  EXPECT_EQ(value("１０"), 10);
  EXPECT_EQ(value("１０分"), 10);
  EXPECT_EQ(value("9 分"), 9);
  EXPECT_EQ(value("9 points"), 9);
  EXPECT_EQ(value("5星"), 5);
  EXPECT_EQ(value("4 Stars"), 4);
  EXPECT_EQ(value("10 - Extremely likely"), 10);
  EXPECT_EQ(value("0 - Not at all likely"), 0);
  EXPECT_EQ(value("10 – 非常可能"), 10);
  EXPECT_EQ(value("5. Very satisfied"), 5);
  EXPECT_EQ(value("5=非常满意"), 5);
  EXPECT_EQ(value("5、非常满意"), 5);
  EXPECT_EQ(value("10（非常可能）"), 10);
  EXPECT_EQ(value("10 (Extremely likely)"), 10);
  EXPECT_EQ(value("Extremely likely (10)"), 10);
  EXPECT_EQ(value("非常满意（5分）"), 5);
  EXPECT_EQ(value("4: Good"), 4);
}

TEST(AnswerNumber, OutOfSoMany) {
  for (const char* cell : {"4 / 5", "4/5", "4 of 5", "4 out of 5", "4/5分", "4 / 5 points"}) {
    const auto number = read_answer_number(cell);
    ASSERT_TRUE(number) << cell;
    EXPECT_EQ(number->value, 4) << cell;
    EXPECT_EQ(number->of, 5) << cell;
  }
  EXPECT_FALSE(read_answer_number("7/5"));
}

TEST(AnswerNumber, AnswerCodes) {
  const auto code = read_answer_number("A5");
  ASSERT_TRUE(code);
  EXPECT_EQ(code->value, 5);
  EXPECT_EQ(code->prefix, 'A');
  EXPECT_EQ(read_answer_number("a05")->value, 5);
}

TEST(AnswerNumber, OtherTextsHaveNone) {
  for (const char* cell :
       {"", "-", "n/a", "18-24", "18 - 24", "1-3年", "18~20", "20～22", "2026-01-02", "4/5/2026",
        "09/01/2026 08:00:00 AM", "$50,000 - $99,999", "R0001", "ABC5", "3 months", "10秒", "1.2.3", "60+",
        "Yes", "1,000", "5 times a week", "12:30", "27以上", "3位以上", "1/2/3", "1-2次", "100000 - many",
        "Level (2026)", "A123", "5 - 10 people"}) {
    EXPECT_FALSE(read_answer_number(cell)) << cell;
  }
}

}  // namespace
}  // namespace topline
