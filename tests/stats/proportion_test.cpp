// SPDX-License-Identifier: Apache-2.0
#include "core/stats/proportion.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/finite_population.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

TEST(Wilson, KnownPointsAndEdges) {
  // Newcombe 1998, Statistics in Medicine 17:857, table I: 81 of 263, method 3.
  const Interval published = wilson(81.0 / 263, 263, 0.95);
  EXPECT_NEAR(published.low, 0.2553, 0.00005);
  EXPECT_NEAR(published.high, 0.3662, 0.00005);
  EXPECT_EQ(wilson(0, 10, 0.95).low, 0);
  EXPECT_EQ(wilson(1, 10, 0.95).high, 1);
  EXPECT_EQ(wilson(0.3, 10, 0), (Interval{0.3, 0.3}));
  EXPECT_EQ(wilson(0.3, 10, 1), (Interval{0, 1}));
  for (const auto& [p, n] :
       {std::pair{0.5, 0.0}, {-0.1, 5.0}, {1.1, 5.0}, {NAN, 5.0}, {0.5, NAN}}) {
    EXPECT_TRUE(std::isnan(wilson(p, n, 0.95).low) && std::isnan(wald_proportion(p, n, 0.95).low));
  }
  EXPECT_EQ(wald_proportion(0.01, 10, 0.95).low, 0);
  EXPECT_LT(wilson(0.4, 12.5, 0.95).high, wilson(0.4, 12.4, 0.95).high);
}

TEST(Wilson, Oracle) {
  READ_ORACLE_OR_SKIP(oracle, "r_stats_oracle.json");
  Agreement wilson_ends, wald_ends;
  for (const auto& entry : oracle.at("proportions")) {
    if (!entry.contains("wilson")) continue;
    const double x = entry.at("x"), n = entry.at("n");
    wilson_ends.add(wilson(x / n, n, 0.95), entry.at("wilson"));
    const Interval spread = wald_proportion(x / n, n, 0.95);
    const auto& wald = entry.at("wald");
    wald_ends.add(spread.low, std::max(0.0, wald.at(0).get<double>()));
    wald_ends.add(spread.high, std::min(1.0, wald.at(1).get<double>()));
  }
  EXPECT_GT(wilson_ends.compared(), 0);
  EXPECT_AGREES(wilson_ends, wald_ends.compared(), 1e-14);
  EXPECT_AGREES(wald_ends, wilson_ends.compared(), 1e-14);
}

TEST(FinitePopulation, GrowsToACensus) {
  EXPECT_DOUBLE_EQ(finite_population_n(50, 101), 50.0 * 100 / 51);
  EXPECT_EQ(finite_population_n(101, 101), std::numeric_limits<double>::infinity());
  EXPECT_NEAR(finite_population_n(50, 1e15), 50, 1e-10);
}

}  // namespace
}  // namespace topline::stats
