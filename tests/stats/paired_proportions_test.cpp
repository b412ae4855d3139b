// SPDX-License-Identifier: Apache-2.0
#include "core/stats/paired_proportions.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/stats/close.h"

namespace topline::stats {
namespace {

// R: mcnemar.test(matrix(c(yes_yes, left, came, no_no), 2), correct = FALSE)$p.value
TEST(PairedProportions, McNemarAsR) {
  EXPECT_TRUE(is_close(paired_proportions(345, 213, 4732, 0.95).p, 2.29692255044721e-08));
  EXPECT_TRUE(is_close(paired_proportions(31, 12, 148, 0.95).p, 0.00376182313279437));
  EXPECT_FALSE(paired_proportions(31, 12, 148, 0.95).exact);
}

// R: binom.test(came, came + left)$p.value
TEST(PairedProportions, FewChangesAsRsBinomial) {
  EXPECT_EQ(paired_proportions(3, 9, 40, 0.95).p, 0.14599609375);
  EXPECT_TRUE(is_close(paired_proportions(22, 2, 40, 0.95).p, 3.58819961547851e-05));
  EXPECT_EQ(paired_proportions(0, 6, 6, 0.95).p, 0.03125);
  EXPECT_EQ(paired_proportions(10, 10, 20, 0.95).p, 1);
  EXPECT_EQ(paired_proportions(0, 0, 20, 0.95).p, 1);
  EXPECT_TRUE(paired_proportions(0, 0, 20, 0.95).exact);
}

// The interval holds 0 just where McNemar's χ² does not reject.
TEST(PairedProportions, IntervalAndTestAgree) {
  int rejected = 0, kept = 0;
  for (uint64_t n : {60u, 200u}) {
    for (uint64_t came = 0; came <= 40; ++came) {
      for (uint64_t left = 0; left <= 20; ++left) {
        const auto found = paired_proportions(came, left, n, 0.95);
        if (found.exact || std::abs(found.p - 0.05) < 1e-9) continue;
        const bool holds = found.interval.low <= 0 && found.interval.high >= 0;
        EXPECT_EQ(holds, found.p > 0.05) << came << " came, " << left << " left of " << n;
        ++(holds ? kept : rejected);
      }
    }
  }
  EXPECT_GT(rejected, 100);
  EXPECT_GT(kept, 100);
}

TEST(PairedProportions, DifferenceAndError) {
  const auto found = paired_proportions(30, 10, 100, 0.9);
  EXPECT_DOUBLE_EQ(found.difference, 0.2);
  EXPECT_DOUBLE_EQ(found.standard_error, std::sqrt((0.4 - 0.04) / 100));
  const auto turned = paired_proportions(10, 30, 100, 0.9);
  EXPECT_NEAR(turned.interval.low, -found.interval.high, 1e-12);
  EXPECT_NEAR(turned.interval.high, -found.interval.low, 1e-12);
  EXPECT_TRUE(std::isnan(paired_proportions(0, 0, 0, 0.95).difference));
}

}  // namespace
}  // namespace topline::stats
