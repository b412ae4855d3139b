// SPDX-License-Identifier: Apache-2.0
#include "core/stats/rank_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/stats/normal.h"
#include "core/stats/random.h"
#include "tests/stats/close.h"
#include "tests/stats/oracle.h"
#include "tests/stats/synthetic_survey.h"

namespace topline::stats {
namespace {

using Counts = std::vector<ValueCount>;

Counts counted(const std::vector<double>& values) {
  Counts result;
  for (const double value : values) result.push_back({value, 1});
  return result;
}

Counts zero_to_ten(const std::vector<uint64_t>& counts) {
  Counts result;
  for (size_t i = 0; i < counts.size(); ++i) result.push_back({static_cast<double>(i), counts[i]});
  return result;
}

const Counts kScoresA = zero_to_ten({3, 0, 2, 1, 4, 9, 6, 14, 22, 17, 12});
const Counts kScoresB = zero_to_ten({6, 2, 3, 3, 5, 12, 9, 16, 15, 8, 7});
const std::vector<double> kHoursA = {1.1,  32.5, 34.4, 16.3, 11,   52.5, 15.1, 85.6, 4.2,  1,
                                     19,   15.1, 37.5, 37.4, 24.3, 7,    13.6, 19.3, 10.5, 18.4,
                                     48.1, 12.8, 8,    8.9,  11.1, 5.2,  9,    24.9, 33.9, 37.8};
const std::vector<double> kHoursB = {30.9, 34.3, 1, 64.6, 11.9, 41,   102.7, 8.4,  4.3, 18.6,
                                     59.6, 21.4, 2, 27.2, 13.3, 31.4, 16.7,  53.5, 8.1, 83.9};

// Truth: R 4.2.2, wilcox.test(x, y, exact = FALSE, conf.int = TRUE, conf.level = ...). R finds the
// shift and its interval to 1e-4 only.
constexpr double kRsRoot = 1e-4;

TEST(RankTest, AsR) {
  const std::vector<double> x = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
  const std::vector<double> y = {1.15, 0.88, 0.90, 0.74, 1.21};
  const RankTest small = rank_test(counted(x), counted(y), 0.95);
  EXPECT_EQ(small.w, 35);
  EXPECT_TRUE(is_close(small.p, 0.244623605126983));
  EXPECT_TRUE(is_close(small.shift, 0.305));  // median(outer(x, y, "-"))
  EXPECT_NEAR(small.interval.low, -0.150014837199084, kRsRoot);
  EXPECT_NEAR(small.interval.high, 0.759942765322294, kRsRoot);

  const RankTest hours = rank_test(counted(kHoursA), counted(kHoursB), 0.95);
  EXPECT_EQ(hours.w, 248.5);
  EXPECT_TRUE(is_close(hours.p, 0.312495771850831));
  EXPECT_NEAR(hours.interval.low, -18.5999537481595, kRsRoot);
  EXPECT_NEAR(hours.interval.high, 4.69997856817591, kRsRoot);
  const RankTest ninety = rank_test(counted(kHoursA), counted(kHoursB), 0.9);
  EXPECT_NEAR(ninety.interval.low, -16.2000493992146, kRsRoot);
  EXPECT_NEAR(ninety.interval.high, 3.00002880294368, kRsRoot);

  const RankTest apart = rank_test(counted({5, 6, 7, 8, 9, 10}), counted({1, 2, 3, 4}), 0.95);
  EXPECT_EQ(apart.w, 24);
  EXPECT_TRUE(is_close(apart.p, 0.0142140388690821));
  EXPECT_EQ(apart.shift, 5);
  EXPECT_NEAR(apart.interval.low, 2.00002059012173, kRsRoot);
  EXPECT_NEAR(apart.interval.high, 7.99997940987827, kRsRoot);
}

TEST(RankTest, ScoresWithManyTiesAsR) {
  const RankTest got = rank_test(kScoresA, kScoresB, 0.95);
  EXPECT_EQ(got.n1, 90);
  EXPECT_EQ(got.n2, 86);
  EXPECT_EQ(got.w, 4878.5);
  EXPECT_TRUE(is_close(got.p, 0.00256944221413923));
  EXPECT_EQ(got.shift, 1);
  EXPECT_EQ(got.interval, (Interval{0, 2}));                                  // R: 3.3e-5, 1.99992
  EXPECT_EQ(rank_test(kScoresA, kScoresB, 0.99).interval, (Interval{0, 2}));  // R: 1.3e-5, 1.99996
}

TEST(RankTestOracle, TwoWaves) {
  READ_ORACLE_OR_SKIP(oracle, "survey_design_oracle.json");
  Counts first, second;
  for (const ScoredRow& row : read_scored_rows()) {
    (row.wave == "2026Q1" ? first : second).push_back({row.score, 1});
  }
  const RankTest got = rank_test(first, second, 0.95);
  EXPECT_EQ(got.n1, 59);
  EXPECT_EQ(got.n2, 59);
  EXPECT_TRUE(is_close(got.p, oracle.at("wave").at("wilcox_p")));
}

// The same from the list of all differences, sorted.
TEST(RankTest, AgreesWithAllPairs) {
  Random random(31);
  for (int round = 0; round < 60; ++round) {
    std::vector<double> x, y;
    const size_t n = 1 + random.below(40), m = 1 + random.below(40);
    const bool ties = round % 2 == 0;
    const auto draw = [&] {
      return ties ? static_cast<double>(random.below(9)) - 4 : random.normal();
    };
    for (size_t i = 0; i < n; ++i) x.push_back(draw());
    for (size_t i = 0; i < m; ++i) y.push_back(draw());
    std::vector<double> differences;
    double w = 0;
    for (const double a : x) {
      for (const double b : y) {
        differences.push_back(a - b);
        w += a > b ? 1 : a == b ? 0.5 : 0;
      }
    }
    std::sort(differences.begin(), differences.end());
    const size_t pairs = differences.size();
    const RankTest got = rank_test(counted(x), counted(y), 0.9);
    EXPECT_EQ(got.w, w);
    EXPECT_NEAR(got.shift, (differences[(pairs - 1) / 2] + differences[pairs / 2]) / 2, 1e-15);
    const auto holds = [&](double d) {
      return std::binary_search(differences.begin(), differences.end(), d);
    };
    EXPECT_TRUE(holds(got.interval.low) && holds(got.interval.high));
    EXPECT_LE(got.interval.low, got.shift);
    EXPECT_GE(got.interval.high, got.shift);
    // Turned round, everything turns round.
    const RankTest back = rank_test(counted(y), counted(x), 0.9);
    EXPECT_EQ(back.p, got.p);
    EXPECT_EQ(back.interval.low, -got.interval.high);
    if (!ties) {
      // Without ties σ is known, and so is the place of the ends in the list.
      const double sigma =
          std::sqrt(static_cast<double>(pairs) * (static_cast<double>(n + m) + 1) / 12);
      const double place =
          std::ceil(static_cast<double>(pairs) / 2 - 0.5 - two_sided_z(0.9) * sigma);
      const size_t k = place < 1 ? 0 : static_cast<size_t>(place) - 1;
      EXPECT_EQ(got.interval.low, differences[k]);
      EXPECT_EQ(got.interval.high, differences[pairs - 1 - k]);
    }
  }
}

TEST(RankTest, AHundredThousandValuesEach) {
  Random random(32);
  Counts x, y;
  for (int i = 0; i < 100000; ++i) {
    x.push_back({random.normal() + 0.25, 1});
    y.push_back({random.normal(), 1});
  }
  const RankTest got = rank_test(x, y, 0.95);
  EXPECT_NEAR(got.shift, 0.25, 0.02);
  EXPECT_LT(got.interval.low, got.shift);
  EXPECT_GT(got.interval.high, got.shift);
  EXPECT_LT(got.interval.high - got.interval.low, 0.03);
}

TEST(RankTest, Edges) {
  const RankTest empty = rank_test({}, counted({1, 2}), 0.95);
  EXPECT_EQ(empty.n2, 2);
  EXPECT_TRUE(std::isnan(empty.w) && std::isnan(empty.p) && std::isnan(empty.shift));
  EXPECT_TRUE(std::isnan(empty.interval.low));
  const RankTest equal = rank_test(counted({2, 2}), counted({2, 2, 2}), 0.95);
  EXPECT_EQ(equal.w, 3);
  EXPECT_TRUE(std::isnan(equal.z) && std::isnan(equal.p));
  EXPECT_EQ(equal.shift, 0);
  const RankTest one = rank_test(counted({7}), counted({3}), 0.95);
  EXPECT_EQ(one.shift, 4);
  EXPECT_EQ(one.interval, (Interval{4, 4}));
}

}  // namespace
}  // namespace topline::stats
