// SPDX-License-Identifier: Apache-2.0
#include "core/stats/relative_weights.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/stats/random.h"
#include "tests/stats/columns.h"

namespace topline::stats {
namespace {

// Lindeman, Merenda and Gold's decomposition: each predictor's gain in R², averaged over all orders
// of entering. Exponential, and so an oracle only.
std::vector<double> lmg(const Covariance& all) {
  const size_t p = all.variables() - 1;
  std::vector<double> r_squared(size_t{1} << p);
  for (size_t set = 1; set < r_squared.size(); ++set) {
    std::vector<size_t> keep{0};
    for (size_t i = 0; i < p; ++i) {
      if (set >> i & 1) keep.push_back(i + 1);
    }
    Covariance part{all.n, {}, all.matrix.part(keep)};
    for (const size_t i : keep) part.mean.push_back(all.mean[i]);
    r_squared[set] = least_squares(part).r_squared;
  }
  std::vector<double> shares(p);
  for (size_t i = 0; i < p; ++i) {
    for (size_t set = 0; set < r_squared.size(); ++set) {
      if (set >> i & 1) continue;
      // |set|! (p − |set| − 1)! / p!
      const double size = double(__builtin_popcountll(set));
      const double orders = std::tgamma(size + 1) * std::tgamma(double(p) - size);
      shares[i] +=
          orders / std::tgamma(double(p) + 1) * (r_squared[set | size_t{1} << i] - r_squared[set]);
    }
  }
  return shares;
}

TEST(RelativeWeightsOracle, JohnsonAndLmg) {
  READ_ORACLE_OR_SKIP(oracle, "r_stats_oracle.json");
  Agreement johnson, orders, sums;
  for (const std::string name : {"swiss", "attitude"}) {
    const auto& expected = oracle.at("drivers_" + name);
    std::vector<std::string> names{expected.at("outcome")};
    for (const auto& [predictor, weight] : expected.at("johnson_rwa").items()) {
      names.push_back(predictor);
    }
    const Covariance all = covariance(Columns(name + ".csv").rows(names), names.size());
    const RelativeWeights got = relative_weights(all);
    ASSERT_EQ(got.problem, RegressionProblem::none);
    const std::vector<double> averaged = lmg(all);
    for (size_t i = 0; i < got.weights.size(); ++i) {
      johnson.add(got.weights[i] / expected.at("johnson_rwa").at(names[i + 1]).get<double>(), 1);
      orders.add(averaged[i] / expected.at("lmg").at(names[i + 1]).get<double>(), 1);
    }
    sums.add(got.r_squared, expected.at("R2"));
    sums.add(std::accumulate(got.weights.begin(), got.weights.end(), 0.0), got.r_squared);
    sums.add(least_squares(all).r_squared, got.r_squared);
  }
  EXPECT_AGREES(johnson, 11, 1e-12);
  EXPECT_AGREES(orders, 11, 1e-12);
  EXPECT_AGREES(sums, 6, 1e-14);
}

TEST(RelativeWeights, TwoPredictorsAreLmg) {
  Random random(2);
  for (int round = 0; round < 20; ++round) {
    std::vector<double> values;
    for (int i = 0; i < 40; ++i) {
      const double a = random.normal(), b = a * 0.7 + random.normal();
      values.insert(values.end(), {a + 2 * b + random.normal(), a, b});
    }
    const Covariance all = covariance(values, 3);
    const std::vector<double> weights = relative_weights(all).weights, shares = lmg(all);
    ASSERT_NEAR(weights[0], shares[0], 1e-14);
    ASSERT_NEAR(weights[1], shares[1], 1e-14);
  }
}

TEST(RelativeWeights, SaysWhatStandsInTheWay) {
  const RelativeWeights singular = relative_weights(
      covariance(std::vector<double>{1, 1, 2, 5, 2, 4, 3, 3, 6, 2, 4, 8, 9, 5, 10}, 3));
  EXPECT_EQ(singular.problem, RegressionProblem::collinear);
  EXPECT_EQ(singular.column, 2u);
  EXPECT_TRUE(singular.weights.empty());
}

// 400 rows: the outcome leans on a twice as much as on b, and not on c.
std::vector<double> leaning_rows() {
  Random random(31);
  std::vector<double> values;
  for (int i = 0; i < 400; ++i) {
    const double a = random.normal(), b = random.normal(), c = random.normal();
    values.insert(values.end(), {2 * a + b + random.normal(), a, b, c});
  }
  return values;
}

TEST(BootstrapRelativeWeights, SeededAndAboutTheEstimate) {
  const std::vector<double> values = leaning_rows();
  const std::vector<double> weights = relative_weights(covariance(values, 4)).weights;
  const RelativeWeightIntervals first = bootstrap_relative_weights(values, 4, 500, 7, 0.95);
  EXPECT_EQ(first.replicates, 500u);
  EXPECT_EQ(first.failed, 0u);
  ASSERT_EQ(first.intervals.size(), 3u);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_LT(first.intervals[i].low, weights[i]);
    EXPECT_GT(first.intervals[i].high, weights[i]);
  }
  EXPECT_GT(first.intervals[0].low, first.intervals[1].high);
  EXPECT_GT(first.intervals[1].low, first.intervals[2].high);
  EXPECT_EQ(bootstrap_relative_weights(values, 4, 500, 7, 0.95).intervals, first.intervals);
  EXPECT_NE(bootstrap_relative_weights(values, 4, 500, 8, 0.95).intervals, first.intervals);
  std::vector<double> gaps = values;  // an incomplete row changes nothing
  gaps.insert(gaps.begin() + 8, {1, std::nan(""), 2, 3});
  EXPECT_EQ(bootstrap_relative_weights(gaps, 4, 500, 7, 0.95).intervals, first.intervals);
}

TEST(BootstrapRelativeWeights, CountsReplicatesThatFail) {
  // One row alone tells b from nothing: a replicate without it has a constant column.
  std::vector<double> values;
  Random random(3);
  for (int i = 0; i < 12; ++i) {
    values.insert(values.end(), {random.normal(), random.normal(), i == 0 ? 1.0 : 0.0});
  }
  const RelativeWeightIntervals some = bootstrap_relative_weights(values, 3, 300, 1, 0.95);
  EXPECT_EQ(some.replicates + some.failed, 300u);
  EXPECT_NEAR(double(some.failed) / 300, std::pow(11.0 / 12, 12), 0.1);
  const RelativeWeightIntervals none =
      bootstrap_relative_weights(std::vector<double>{1, 2, 3, 4}, 2, 10, 1, 0.95);
  EXPECT_EQ(none.failed, 10u);
  EXPECT_TRUE(std::isnan(none.intervals.at(0).low));
  EXPECT_EQ(bootstrap_relative_weights({}, 2, 10, 1, 0.95).failed, 10u);
}

TEST(JackknifeRelativeWeights, AgreesWithTheBootstrapInSize) {
  const std::vector<double> values = leaning_rows();
  std::vector<CrossMoments> groups(41, CrossMoments(4));  // one stays empty
  for (size_t i = 0; i < 400; ++i) groups[i % 40].add(std::span(values).subspan(i * 4, 4));
  const RelativeWeightIntervals jackknife = jackknife_relative_weights(groups, 0.95);
  const RelativeWeightIntervals bootstrap = bootstrap_relative_weights(values, 4, 1000, 7, 0.95);
  EXPECT_EQ(jackknife.replicates, 40u);
  for (size_t i = 0; i < 2; ++i) {
    const auto width = [](const Interval& interval) { return interval.high - interval.low; };
    EXPECT_NEAR(width(jackknife.intervals[i]) / width(bootstrap.intervals[i]), 1, 0.3);
  }
  EXPECT_EQ(jackknife.intervals[2].low, 0);
}

TEST(JackknifeRelativeWeights, ByHand) {
  // One predictor: the weight is r². Groups of the rows 1-2, 3-4, 5-6.
  const std::vector<double> x{1, 2, 3, 4, 5, 6}, y{2, 1, 4, 3, 7, 5};
  std::vector<CrossMoments> groups(3, CrossMoments(2));
  for (size_t i = 0; i < 6; ++i) groups[i / 2].add(std::vector<double>{y[i], x[i]});
  const auto r_squared = [&](std::initializer_list<size_t> rows) {
    double n = 0, sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
    for (const size_t i : rows) {
      n += 1, sx += x[i], sy += y[i], xx += x[i] * x[i], yy += y[i] * y[i], xy += x[i] * y[i];
    }
    const double c = xy - sx * sy / n;
    return c * c / ((xx - sx * sx / n) * (yy - sy * sy / n));
  };
  const double whole = r_squared({0, 1, 2, 3, 4, 5});
  double squares = 0;
  for (const double without :
       {r_squared({2, 3, 4, 5}), r_squared({0, 1, 4, 5}), r_squared({0, 1, 2, 3})}) {
    squares += (without - whole) * (without - whole);
  }
  const double half = 0.8164965809277261 * std::sqrt(2.0 / 3 * squares);  // t(2) at 50 %
  const RelativeWeightIntervals got = jackknife_relative_weights(groups, 0.5);
  EXPECT_NEAR(got.intervals.at(0).low, whole - half, 1e-13);
  EXPECT_NEAR(got.intervals.at(0).high, std::min(1.0, whole + half), 1e-13);
}

TEST(JackknifeRelativeWeights, NothingToSay) {
  EXPECT_TRUE(jackknife_relative_weights({}, 0.95).intervals.empty());
  std::vector<CrossMoments> groups(2, CrossMoments(2));
  for (const double x : {1.0, 2.0, 4.0}) groups[0].add(std::vector<double>{x * x, x});
  groups[1].add(std::vector<double>{5, 5});
  const RelativeWeightIntervals got = jackknife_relative_weights(groups, 0.95);  // 1 row left
  EXPECT_EQ(got.failed, 1u);
  EXPECT_TRUE(std::isnan(got.intervals.at(0).low));
}

}  // namespace
}  // namespace topline::stats
