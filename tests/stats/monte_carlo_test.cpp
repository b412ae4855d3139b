// SPDX-License-Identifier: Apache-2.0
#include "core/stats/monte_carlo.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace topline::stats {
namespace {

using Inputs = std::vector<UncertainInput>;

double itself(std::span<const double> x) { return x[0]; }

// P(X <= x) of the triangle, by its areas.
double triangular_cdf(const UncertainInput& t, double x) {
  if (x <= t.mode) return (x - t.low) * (x - t.low) / ((t.high - t.low) * (t.mode - t.low));
  return 1 - (t.high - x) * (t.high - x) / ((t.high - t.low) * (t.high - t.mode));
}

TEST(MonteCarlo, TriangularQuantileInvertsTheAreas) {
  const UncertainInput triangle{"", 0, 2, 8};
  EXPECT_EQ(triangular_quantile(triangle, 0), 0);
  EXPECT_EQ(triangular_quantile(triangle, 0.25), 2);        // the mode, at 2/8
  EXPECT_EQ(triangular_quantile(triangle, 0.0625), 1);      // 1 / (8·2)
  EXPECT_EQ(triangular_quantile(triangle, 1 - 0.1875), 5);  // 9 / (8·6)
  EXPECT_EQ(triangular_quantile(triangle, 1), 8);
  for (const UncertainInput& t : {triangle, UncertainInput{"", -5, -5, 3},
                                  UncertainInput{"", 1, 4, 4}, UncertainInput{"", -3, 0.5, 1e6}}) {
    for (double u = 0.001; u < 1; u += 0.001) {
      const double x = triangular_quantile(t, u);
      ASSERT_TRUE(x >= t.low && x <= t.high);
      ASSERT_NEAR(triangular_cdf(t, x), u, 1e-12);
    }
  }
  EXPECT_EQ(triangular_quantile({"", 4, 4, 4}, 0.7), 4);
}

TEST(MonteCarlo, ComesToTheTrianglesOwnFigures) {
  const UncertainInput t{"gain", -2, 1, 10};
  const Simulation s = simulate(Inputs{t}, itself, 200000, 7).value();
  EXPECT_EQ(s.draws, 200000u);
  EXPECT_EQ(s.undefined, 0u);
  // Four standard errors: sd = √((a² + b² + c² − ab − ac − bc) / 18) = 2.55.
  EXPECT_NEAR(s.mean, 3, 4 * 2.55 / std::sqrt(2e5));
  EXPECT_NEAR(s.below_zero, triangular_cdf(t, 0), 4 * 0.5 / std::sqrt(2e5));
  EXPECT_NEAR(triangular_cdf(t, s.p10), 0.1, 4 * 0.3 / std::sqrt(2e5));
  EXPECT_NEAR(triangular_cdf(t, s.p50), 0.5, 4 * 0.5 / std::sqrt(2e5));
  EXPECT_NEAR(triangular_cdf(t, s.p90), 0.9, 4 * 0.3 / std::sqrt(2e5));
}

TEST(MonteCarlo, InputsAreDrawnApart) {
  // Of two like inputs, one is below the other half of the time, and the sum's variance is twice.
  const Inputs two = {{"a", 0, 1, 2}, {"b", 0, 1, 2}};
  const auto less = [](std::span<const double> x) { return x[0] - x[1]; };
  EXPECT_NEAR(simulate(two, less, 100000, 1)->below_zero, 0.5, 4 * 0.5 / std::sqrt(1e5));
  const auto product = [](std::span<const double> x) { return (x[0] - 1) * (x[1] - 1); };
  EXPECT_NEAR(simulate(two, product, 100000, 1)->mean, 0, 4 * (1.0 / 6) / std::sqrt(1e5));
}

TEST(MonteCarlo, SeededToTheBit) {
  const Inputs inputs = {{"a", -1, 0, 1}, {"b", 2, 3, 9}};
  const auto outcome = [](std::span<const double> x) { return x[0] * x[1]; };
  const Simulation a = simulate(inputs, outcome, 999, 5).value();
  const Simulation b = simulate(inputs, outcome, 999, 5).value();
  const Simulation c = simulate(inputs, outcome, 999, 6).value();
  EXPECT_EQ(a.mean, b.mean);
  EXPECT_EQ(a.p90, b.p90);
  EXPECT_NE(a.mean, c.mean);
  // The first draws of a longer run are those of a shorter one.
  std::vector<double> seen_short, seen_long;
  simulate(
      inputs, [&](auto x) { return seen_short.emplace_back(x[0]); }, 10, 5);
  simulate(
      inputs, [&](auto x) { return seen_long.emplace_back(x[0]); }, 20, 5);
  seen_long.resize(10);
  EXPECT_EQ(seen_short, seen_long);
}

TEST(MonteCarlo, KnownInputsHaveNoSpread) {
  const Simulation s = simulate(Inputs{{"a", -3, -3, -3}}, itself, 100, 1).value();
  EXPECT_EQ(s.below_zero, 1);
  EXPECT_EQ(s.mean, -3);
  EXPECT_EQ(s.p10, -3);
  EXPECT_EQ(s.p90, -3);
  // Zero is no loss.
  EXPECT_EQ(simulate(Inputs{{"a", 0, 0, 0}}, itself, 100, 1)->below_zero, 0);
}

TEST(MonteCarlo, UndefinedOutcomesAreCountedAndLeftOut) {
  const Inputs inputs = {{"a", -1, 0, 1}};
  const auto root = [](std::span<const double> x) { return std::sqrt(x[0]); };
  const Simulation s = simulate(inputs, root, 10000, 1).value();
  EXPECT_NEAR(static_cast<double>(s.undefined), 5000, 200);
  EXPECT_EQ(s.below_zero, 0);
  EXPECT_GT(s.p10, 0);
  const auto never = [](std::span<const double>) { return std::nan(""); };
  const Simulation none = simulate(inputs, never, 10, 1).value();
  EXPECT_EQ(none.undefined, 10u);
  EXPECT_TRUE(std::isnan(none.mean) && std::isnan(none.below_zero) && std::isnan(none.p50));
  EXPECT_TRUE(std::isnan(simulate(inputs, itself, 0, 1)->mean));
}

TEST(MonteCarlo, RefusesARangeThatIsNone) {
  EXPECT_FALSE(simulate(Inputs{{"a", 2, 1, 3}}, itself, 10, 1).has_value());
  EXPECT_FALSE(simulate(Inputs{{"a", 1, 4, 3}}, itself, 10, 1).has_value());
  EXPECT_FALSE(simulate(Inputs{{"a", 1, std::nan(""), 3}}, itself, 10, 1).has_value());
}

}  // namespace
}  // namespace topline::stats
