// SPDX-License-Identifier: Apache-2.0
#include "core/measure/crosstabs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/measure/compared_cells.h"

namespace topline {
namespace {

using sample::net;
using sample::nps_plan;
using testing::ElementsAre;

ColumnPlan choice_plan(const std::string& mark = "") {
  ColumnPlan plan;
  plan.role = Role::choice;
  plan.option_mark = mark;
  return plan;
}

// Of n people, or those who gave the options where each gave one.
Answers options(const std::vector<std::pair<std::string, uint64_t>>& chosen, uint64_t n = 0,
                double weight = 1) {
  Answers result;
  for (const auto& [text, count] : chosen) {
    const auto people = static_cast<double>(count);
    result.options.push_back({text, count, people * weight, people * weight * weight});
    if (n == 0) result.n += count;
  }
  if (n != 0) result.n = n;
  result.sum_w = static_cast<double>(result.n) * weight;
  result.sum_w2 = result.sum_w * weight;
  return result;
}

// Everyone, and a segment for each name; "" is no answer.
struct Table {
  CellSet cells;
  ComparisonCells::Family family;
  std::vector<Answers> answers;
  std::vector<bool> hidden;

  explicit Table(const std::vector<std::pair<std::string, Answers>>& segments) {
    cells.cells.push_back({});
    answers.emplace_back();
    hidden.push_back(false);
    family.grouping = 1;
    for (const auto& [name, given] : segments) {
      (name.empty() ? family.blanks : family.segments)
          .push_back(static_cast<uint32_t>(cells.cells.size()));
      cells.cells.push_back({1, {name}, std::nullopt});
      answers.push_back(given);
      hidden.push_back(false);
      answers[0].n += given.n;
    }
  }
  std::optional<Crosstab> of(const ColumnPlan& plan, const CrosstabRules& rules = {}) const {
    return crosstab_of(plan, answers, hidden, cells, family, rules);
  }
};

std::vector<std::string> names(const Crosstab& table) {
  std::vector<std::string> found;
  for (const Crosstab::Column& segment : table.segments) found.push_back(segment.name);
  return found;
}

TEST(Crosstab, TwoByTwoByHand) {
  // 30 of 50 against 20 of 50: expected 25 each, χ² = 4 · 25/25 = 4, V = √(4/100).
  const auto table = Table({{"A", options({{"Yes", 30}, {"No", 20}})},
                            {"B", options({{"No", 30}, {"Yes", 20}})}})
                         .of(choice_plan());
  ASSERT_TRUE(table);
  EXPECT_THAT(table->answers, ElementsAre("No", "Yes"));
  EXPECT_THAT(table->segments[0].counts, ElementsAre(20, 30));
  EXPECT_THAT(table->segments[1].counts, ElementsAre(30, 20));
  EXPECT_THAT(table->total.counts, ElementsAre(50, 50));
  EXPECT_EQ(table->total.n, 100u);
  EXPECT_DOUBLE_EQ(table->segments[0].percent(1), 60);
  EXPECT_DOUBLE_EQ(table->total.percent(1), 50);
  EXPECT_NEAR(*table->chi_squared, 4, 1e-12);
  EXPECT_EQ(*table->df, 1);
  EXPECT_NEAR(*table->p, 0.0455002638964, 1e-12);  // R: pchisq(4, 1, lower.tail = FALSE)
  EXPECT_NEAR(*table->cramers_v, 0.2, 1e-12);
  EXPECT_TRUE(table->why.empty());
  EXPECT_TRUE(table->notes.empty());
}

TEST(Crosstab, ThreeClassesOfAnNps) {
  // Nps of R's CRAN test data by business unit: chisq.test of the 3 × 4 table.
  const auto table = Table({{"Apples", net(83, 47, 120)},
                            {"Bananas", net(91, 44, 115)},
                            {"Berries", net(97, 36, 117)},
                            {"Oranges", net(91, 49, 110)}})
                         .of(nps_plan());
  ASSERT_TRUE(table);
  EXPECT_THAT(table->answers, ElementsAre("detractors", "passives", "promoters"));
  EXPECT_THAT(table->total.counts, ElementsAre(362, 176, 462));
  EXPECT_NEAR(*table->chi_squared, 3.780069838080888, 1e-12);
  EXPECT_EQ(*table->df, 6);
  EXPECT_NEAR(*table->p, 0.7064099097812462, 1e-12);
  EXPECT_NEAR(*table->cramers_v, 0.04347453184383294, 1e-12);
}

TEST(Crosstab, ScoresHaveARowEachAndEmptyOnesNoDegree) {
  const auto table = Table({{"A", sample::satisfied(20, 40)}, {"B", sample::satisfied(30, 40)}})
                         .of(sample::csat_plan());
  ASSERT_TRUE(table);
  EXPECT_THAT(table->answers, ElementsAre("1", "2", "3", "4", "5"));
  EXPECT_THAT(table->segments[1].counts, ElementsAre(0, 10, 0, 30, 0));
  EXPECT_EQ(*table->df, 1);
}

TEST(Crosstab, FewExpectedAreSaidAndGiveNoVerdict) {
  // B expects 6 · 3/46 = 0.39 "No".
  std::vector<Crosstab> rough = {*Table({{"A", options({{"Yes", 39}, {"No", 1}})},
                                         {"B", options({{"Yes", 4}, {"No", 2}})}})
                                      .of(choice_plan())};
  EXPECT_THAT(rough[0].notes, ElementsAre("few_expected"));
  judge_crosstabs(rough, 0.95);
  EXPECT_EQ(rough[0].verdict, "no_verdict");
  EXPECT_DOUBLE_EQ(*rough[0].p_adjusted, *rough[0].p);
  // One of six is below 5 (4.6), none below 1: a sixth is not more than a fifth.
  const auto fine = Table({{"A", options({{"x", 100}, {"y", 60}, {"z", 38}})},
                           {"B", options({{"x", 12}, {"y", 7}, {"z", 5}})}})
                        .of(choice_plan());
  EXPECT_TRUE(fine->notes.empty());
}

TEST(Crosstab, WeightsAreTestedAsRaoAndScottDo) {
  Answers mixed = options({{"Yes", 20}, {"No", 20}});
  mixed.options[0].sum_w = 30;
  mixed.options[1].sum_w = 10;
  const auto table = Table({{"A", mixed}, {"B", options({{"No", 30}, {"Yes", 10}}, 0, 2)}})
                         .of(choice_plan(), {true, false, 5});
  ASSERT_TRUE(table);
  EXPECT_THAT(table->answers, ElementsAre("No", "Yes"));
  EXPECT_THAT(table->segments[0].counts, ElementsAre(20, 20));
  EXPECT_DOUBLE_EQ(table->segments[0].percent(1), 75);
  EXPECT_DOUBLE_EQ(table->total.percent(1), 100 * 50.0 / 120);
  EXPECT_FALSE(table->chi_squared);
  ASSERT_TRUE(table->f && table->p);
  EXPECT_EQ(*table->df, 1);
  EXPECT_EQ(*table->ddf, 79);
  EXPECT_THAT(table->notes, ElementsAre("weighted"));
  const auto nobody = Table({{"A", options({{"Yes", 20}, {"No", 20}}, 0, 0)}})
                          .of(choice_plan(), {true, false, 0});
  EXPECT_TRUE(std::isnan(nobody->segments[0].percent(0)));
}

TEST(Crosstab, WhyThereIsNoTest) {
  const std::vector<std::pair<std::string, Answers>> two = {{"A", net(10, 10, 20)},
                                                            {"B", net(20, 10, 10)}};
  EXPECT_EQ(Table(two).of(nps_plan(), {false, true, 5})->why, "designed");
  EXPECT_EQ(Table({two[0]}).of(nps_plan())->why, "one_segment");
  EXPECT_EQ(Table({{"A", net(0, 0, 9)}, {"B", net(0, 0, 9)}}).of(nps_plan())->why, "one_answer");
  const auto several = Table({{"A", options({{"x", 30}, {"y", 25}}, 40)},
                              {"B", options({{"y", 30}, {"x", 5}}, 40)}})
                           .of(choice_plan(";"));
  EXPECT_EQ(several->why, "several_answers");
  EXPECT_FALSE(several->chi_squared);
  EXPECT_THAT(several->answers, ElementsAre("y", "x"));
  EXPECT_DOUBLE_EQ(several->segments[0].percent(1), 75) << "of people, not of ticks";
  EXPECT_FALSE(Table({{"A", Answers{}}}).of(nps_plan())) << "nobody answered";
}

TEST(Crosstab, HiddenSegmentsAreInNoColumnAndNoTotal) {
  Table table({{"A", options({{"Yes", 30}, {"No", 20}})},
               {"B", options({{"No", 30}, {"Yes", 20}})},
               {"C", options({{"Yes", 3}, {"Secret", 1}})},
               {"D", options({{"No", 4}, {"Yes", 3}})}});
  table.hidden[3] = table.hidden[4] = true;
  const auto found = table.of(choice_plan(), {false, false, 5});
  ASSERT_TRUE(found);
  EXPECT_THAT(names(*found), ElementsAre("A", "B"));
  EXPECT_EQ(found->left_out, 2u);
  EXPECT_EQ(found->total.n, 100u);
  EXPECT_THAT(found->answers, ElementsAre("No", "Yes")) << "an answer of hidden people only has no row";
  EXPECT_NEAR(*found->chi_squared, 4, 1e-12) << "of what is shown";
}

TEST(Crosstab, SegmentsThatAnsweredAlikeGoAndTakeAnotherWithThem) {
  const std::vector<std::pair<std::string, Answers>> segments = {
      {"A", options({{"Yes", 30}, {"No", 20}})},
      {"B", options({{"No", 30}, {"Yes", 20}})},
      {"C", options({{"Yes", 12}})},
      {"D", options({{"Yes", 8}, {"No", 6}})}};
  const auto shown = Table(segments).of(choice_plan(), {false, false, 5});
  EXPECT_THAT(names(*shown), ElementsAre("A", "B"))
      << "all answers less A, B and D would leave those of C";
  EXPECT_EQ(shown->left_out, 2u);
  const auto customers = Table(segments).of(choice_plan());
  EXPECT_THAT(names(*customers), ElementsAre("A", "B", "C", "D"));
  EXPECT_EQ(customers->left_out, 0u);
}

TEST(Crosstab, TwoAlikeOfOneAnswerAreNoCoverForEachOther) {
  const auto table = Table({{"A", options({{"Yes", 30}, {"No", 20}})},
                            {"B", options({{"No", 30}, {"Yes", 20}})},
                            {"C", options({{"Yes", 12}})},
                            {"D", options({{"Yes", 8}})},
                            {"E", options({{"Yes", 18}, {"No", 16}})}})
                         .of(choice_plan(), {false, false, 5});
  EXPECT_THAT(names(*table), ElementsAre("A", "B")) << "C and D together are all Yes";
  EXPECT_EQ(table->left_out, 3u);
}

TEST(Crosstab, WhoToldNoSegmentStandsApart) {
  Table table({{"A", options({{"Yes", 30}, {"No", 20}})},
               {"B", options({{"No", 30}, {"Yes", 20}})},
               {"", options({{"Yes", 9}, {"No", 1}})}});
  const auto shown = table.of(choice_plan(), {false, false, 5});
  ASSERT_TRUE(shown->no_answer);
  EXPECT_EQ(shown->no_answer->n, 10u);
  EXPECT_EQ(shown->total.n, 100u);
  EXPECT_NEAR(*shown->chi_squared, 4, 1e-12);
  table.hidden[3] = true;
  const auto hidden = table.of(choice_plan(), {false, false, 5});
  EXPECT_FALSE(hidden->no_answer);
  EXPECT_EQ(hidden->left_out, 2u) << "alone it could be had by subtraction";
}

TEST(Crosstab, HolmOverTheTablesOfOneColumn) {
  const auto with = [](double p, uint32_t by) {
    Crosstab one;
    one.by = by;
    one.p = p;
    return one;
  };
  std::vector<Crosstab> tables = {with(0.03, 1), with(0.03, 2), with(0.01, 1), Crosstab{}};
  tables[3].by = 1;
  judge_crosstabs(tables, 0.95);
  EXPECT_DOUBLE_EQ(*tables[0].p_adjusted, 0.03);
  EXPECT_DOUBLE_EQ(*tables[1].p_adjusted, 0.03);
  EXPECT_DOUBLE_EQ(*tables[2].p_adjusted, 0.02) << "what has no test is no member";
  EXPECT_EQ(tables[2].verdict, "clear");
  EXPECT_FALSE(tables[3].p_adjusted);
  EXPECT_EQ(tables[3].verdict, "no_verdict");
  judge_crosstabs(tables, 0.99);
  EXPECT_EQ(tables[0].verdict, "not_clear");
}

}  // namespace
}  // namespace topline
