// SPDX-License-Identifier: Apache-2.0
#include "core/stats/product_decomposition.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/stats/random.h"
#include "tests/stats/close.h"

namespace topline::stats {
namespace {

TEST(ProductDecomposition, SalesAsR) {
  // 300 buyers × 4 purchases × 200 become 330 × 3.8 × 215; R: L(V1, V0) * log(x1 / x0)
  const ProductDecomposition got =
      product_decomposition(std::vector<double>{300, 4, 200}, std::vector<double>{330, 3.8, 215});
  EXPECT_TRUE(is_close(got.before, 240000));
  EXPECT_TRUE(is_close(got.after, 269610));
  ASSERT_EQ(got.parts.size(), 3u);
  EXPECT_TRUE(is_close(got.parts[0], 24258.1565184057));
  EXPECT_TRUE(is_close(got.parts[1], -13055.0667950938));
  EXPECT_TRUE(is_close(got.parts[2], 18406.9102766881));
}

TEST(ProductDecomposition, PartsSumToTheChange) {
  Random random(42);
  for (int round = 0; round < 300; ++round) {
    std::vector<double> before, after;
    const double closeness = std::pow(10.0, -0.05 * round);  // down to 1e-15
    for (int i = 0; i < 3; ++i) {
      before.push_back(std::exp(3 * random.normal()));
      after.push_back(before.back() * std::exp(closeness * random.normal()));
    }
    const ProductDecomposition got = product_decomposition(before, after);
    EXPECT_NEAR((got.parts[0] + got.parts[1] + got.parts[2] + got.before) / got.after, 1, 1e-14);
  }
}

TEST(LogarithmicMean, BetweenItsArgumentsAtAnyDistance) {
  EXPECT_EQ(logarithmic_mean(7, 7), 7);
  EXPECT_TRUE(is_close(logarithmic_mean(1, std::exp(1)), std::exp(1) - 1, 1e-15));
  EXPECT_TRUE(is_close(logarithmic_mean(1e-20, 1), 1 / (20 * std::log(10)), 1e-15));
  EXPECT_TRUE(is_close(logarithmic_mean(1, 1 + 1e-12), 1 + 0.5e-12, 1e-15));
  for (const double bad : {0.0, -1.0, static_cast<double>(NAN)}) {
    EXPECT_TRUE(std::isnan(logarithmic_mean(bad, 1)) && std::isnan(logarithmic_mean(1, bad)));
  }
}

TEST(ProductDecomposition, WithoutLogarithm) {
  const ProductDecomposition got =
      product_decomposition(std::vector<double>{0, 4}, std::vector<double>{3, 5});
  EXPECT_EQ(got.before, 0);
  EXPECT_EQ(got.after, 15);
  EXPECT_TRUE(std::isnan(got.parts.at(0)) && std::isnan(got.parts.at(1)));
  const ProductDecomposition same =
      product_decomposition(std::vector<double>{3, 4}, std::vector<double>{3, 4});
  EXPECT_EQ(same.parts, (std::vector<double>{0, 0}));
}

}  // namespace
}  // namespace topline::stats
