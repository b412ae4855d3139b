// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(Trim, TakesEveryBlankThatExportsHold) {
  EXPECT_EQ(trim("  a b \t\r\n"), "a b");
  EXPECT_EQ(trim("\xC2\xA0x\xE3\x80\x80"), "x") << "NBSP and the ideographic space";
  EXPECT_EQ(trim("\xEF\xBB\xBFid"), "id") << "a byte order mark";
  EXPECT_EQ(trim("   "), "");
}

TEST(Fold, WidthCaseAndBlanks) {
  EXPECT_EQ(fold(" ＮＰＳ　（１０）? "), "nps (10)?");
  EXPECT_EQ(fold("How  likely\nare YOU"), "how likely are you");
  EXPECT_EQ(fold("满意度"), "满意度");
}

TEST(HasWord, WholeWordsInAsciiAnywhereElsewhere) {
  EXPECT_TRUE(has_word("customer_id", "id"));
  EXPECT_FALSE(has_word("paid", "id"));
  EXPECT_FALSE(has_word("idea", "id"));
  EXPECT_TRUE(has_word("总体满意度", "满意"));
  EXPECT_TRUE(has_word("答卷id号", "id")) << "beside Chinese, a Latin word stands alone";
}

TEST(Nearest, WhatWasTypedInFullComesFirst) {
  const std::vector<std::string> names = {"Department", "Region", "How likely are you to recommend us?"};
  EXPECT_EQ(nearest("departmnt", names, 1), std::vector<std::string>{"Department"});
  EXPECT_EQ(nearest("recommend", names, 1)[0], names[2]);
}

}  // namespace
}  // namespace topline
