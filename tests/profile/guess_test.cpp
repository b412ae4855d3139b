// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/profile/profile.h"

namespace topline {
namespace {

// A column of the texts, each `times` times.
ColumnPlan guess(const std::string& header, const std::vector<std::string>& texts,
                 uint64_t times = 40) {
  TokenTable table;
  for (const std::string& text : texts) table.add(text, times, {});
  return guess_column({header}, evidence_of(table));
}

std::vector<std::string> numbers(int from, int to) {
  std::vector<std::string> texts;
  for (int i = from; i <= to; ++i) texts.push_back(std::to_string(i));
  return texts;
}

TEST(Guess, NpsNeedsTheQuestionAndTheScale) {
  const ColumnPlan sure = guess("How likely are you to recommend the CRM?", numbers(0, 10));
  EXPECT_EQ(sure.role, Role::nps);
  EXPECT_TRUE(sure.scored());
  EXPECT_EQ(guess("您有多大可能向同事推荐？", numbers(0, 10)).role, Role::nps);
  EXPECT_EQ(guess("nps", {"10", "9", "8", "7", "6", "0", "5"}, 1).role, Role::nps);
}

TEST(Guess, WhatIsNotNpsIsNeverScoredAsNps) {
  const auto scored_as_nps = [](const ColumnPlan& column) {
    return column.role == Role::nps && column.scored();
  };
  EXPECT_FALSE(scored_as_nps(guess("How likely are you to recommend us?", numbers(1, 10))))
      << "1–10";
  EXPECT_FALSE(scored_as_nps(guess("How likely are you to recommend us?", numbers(1, 11))))
      << "1–11 codes";
  EXPECT_FALSE(scored_as_nps(guess("How likely are you to recommend us?", numbers(1, 5))));
  EXPECT_FALSE(scored_as_nps(guess("Would you recommend us?", {"Very likely", "Likely", "Unlikely"})));
  EXPECT_FALSE(scored_as_nps(guess("Q1_NPS_GROUP", {"1", "2", "3"})));
  EXPECT_FALSE(scored_as_nps(guess("How easy was it?", numbers(0, 10)))) << "0–10, another question";
  EXPECT_FALSE(scored_as_nps(guess("REC", numbers(0, 10))));
  EXPECT_EQ(guess("REC", numbers(0, 10)).alternative, Role::nps) << "asked, not guessed";
}

TEST(Guess, SatisfactionScales) {
  const auto scale = [](const ColumnPlan& column) {
    return column.scored() && column.role == Role::csat ? scale_name(*column.scale) : "asked";
  };
  EXPECT_EQ(scale(guess("Overall, how satisfied are you?", numbers(1, 5))), "1-5");
  EXPECT_EQ(scale(guess("总体满意度", numbers(1, 7))), "1-7");
  EXPECT_EQ(scale(guess("JobSatisfaction", numbers(1, 4))), "1-4");
  EXPECT_EQ(scale(guess("Satisfaction", numbers(0, 10))), "0-10");
  EXPECT_EQ(scale(guess("Satisfaction", numbers(1, 10))), "1-10");
  EXPECT_EQ(scale(guess("Satisfaction", numbers(3, 5))), "1-5");
  EXPECT_EQ(scale(guess("Satisfaction", numbers(2, 4))), "asked") << "1–4 or 1–5?";
  EXPECT_EQ(scale(guess("Satisfaction", numbers(0, 5))), "asked") << "is 0 an answer?";
}

// An export gives every response a "Respondent ID" of its own; in a panel the same come back.
TEST(Guess, ARespondentIdThatRepeatsIsAPerson) {
  EXPECT_EQ(guess("Respondent ID", numbers(1000, 1090), 1).role, Role::response_id);
  EXPECT_EQ(guess("Respondent ID", numbers(1000, 1090), 2).role, Role::respondent_id);
  EXPECT_EQ(guess("受访者编号", numbers(1000, 1090), 3).role, Role::respondent_id);
  EXPECT_EQ(guess("Response ID", numbers(1000, 1090), 2).role, Role::response_id) << "sent twice";
}

TEST(Guess, TheOtherRoles) {
  EXPECT_EQ(guess("Department", {"Sales", "IT", "Ops"}).role, Role::segment);
  EXPECT_EQ(guess("部门", {"销售", "客服"}).role, Role::segment);
  EXPECT_EQ(guess("WEIGHT", {"0.5", "1.5", "1"}).role, Role::weight);
  EXPECT_EQ(guess("Response ID", {"R1", "R2", "R3", "R4", "R5", "R6", "R7"}, 1).role, Role::response_id);
  EXPECT_EQ(guess("序号", numbers(1, 90), 1).role, Role::serial);
  EXPECT_EQ(guess("Submitted", {"2026-09-01", "2026-09-02"}).role, Role::date);
  EXPECT_EQ(guess("Wave", {"Q1", "Q2"}).role, Role::wave);
  EXPECT_EQ(guess("Which feature do you use most?", {"Search", "Reports"}).role, Role::choice);
  EXPECT_EQ(guess("", {}).role, Role::ignore);
  std::vector<std::string> names;
  for (int i = 0; i < 90; ++i) names.push_back("Person " + std::to_string(i));
  EXPECT_EQ(guess("姓名", names, 1).role, Role::personal);
  EXPECT_EQ(guess("Comments", names, 1).role, Role::text);
  EXPECT_EQ(guess("age", numbers(18, 60)).role, Role::number);
}

TEST(Guess, NumbersThatRunAgainstTheirLabelsAreNoScores) {
  const ColumnPlan words = guess("How satisfied are you?", {"1 - Very satisfied", "2 - Satisfied", "3 - Neutral",
                                                            "4 - Dissatisfied", "5 - Very dissatisfied"});
  EXPECT_EQ(words.role, Role::csat);
  EXPECT_EQ(words.labels.size(), 5u) << "the words are scored";
  const ColumnPlan ends = guess("How satisfied are you?", {"1 - Very satisfied", "2", "3", "4", "5 - Very dissatisfied"});
  EXPECT_EQ(ends.why_unscored, "direction_unclear");
  EXPECT_FALSE(ends.scored());
  const ColumnPlan nps = guess("How likely are you to recommend us?", {"0 - Extremely likely", "3", "5", "8", "10 - Not at all likely"});
  EXPECT_FALSE(nps.scored());
}

TEST(Guess, EffortIsAskedWhereItsDirectionIsNotClear) {
  const auto seven = numbers(1, 7);
  EXPECT_EQ(guess("The company made it easy for me to handle my issue", seven).role, Role::ces);
  EXPECT_TRUE(guess("The company made it easy for me to handle my issue", seven).scored());
  EXPECT_FALSE(guess("How much effort did you have to put forth?", seven).scored());
}

}  // namespace
}  // namespace topline
