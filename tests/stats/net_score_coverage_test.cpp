// SPDX-License-Identifier: Apache-2.0

// Exact coverage of the 95 % intervals: every trinomial sample of n, its probability, and whether
// its interval holds the true score.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "core/stats/net_score.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

struct Coverage {
  double score = 0, wald = 0, adjusted_wald = 0;
};

Coverage exact_coverage(int n, double detractors, double passives, double promoters) {
  std::vector<double> log_factorial(static_cast<size_t>(n) + 1, 0);
  for (size_t i = 1; i < log_factorial.size(); ++i) {
    log_factorial[i] = log_factorial[i - 1] + std::log(static_cast<double>(i));
  }
  const double truth = promoters - detractors;
  const auto holds = [&](const Interval& interval) {
    return interval.low <= truth + 1e-12 && truth <= interval.high + 1e-12;
  };
  Coverage covered;
  for (int b = 0; b <= n; ++b) {
    for (int c = 0; b + c <= n; ++c) {
      const int p = n - b - c;
      const double probability =
          std::exp(log_factorial[static_cast<size_t>(n)] - log_factorial[static_cast<size_t>(b)] -
                   log_factorial[static_cast<size_t>(p)] - log_factorial[static_cast<size_t>(c)] +
                   b * std::log(detractors) + p * std::log(passives) + c * std::log(promoters));
      const NetCounts counts{double(b), double(p), double(c)};
      if (holds(net_score_tango(counts, 0.95))) covered.score += probability;
      if (holds(net_score_wald(counts, 0.95))) covered.wald += probability;
      if (holds(net_score_adjusted_wald(counts, 0.95))) covered.adjusted_wald += probability;
    }
  }
  return covered;
}

TEST(NetScoreCoverage, WaldFailsOnASmallStrongSample) {
  const Coverage coverage = exact_coverage(5, 0.05, 0.15, 0.80);
  EXPECT_NEAR(coverage.wald, 0.6648, 0.00005);
  EXPECT_GT(coverage.score, 0.92);
}

TEST(NetScoreCoverage, ScoreStaysNearItsLevelInAllCells) {
  READ_ORACLE_OR_SKIP(oracle, "nps_ci_exact_coverage.json");
  Agreement score, wald, adjusted;
  for (const auto& cell : oracle) {
    const std::string scenario = cell.at("scenario");
    int detractors = 0, passives = 0, promoters = 0;
    ASSERT_EQ(std::sscanf(scenario.c_str(), "%*[^(](%d,%d,%d)", &detractors, &passives, &promoters),
              3);
    const Coverage coverage =
        exact_coverage(cell.at("n"), detractors / 100.0, passives / 100.0, promoters / 100.0);
    EXPECT_GE(coverage.score, 0.92) << cell;
    EXPECT_LE(coverage.score, 0.98) << cell;
    score.add(coverage.score, cell.at("score"));
    wald.add(coverage.wald, cell.at("wald"));
    adjusted.add(coverage.adjusted_wald, cell.at("adj_wald"));
  }
  EXPECT_AGREES(score, 30, 0.000051);  // the file holds four digits
  EXPECT_AGREES(wald, 30, 0.000051);
  EXPECT_AGREES(adjusted, 30, 0.000051);
}

}  // namespace
}  // namespace topline::stats
