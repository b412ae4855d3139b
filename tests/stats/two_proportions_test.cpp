// SPDX-License-Identifier: Apache-2.0
#include "core/stats/two_proportions.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/stats/close.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

TEST(TwoProportionsOracle, NewcombeChiSquaredAndFisher) {
  READ_ORACLE_OR_SKIP(oracle, "r_stats_oracle.json");
  Agreement intervals, tests;
  for (const auto& entry : oracle.at("two_proportions")) {
    const HitCounts a{entry.at("x1"), entry.at("n1")}, b{entry.at("x2"), entry.at("n2")};
    intervals.add(newcombe(a, b, 0.95), entry.at("newcombe"));
    const ProportionTest test = n_minus_1_chi_squared(a, b);
    if (entry.at("Nminus1_chisq").is_null()) {
      EXPECT_TRUE(std::isnan(test.chi_squared) && std::isnan(test.p));
    } else {
      tests.add(test.chi_squared / entry.at("Nminus1_chisq").get<double>(), 1);
      tests.add(test.p / entry.at("p_Nminus1").get<double>(), 1);
    }
    const double fisher =
        fisher_exact_p(entry.at("x1"), entry.at("n1"), entry.at("x2"), entry.at("n2"));
    tests.add(fisher / entry.at("p_fisher").get<double>(), 1);
  }
  EXPECT_AGREES(intervals, 10, 1e-14);
  EXPECT_AGREES(tests, 13, 1e-11);  // the file's p of χ² = 19 is 1 − pchisq, with 12 digits left
}

// R: fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2, byrow = TRUE))$p.value. R's own sums of
// logarithms keep some 11 digits with large tables.
TEST(Fisher, AsR) {
  EXPECT_TRUE(is_close(fisher_exact_p(3, 15, 9, 12), 0.00713569943614365));
  EXPECT_TRUE(is_close(fisher_exact_p(2, 25, 11, 30), 0.0234578441087674));
  EXPECT_TRUE(is_close(fisher_exact_p(0, 5, 5, 5), 0.00793650793650794));
  EXPECT_TRUE(is_close(fisher_exact_p(1, 1000, 9, 1200), 0.0263486608874409));
  EXPECT_TRUE(is_close(fisher_exact_p(400, 1000, 500, 1000), 8.45371967448564e-06));
  EXPECT_EQ(fisher_exact_p(7, 9, 7, 9), 1);
  EXPECT_TRUE(is_close(fisher_exact_p(1, 20, 0, 30), 0.4));
  EXPECT_TRUE(is_close(fisher_exact_p(5000, 20000, 4000, 20000), 5.01510337298706e-33));
}

TEST(Fisher, EitherOrderAndEdges) {
  for (uint64_t a = 0; a <= 12; ++a) {
    const double p = fisher_exact_p(a, 12, 5, 17);
    EXPECT_TRUE(is_close(fisher_exact_p(5, 17, a, 12), p, 1e-13)) << a;
    EXPECT_TRUE(is_close(fisher_exact_p(12 - a, 12, 12, 17), p, 1e-13)) << a;
  }
  EXPECT_EQ(fisher_exact_p(0, 0, 3, 5), 1);
  EXPECT_EQ(fisher_exact_p(0, 10, 0, 20), 1);
  EXPECT_TRUE(std::isnan(fisher_exact_p(6, 5, 0, 5)));
}

TEST(TwoProportions, Edges) {
  EXPECT_TRUE(std::isnan(newcombe({0, 0}, {1, 2}, 0.95).low));
  EXPECT_TRUE(std::isnan(newcombe({3, 2}, {1, 2}, 0.95).high));
  EXPECT_TRUE(std::isnan(n_minus_1_chi_squared({5, 5}, {7, 7}).p));
  EXPECT_TRUE(std::isnan(n_minus_1_chi_squared({0, 0}, {1, 2}).p));
  EXPECT_EQ(n_minus_1_chi_squared({5, 10}, {10, 20}).p, 1);
  const Interval forth = newcombe({9, 10}, {3, 10}, 0.9), back = newcombe({3, 10}, {9, 10}, 0.9);
  EXPECT_EQ(forth.low, -back.high);
  EXPECT_EQ(forth.high, -back.low);
}

}  // namespace
}  // namespace topline::stats
