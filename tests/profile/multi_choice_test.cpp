// SPDX-License-Identifier: Apache-2.0
#include "core/profile/multi_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace topline {
namespace {

using testing::ElementsAre;

std::string_view mark_of(const std::vector<std::string>& texts,
                         LayoutKind layout = LayoutKind::plain) {
  TokenTable table;
  for (const std::string& text : texts) table.add(text, 5, {});
  return find_option_mark(table, layout);
}

TEST(MultiChoice, OptionsAreSplitTrimmedAndCountedOnce) {
  EXPECT_THAT(split_options("A; B;;A ;", ";"), ElementsAre("A", "B"));
  EXPECT_THAT(split_options("手机┋电脑", "┋"), ElementsAre("手机", "电脑"));
  EXPECT_TRUE(split_options(" ; ", ";").empty());
}

TEST(MultiChoice, CombinationsOfFewOptionsAreOne) {
  EXPECT_EQ(mark_of({"Mail", "Mail;Phone", "Phone", "Mail;Phone;Chat", "Chat"}), ";");
  EXPECT_EQ(mark_of({"手机┋电脑", "手机"}), "┋");
  EXPECT_EQ(mark_of({"Mail;", "Phone;Mail;"}, LayoutKind::microsoft_forms), ";");
  EXPECT_EQ(mark_of({"Red, Blue", "Red", "Blue, Green", "Green, Red"}, LayoutKind::google_forms), ", ");
}

TEST(MultiChoice, SentencesAreNone) {
  EXPECT_EQ(mark_of({"slow; hard to learn", "fine", "the mobile app; it crashes"}), "");
  EXPECT_EQ(mark_of({"Red, Blue", "Red", "Blue, Green", "Green, Red"}), "") << "a comma alone is no sign";
  EXPECT_EQ(mark_of({"Yes", "No"}), "");
}

}  // namespace
}  // namespace topline
