// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/normal.h"
#include "core/stats/student_t.h"
#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(Normal, KnownPointsAndEdges) {
  EXPECT_NEAR(two_sided_z(0.95), 1.959963984540054, 1e-15);
  EXPECT_EQ(normal_cdf(0), 0.5);
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_FALSE(std::signbit(normal_quantile(0.5)));
  EXPECT_EQ(normal_quantile(0), -kInfinity);
  EXPECT_EQ(normal_quantile(1), kInfinity);
  EXPECT_EQ(normal_cdf(kInfinity), 1);
  EXPECT_EQ(normal_cdf(-kInfinity), 0);
  EXPECT_TRUE(std::isnan(normal_quantile(1.5)) && std::isnan(normal_quantile(kNan)));
  EXPECT_TRUE(std::isnan(normal_cdf(kNan)));
  EXPECT_NEAR(normal_survival(30) / 4.906713927148187e-198, 1, 1e-12);
}

TEST(StudentT, KnownPointsAndEdges) {
  EXPECT_NEAR(two_sided_t(0.95, 1), 12.706204736174694, 1e-13);
  EXPECT_NEAR(two_sided_t(0.95, 1e9), two_sided_z(0.95), 1e-8);
  EXPECT_EQ(two_sided_t(0.95, kInfinity), two_sided_z(0.95));
  EXPECT_EQ(student_t_cdf(0, 3), 0.5);
  EXPECT_EQ(student_t_quantile(0, 3), -kInfinity);
  EXPECT_EQ(student_t_quantile(1, 3), kInfinity);
  EXPECT_EQ(student_t_cdf(-kInfinity, 3), 0);
  EXPECT_EQ(student_t_survival(kInfinity, 3), 0);
  for (const double df : {0.0, -1.0, kNan}) {
    EXPECT_TRUE(std::isnan(student_t_cdf(1, df)));
    EXPECT_TRUE(std::isnan(student_t_quantile(0.9, df)));
  }
  for (const double df : {0.3, 1.0, 2.0, 7.5, 400.0, 1e6}) {
    for (const double p : {1e-9, 0.025, 0.3, 0.5, 0.9}) {
      EXPECT_NEAR(student_t_cdf(student_t_quantile(p, df), df) / p, 1, 1e-9) << df << ' ' << p;
    }
  }
}

TEST(DistributionsOracle, NormalAndStudentT) {
  READ_ORACLE_OR_SKIP(oracle, "distributions.json");
  Agreement qnorm, pnorm, qt, pt;
  const auto& quantiles = oracle.at("qnorm");
  for (size_t i = 0; i < quantiles.at("p").size(); ++i) {
    qnorm.add(normal_quantile(quantiles.at("p").at(i)), quantiles.at("q").at(i));
  }
  const auto& tails = oracle.at("pnorm");
  for (size_t i = 0; i < tails.at("x").size(); ++i) {
    pnorm.add(normal_cdf(tails.at("x").at(i)), tails.at("p").at(i));
  }
  for (const auto& entry : oracle.at("qt")) {
    for (size_t i = 0; i < entry.at("p").size(); ++i) {
      const double expected = entry.at("q").at(i);
      qt.add(student_t_quantile(entry.at("p").at(i), entry.at("df")) / expected, 1);
    }
  }
  for (const auto& entry : oracle.at("pt")) {
    for (size_t i = 0; i < entry.at("t").size(); ++i) {
      pt.add(student_t_cdf(entry.at("t").at(i), entry.at("df")), entry.at("p").at(i));
    }
  }
  // The file holds 15 digits; 0.9999 is not exact there, where qnorm is steep.
  EXPECT_AGREES(qnorm, 11, 5e-14);
  EXPECT_AGREES(pnorm, 9, 1e-14);
  EXPECT_AGREES(qt, 32, 1e-14);
  EXPECT_AGREES(pt, 16, 1e-14);
}

}  // namespace
}  // namespace topline::stats
