// SPDX-License-Identifier: Apache-2.0
#include "core/profile/employer_question.h"

#include <gtest/gtest.h>

#include "core/profile/profile.h"

namespace topline {
namespace {

ColumnPlan guess(const std::string& header, int from = 0, int to = 10) {
  TokenTable table;
  for (int i = from; i <= to; ++i) table.add(std::to_string(i), 40, {});
  return guess_column({header}, evidence_of(table));
}

TEST(EmployerQuestion, RecommendsTheEmployer) {
  for (const char* header : {
           "How likely are you to recommend Acme as a place to work?",
           "How likely are you to recommend our company as a great place to work to a friend?",
           "How likely is it that you would recommend your employer to a friend?",
           "Would you recommend us as an employer?",
           "I would recommend my organisation to work for",
           "How likely are you to recommend working at Acme?",
           "How likely are you to recommend our software company as a place to work?",
           "eNPS", "ENPS", "Employee Net Promoter Score",
           "您有多大可能推荐朋友来我们公司工作？", "您愿意向亲友推荐公司作为理想的工作场所吗？",
           "您在多大程度上愿意推荐朋友加入公司？", "您会推荐本公司为雇主吗", "员工净推荐值"}) {
    EXPECT_TRUE(asks_about_employer(header)) << header;
    EXPECT_EQ(guess(header).role, Role::enps) << header;
    EXPECT_TRUE(guess(header).scored()) << header;
  }
  EXPECT_EQ(guess("eNPS").reason, Reason::header_employer);
}

TEST(EmployerQuestion, WhatRecommendsAProductStaysNps) {
  for (const char* header : {
           "How likely are you to recommend the CRM?",
           "How likely are you to recommend the CRM to a colleague at work?",
           "How likely are you to recommend the CRM to people who work here?",
           "How likely are you to recommend our service to another employer?",
           "How likely are you to recommend us to a friend?",
           "How likely are you to recommend our company to a friend or colleague?",
           "NPS", "您有多大可能向同事推荐CRM系统？", "您在公司工作时，有多大可能推荐使用该系统？",
           "您有多大可能推荐我们的产品给工作伙伴？", "您有多大可能向同事推荐？"}) {
    EXPECT_FALSE(asks_about_employer(header)) << header;
    EXPECT_EQ(guess(header).role, Role::nps) << header;
  }
}

TEST(EmployerQuestion, WhatIsUnsureIsAskedAsBefore) {
  const ColumnPlan column = guess("How likely are you to recommend us as an employer?", 1, 10);
  EXPECT_EQ(column.role, Role::enps);
  EXPECT_FALSE(column.scored()) << "1–10, or 0–10 without a 0?";
  EXPECT_EQ(column.reason, Reason::header_recommend_1_10);
  EXPECT_EQ(guess("Would you recommend us as an employer?", 1, 5).alternative, Role::enps);
}

}  // namespace
}  // namespace topline
