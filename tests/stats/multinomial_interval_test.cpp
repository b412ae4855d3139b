// SPDX-License-Identifier: Apache-2.0
#include "core/stats/multinomial_interval.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/stats/close.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

TEST(MultinomialIntervalOracle, GoodmanAndSisonGlaz) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  Agreement by_goodman, by_sison_glaz;
  for (const auto& entry : oracle.at("multinomial_ci")) {
    const std::vector<double> counts = entry.at("counts").get<std::vector<double>>();
    const std::vector<Interval> g = goodman(counts, 0.95), s = sison_glaz(counts, 0.95);
    ASSERT_EQ(g.size(), counts.size());
    ASSERT_EQ(s.size(), counts.size());
    for (size_t i = 0; i < counts.size(); ++i) {
      by_goodman.add(g[i], entry.at("goodman").at(i));
      by_sison_glaz.add(s[i], entry.at("sison_glaz").at(i));
    }
  }
  EXPECT_AGREES(by_goodman, 32, 1e-13);
  EXPECT_AGREES(by_sison_glaz, 32, 1e-11);
}

TEST(MultinomialInterval, EmptyCategoriesAndEdges) {
  const std::vector<double> counts = {0, 12, 30};
  const std::vector<Interval> g = goodman(counts, 0.95), s = sison_glaz(counts, 0.95);
  EXPECT_EQ(g[0].low, 0);
  EXPECT_GT(g[0].high, 0);
  EXPECT_EQ(s[0].low, 0);
  EXPECT_GT(s[0].high, 0);
  for (const std::vector<double>& nothing :
       {std::vector<double>{}, std::vector<double>{5}, std::vector<double>{0, 0}}) {
    for (const Interval& interval : goodman(nothing, 0.95)) EXPECT_TRUE(std::isnan(interval.low));
    for (const Interval& interval : sison_glaz(nothing, 0.95)) {
      EXPECT_TRUE(std::isnan(interval.high));
    }
  }
  const std::vector<double> unanimous = {0, 9};
  EXPECT_EQ(goodman(unanimous, 0.95)[1].high, 1);
  EXPECT_TRUE(std::isnan(sison_glaz(unanimous, 0.95)[1].low));
  EXPECT_TRUE(std::isnan(goodman(counts, 1.5)[0].low));
}

}  // namespace
}  // namespace topline::stats
