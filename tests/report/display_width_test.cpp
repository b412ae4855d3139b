// SPDX-License-Identifier: Apache-2.0
#include "core/report/display_width.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace topline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width(""), 0);
  EXPECT_EQ(display_width("Sales"), 5);
  EXPECT_EQ(display_width("销售部"), 6);
  EXPECT_EQ(display_width("ＮＰＳ"), 6);
  EXPECT_EQ(display_width("é"), 1);
  EXPECT_EQ(display_width("e\xCC\x81"), 1);  // e and a combining accent
  EXPECT_EQ(display_width("😀"), 2);
  EXPECT_EQ(display_width("−●─▇"), 4);
  EXPECT_EQ(display_width("𠮷"), 2);
}

TEST(Printable, TakesThePowerFromHostileCells) {
  EXPECT_EQ(printable("a\nb\tc"), "a b c");
  EXPECT_EQ(printable("\x1B[31mred\x1B[0m"), "[31mred[0m");
  EXPECT_EQ(printable("a\xC2\x9B"
                      "31m"),
            "a31m");  // the one-byte escape of C1
  EXPECT_EQ(printable("abc\xE2\x80\xAE"
                      "fed"),
            "abcfed");  // right-to-left override
  EXPECT_EQ(printable("a\xFF"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(printable("\xE9\x94"), "\xEF\xBF\xBD");
}

TEST(CutTo, ShowsTheCut) {
  EXPECT_EQ(cut_to("Operations", 10), "Operations");
  EXPECT_EQ(cut_to("Operations", 6), "Opera…");
  EXPECT_EQ(cut_to("客户成功部", 6), "客户…");
  EXPECT_EQ(cut_to("客户成功部", 7), "客户成…");
  EXPECT_EQ(cut_to("abc", 0), "");
}

TEST(Fit, FillsUpToTheWidth) {
  EXPECT_EQ(fit_left("IT", 4), "IT  ");
  EXPECT_EQ(fit_right("IT", 4), "  IT");
  EXPECT_EQ(fit_left("销售", 6), "销售  ");
  EXPECT_EQ(fit_right("销售部门", 6), " 销售…");
}

TEST(Wrap, BreaksAtBlanks) {
  EXPECT_THAT(wrap("", 10), IsEmpty());
  EXPECT_THAT(wrap("one two three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 80), ElementsAre("one two three"));
  EXPECT_THAT(wrap("abcdefghij", 4), ElementsAre("abcd", "efgh", "ij"));
}

TEST(Wrap, BreaksChineseBetweenCharactersButNotBeforeAMark) {
  EXPECT_THAT(wrap("员工净推荐值", 8), ElementsAre("员工净推", "荐值"));
  EXPECT_THAT(wrap("净推荐，好", 6), ElementsAre("净推", "荐，好"));
  EXPECT_THAT(wrap("甲乙（丙丁）", 6), ElementsAre("甲乙", "（丙", "丁）"));
}

TEST(Wrap, KeepsEveryLineWithinTheWidth) {
  const std::string text =
      "1,142 名员工参与了 Q2 2026 的调查，CRM 净推荐值 NPS +23（95% 置信区间 +18 至 +28）。";
  for (int width = 4; width < 90; ++width) {
    for (const std::string& line : wrap(text, width)) EXPECT_LE(display_width(line), width);
  }
}

}  // namespace
}  // namespace topline
