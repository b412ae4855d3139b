// SPDX-License-Identifier: Apache-2.0
#include "core/measure/measures.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

Answers answers(const std::vector<std::pair<double, uint64_t>>& scores) {
  Answers result;
  for (const auto& [score, n] : scores) {
    result.scores.push_back({score, n, static_cast<double>(n), static_cast<double>(n)});
    result.n += n;
  }
  return result;
}

TEST(MeasureNps, ThreePassiveThreeDetractorsFivePromoters) {
  const Measure nps = measure_nps(MeasureId::nps, answers({{0, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 2}, {9, 2}, {10, 3}}), {});
  EXPECT_NEAR(*nps.value, 200.0 / 11, 1e-12);
  EXPECT_NEAR(*nps.se, 25.1, 0.05);
  EXPECT_NEAR(nps.interval->low, -30.6, 0.05);
  EXPECT_NEAR(nps.interval->high, 58.8, 0.05);
  EXPECT_EQ(nps.notes, std::vector<std::string>{"low_base"});
  EXPECT_EQ(nps.distribution.size(), 11u);
}

TEST(MeasureNps, ZeroIsAnAnswerAndNobodyIsNoScore) {
  EXPECT_EQ(*measure_nps(MeasureId::nps, answers({{0, 40}}), {}).value, -100);
  const Measure none = measure_nps(MeasureId::nps, answers({}), {});
  EXPECT_FALSE(none.value.has_value());
  EXPECT_EQ(none.why, "no_answers");
}

TEST(MeasureNps, WithWeightsByHand) {
  // One promoter of weight 3, one detractor of weight 1: (3 − 1) ÷ 4.
  Answers two;
  two.scores = {{2, 1, 1, 1}, {10, 1, 3, 9}};
  two.n = 2;
  MeasureContext context;
  context.weighted = true;
  context.design_n = 2;
  const Measure nps = measure_nps(MeasureId::nps, two, context);
  EXPECT_NEAR(*nps.value, 50, 1e-12);
  // u = w(z − z̄)/Σw: −1.5/4 and 1.5/4; √(2·2·(1.5/4)²) = 0.75.
  EXPECT_NEAR(*nps.se, 75, 1e-9);
  EXPECT_EQ(*nps.n, 2u) << "the base is people, not weights";
}

TEST(MeasureCsat, BoxAndWilson) {
  const Measure csat = measure_box(MeasureId::csat, answers({{1, 1}, {3, 3}, {4, 4}, {5, 3}}), {1, 5}, {4, 5}, {});
  EXPECT_NEAR(*csat.value, 700.0 / 11, 1e-12);
  EXPECT_EQ(csat.box, "4-5 of 5");
  // (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n) with p = 7/11, n = 11, z = 1.959964
  EXPECT_NEAR(csat.interval->low, 35.3801174508, 1e-9);
  EXPECT_NEAR(csat.interval->high, 84.8335289046, 1e-9);
  EXPECT_EQ(measure_box(MeasureId::csat, answers({{3, 1}}), {1, 3}, {3, 3}, {}).box, "3 of 3");
}

TEST(MeasureCes, TheBoxOfThoseForWhomItWasEasy) {
  const Scale seven{1, 7};
  const Measure ces = measure_box(MeasureId::ces, answers({{1, 2}, {4, 2}, {5, 3}, {7, 3}}), seven,
                                  *easy_box(seven), {});
  EXPECT_EQ(*ces.value, 60);
  EXPECT_EQ(ces.box, "5-7 of 7");
  EXPECT_FALSE(easy_box({1, 10}));
}

TEST(MeasureMean, StudentsInterval) {
  const Measure mean = measure_mean(MeasureId::rating_mean, answers({{2, 1}, {4, 2}, {5, 1}}), {1, 5}, {});
  EXPECT_NEAR(*mean.value, 3.75, 1e-12);
  // 3.75 ± t(3, 0.975) · s/√4 with t = 3.182446305284 and s = 1.258305739
  EXPECT_NEAR(mean.interval->low, 1.7477547747, 1e-9);
  EXPECT_NEAR(mean.interval->high, 5.7522452253, 1e-9);
  EXPECT_FALSE(measure_mean(MeasureId::rating_mean, answers({{2, 1}}), {1, 5}, {}).interval.has_value())
      << "one answer has no spread";
}

TEST(MeasureShares, OfThoseWhoAnswered) {
  Answers choice;
  choice.options = {{"Search", 30, 30, 30}, {"Reports", 10, 10, 10}};
  choice.n = 40;
  choice.sum_w = choice.sum_w2 = 40;
  const auto shares = measure_shares(choice, {});
  ASSERT_EQ(shares.size(), 2u);
  EXPECT_EQ(shares[0].option, "Search");
  EXPECT_EQ(*shares[0].value, 75);
  EXPECT_EQ(*shares[1].value, 25);
  EXPECT_EQ(shares[1].interval->method, "wilson");
}

TEST(MeasureShares, OfAMultipleChoiceGoOverAHundred) {
  Answers choice;
  choice.options = {{"Search", 30, 30, 30}, {"Reports", 20, 20, 20}};
  choice.n = 40;
  choice.sum_w = choice.sum_w2 = 40;
  const auto shares = measure_shares(choice, {});
  EXPECT_EQ(*shares[0].value, 75);
  EXPECT_EQ(*shares[1].value, 50);
}

TEST(Catalogue, EveryEntryIsWhole) {
  for (const MeasureInfo& info : catalogue()) {
    EXPECT_EQ(&measure_info(info.id), &info);
    EXPECT_EQ(find_measure(info.name), info.id);
    for (std::string_view text : {info.english, info.chinese, info.formula, info.source, info.table}) {
      EXPECT_FALSE(text.empty()) << info.name;
    }
  }
  EXPECT_FALSE(find_measure("no such measure").has_value());
}

TEST(NaturalLess, NumbersByValueAndNoAnswerLast) {
  EXPECT_TRUE(natural_less("Wave 2", "Wave 10"));
  EXPECT_FALSE(natural_less("Wave 10", "Wave 2"));
  EXPECT_TRUE(natural_less("2026-Q1", "2026-Q2"));
  EXPECT_TRUE(natural_less("Sales", ""));
  EXPECT_FALSE(natural_less("", "Sales"));
  EXPECT_TRUE(natural_less("01", "1") != natural_less("1", "01")) << "a strict order";
}

}  // namespace
}  // namespace topline
