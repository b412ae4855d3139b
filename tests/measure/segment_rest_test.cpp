// SPDX-License-Identifier: Apache-2.0
#include "core/measure/segment_rest.h"

#include <gtest/gtest.h>

#include "tests/measure/compared_cells.h"

namespace topline {
namespace {

struct Table {
  ColumnPlan plan = sample::nps_plan();
  std::vector<Answers> answers;
  std::vector<bool> hidden;
  ComparisonCells::Family family{1, 0, {}, {}};

  std::vector<Difference> compared(uint64_t least = 5) {
    const ComparedQuestion question(2, plan, answers, hidden);
    std::vector<Difference> into;
    compare_with_rest(question, question.figures(false)[0], family, {}, 1000, least, into);
    return into;
  }
};

double figure(const Difference& difference, const std::string& name) {
  for (const auto& [each, value] : difference.figures) {
    if (each == name) return value;
  }
  return -1e9;
}

// everyone 90: Sales 40 (+50), IT 30 (0), Legal 16 (−25), no answer 4.
Table ninety() {
  Table table;
  table.answers = {sample::net(19, 28, 43), sample::net(5, 10, 25), sample::net(8, 14, 8),
                   sample::net(6, 2, 8), sample::net(0, 2, 2)};
  table.hidden = {false, false, false, false, false};
  table.family.segments = {1, 2, 3};
  table.family.blanks = {4};
  return table;
}

TEST(SegmentRest, TheRestIsAllOthersWhoToldTheirSegment) {
  const auto all = ninety().compared();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].a, 1u);
  EXPECT_EQ(all[0].b, 0u);
  EXPECT_EQ(all[0].against, "rest");
  EXPECT_EQ(all[0].column, 3u);
  EXPECT_EQ(figure(all[0], "n_a"), 40);
  EXPECT_EQ(figure(all[0], "n_b"), 46);
  // Sales 20/40; the rest 14 detractors, 16 passives, 16 promoters: 2/46.
  EXPECT_NEAR(*all[0].value, 50 - 200.0 / 46, 1e-10);
  EXPECT_EQ(figure(all[0], "tests"), 3);
  EXPECT_TRUE(all[0].notes.empty());
}

TEST(SegmentRest, HiddenCellsAreNoTests) {
  Table table = ninety();
  table.hidden[3] = true;
  table.hidden[4] = true;
  const auto all = table.compared();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(figure(all[0], "tests"), 2);
  EXPECT_EQ(figure(all[0], "n_b"), 50) << "what is shown: everyone less Sales";
  EXPECT_EQ(all[0].notes, std::vector<std::string>{"rest_with_no_answer"});
}

TEST(SegmentRest, AHiddenTotalOrATinyRestIsNotCompared) {
  Table table = ninety();
  table.hidden[0] = true;
  EXPECT_TRUE(table.compared().empty());
  table = ninety();
  table.answers[0] = sample::net(5, 10, 28);
  table.family.blanks = {};
  table.family.segments = {1};
  EXPECT_TRUE(table.compared(5).empty()) << "three people are the rest";
  EXPECT_EQ(table.compared(1).size(), 1u);
}

}  // namespace
}  // namespace topline
