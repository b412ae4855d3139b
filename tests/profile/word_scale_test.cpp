// SPDX-License-Identifier: Apache-2.0
#include "core/profile/word_scale.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace topline {
namespace {

using testing::ElementsAre;

std::optional<WordScale> scale_of(const std::vector<std::string>& texts, uint64_t times = 20, int points = 0) {
  TokenTable table;
  for (const std::string& text : texts) table.add(text, times, {});
  return find_word_scale(table, points);
}

TEST(WordScale, LabelsAreComparedWithoutTheirCodes) {
  EXPECT_EQ(normal_label("5 - Very  Satisfied"), "very satisfied");
  EXPECT_EQ(normal_label("5. 非常满意"), "非常满意");
  EXPECT_EQ(normal_label("(5) Very satisfied"), "very satisfied");
  EXPECT_EQ(normal_label("非常满意（5分）"), "非常满意");
  EXPECT_EQ(normal_label("Very satisfied [5]."), "very satisfied");
  EXPECT_EQ(normal_label("Don\xE2\x80\x99t\xC2\xA0know"), "don't know");
  EXPECT_EQ(normal_label("Neither favorably nor unfavorably (neutral)"),
            "neither favorably nor unfavorably (neutral)");
}

TEST(WordScale, FivePointsOfSatisfaction) {
  const auto scale = scale_of({"Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"});
  ASSERT_TRUE(scale);
  EXPECT_EQ(scale->topic, Topic::satisfaction);
  EXPECT_EQ(scale->points, 5);
  EXPECT_FALSE(scale->ambiguous);
  EXPECT_EQ(scale->labels.front(), (std::pair<std::string, int>{"very dissatisfied", 1}));
  EXPECT_EQ(scale->labels.back(), (std::pair<std::string, int>{"very satisfied", 5}));
}

// 满意 stands inside 不满意 and 非常不满意: a label is compared as a whole.
TEST(WordScale, ChineseLabelsThatHoldEachOther) {
  const auto scale = scale_of({"满意", "不满意", "非常不满意", "非常满意", "一般"});
  ASSERT_TRUE(scale);
  EXPECT_EQ(scale->points, 5);
  for (const auto& [label, point] : scale->labels) {
    const int want = label == "非常不满意" ? 1 : label == "不满意" ? 2 : label == "一般" ? 3 : label == "满意" ? 4 : 5;
    EXPECT_EQ(point, want) << label;
  }
}

TEST(WordScale, WhereAnotherLengthFitsItIsAsked) {
  EXPECT_TRUE(scale_of({"Satisfied", "Dissatisfied", "Very satisfied"})->ambiguous) << "four or five";
  EXPECT_TRUE(scale_of({"Satisfied", "Neutral", "Dissatisfied"}, 5)->ambiguous) << "few answers";
  EXPECT_FALSE(scale_of({"Satisfied", "Neutral", "Dissatisfied"}, 50)->ambiguous);
  const auto told = scale_of({"Satisfied", "Dissatisfied", "Very satisfied"}, 20, 4);
  EXPECT_EQ(told->points, 4);
  EXPECT_FALSE(told->ambiguous);
}

TEST(WordScale, WordsForNoAnswerAreNoPoints) {
  const auto scale = scale_of({"Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree", "Don't know", "N/A"});
  ASSERT_TRUE(scale);
  EXPECT_TRUE(scale->unknown.empty());
  EXPECT_EQ(scale->labels.size(), 5u);
}

TEST(WordScale, AWordOfNoScaleIsNamed) {
  const auto scale = scale_of({"Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied", "Mostly fine"});
  ASSERT_TRUE(scale);
  EXPECT_THAT(scale->unknown, ElementsAre("Mostly fine"));
}

TEST(WordScale, CodesThatRunAgainstTheWords) {
  EXPECT_TRUE(scale_of({"1 - Very satisfied", "2 - Satisfied", "3 - Neutral", "4 - Dissatisfied", "5 - Very dissatisfied"})->codes_disagree);
  EXPECT_FALSE(scale_of({"5 - Very satisfied", "4 - Satisfied", "3 - Neutral", "2 - Dissatisfied", "1 - Very dissatisfied"})->codes_disagree);
}

TEST(WordScale, CodesOfWhichOnlyTheEndsHaveLabels) {
  TokenTable down, up;
  for (const char* text : {"1 - Very satisfied", "2", "3", "4", "5 - Very dissatisfied"}) down.add(text, 9, {});
  for (const char* text : {"0 - Not at all likely", "5", "8", "10 - Extremely likely"}) up.add(text, 9, {});
  EXPECT_TRUE(codes_run_down(down));
  EXPECT_FALSE(codes_run_down(up));
}

TEST(WordScale, OtherTextsAreNone) {
  EXPECT_FALSE(scale_of({"Yes", "No"}));
  EXPECT_FALSE(scale_of({"18-29", "30-44", "45-60"}));
  EXPECT_FALSE(scale_of({"Sales", "Service", "IT"}));
  EXPECT_FALSE(scale_of({"Neutral"})) << "one label is no scale";
}

}  // namespace
}  // namespace topline
