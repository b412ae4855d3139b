// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/ticket_words.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(TicketWords, StatusAndDirection) {
  for (const char* word : {"Closed", "RESOLVED", "已解决", "已关闭", "结单"}) {
    EXPECT_EQ(is_closed(word), true) << word;
  }
  for (const char* word :
       {"Open", "Pending Customer Response", "未解决", "not resolved", "处理中"}) {
    EXPECT_EQ(is_closed(word), false) << word;
  }
  EXPECT_FALSE(is_closed("blue").has_value());
  for (const char* word : {"external", "Customer", "客户", "对外", "外部客户"}) {
    EXPECT_EQ(direction_of(word), Direction::customers) << word;
  }
  for (const char* word : {"internal", "Between departments", "部门之间", "内部客户", "内"}) {
    EXPECT_EQ(direction_of(word), Direction::departments) << word;
  }
  EXPECT_FALSE(direction_of("customer department").has_value()) << "either";
}

TEST(TicketWords, Ranks) {
  EXPECT_EQ(severity_rank("Critical"), 4);
  EXPECT_EQ(severity_rank("紧急"), 4);
  EXPECT_EQ(severity_rank("不紧急"), 1);
  EXPECT_EQ(severity_rank("P2 - High"), 3);
  EXPECT_EQ(severity_rank("一般"), 2);
  EXPECT_FALSE(severity_rank("3").has_value()) << "is 1 the highest or the lowest?";
  EXPECT_EQ(importance_rank("Key account"), 3);
  EXPECT_EQ(importance_rank("A"), 3);
  EXPECT_EQ(importance_rank("非重点客户"), 1);
  EXPECT_EQ(importance_rank("普通"), 2);
  EXPECT_EQ(importance_rank("是"), 3);
  EXPECT_FALSE(importance_rank("").has_value());
}

TEST(TicketWords, SolutionsAndModes) {
  for (const char* word : {"Solved", "yes", "已上线", "完成", "Done"}) {
    EXPECT_EQ(solution_of(word), Solution::solved) << word;
  }
  for (const char* word : {"partly", "Partially met", "部分解决"}) {
    EXPECT_EQ(solution_of(word), Solution::partly) << word;
  }
  for (const char* word : {"open", "not solved", "未完成", "待开发", "No", "in progress"}) {
    EXPECT_EQ(solution_of(word), Solution::open) << word;
  }
  for (const char* word : {"blue", "不适用", "已登记"}) {
    EXPECT_FALSE(solution_of(word).has_value()) << word;
  }
  EXPECT_EQ(control_mode_of("半自动"), ControlMode::advisory);
  EXPECT_EQ(control_mode_of("系统自动拦截"), ControlMode::automatic);
  EXPECT_EQ(control_mode_of("人工复核"), ControlMode::manual);
  EXPECT_FALSE(control_mode_of("?").has_value());
}

}  // namespace
}  // namespace topline
