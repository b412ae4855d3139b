// SPDX-License-Identifier: Apache-2.0
#include "core/stats/distributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/normal.h"
#include "core/stats/student_t.h"
#include "tests/stats/close.h"
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

// Truth: R 4.2.2, as sprintf("%.17g", ...) of the call in the comment.
TEST(ChiSquared, AsR) {
  EXPECT_TRUE(is_close(chi_squared_cdf(7.3, 3.5), 0.91079154688134489));  // pchisq(7.3, 3.5)
  // pchisq(500, 3, lower = FALSE)
  EXPECT_TRUE(is_close(chi_squared_survival(500, 3), 4.7716720319127583e-108));
  EXPECT_TRUE(is_close(chi_squared_quantile(.01, .7), 2.7781075483963881e-06));  // qchisq(.01, .7)
  // qchisq(1 - 1e-6, 40)
  EXPECT_TRUE(is_close(chi_squared_quantile(1 - 1e-6, 40), 97.652957414970672));
}

TEST(FDistribution, AsR) {
  EXPECT_TRUE(is_close(f_cdf(2.5, 3, 17.3), 0.90634390422174627));  // pf(2.5, 3, 17.3)
  // pf(40, 2, 1000, lower = FALSE)
  EXPECT_TRUE(is_close(f_survival(40, 2, 1000), 1.941432325624822e-17));
  EXPECT_TRUE(is_close(f_quantile(.95, 4, 9.5), 3.5505476790033326));   // qf(.95, 4, 9.5)
  EXPECT_TRUE(is_close(f_quantile(.05, 1, 3), 0.0046359107441911185));  // qf(.05, 1, 3)
  // pf(1.7, 5, Inf, lower = FALSE), qf(.975, 2, Inf)
  EXPECT_TRUE(is_close(f_survival(1.7, 5, kInfinity), 0.13074778927442526));
  EXPECT_TRUE(is_close(f_quantile(.975, 2, kInfinity), 3.6888794541139354));
}

TEST(Beta, AsR) {
  EXPECT_TRUE(is_close(beta_cdf(.3, 2.5, 7), 0.64122246297172114));          // pbeta(.3, 2.5, 7)
  EXPECT_TRUE(is_close(beta_quantile(.05, .5, .5), 0.0061558297024311365));  // qbeta(.05, .5, .5)
  EXPECT_TRUE(is_close(beta_quantile(.9, 3, 100), 0.051335672257589948));    // qbeta(.9, 3, 100)
}

TEST(ChiSquaredFAndBeta, Edges) {
  EXPECT_EQ(chi_squared_cdf(-1, 2), 0);
  EXPECT_EQ(chi_squared_survival(0, 2), 1);
  EXPECT_EQ(chi_squared_survival(kInfinity, 2), 0);
  EXPECT_EQ(chi_squared_quantile(0, 2), 0);
  EXPECT_EQ(chi_squared_quantile(1, 2), kInfinity);
  EXPECT_EQ(f_cdf(0, 2, 3), 0);
  EXPECT_EQ(f_survival(kInfinity, 2, 3), 0);
  EXPECT_EQ(f_quantile(1, 2, 3), kInfinity);
  EXPECT_EQ(beta_cdf(-0.5, 2, 3), 0);
  EXPECT_EQ(beta_cdf(1.5, 2, 3), 1);
  EXPECT_EQ(beta_quantile(0, 2, 3), 0);
  EXPECT_EQ(beta_quantile(1, 2, 3), 1);
  for (const double bad : {0.0, -1.0, kNan}) {
    EXPECT_TRUE(std::isnan(chi_squared_survival(1, bad)));
    EXPECT_TRUE(std::isnan(f_survival(1, bad, 3)) && std::isnan(f_survival(1, 3, bad)));
    EXPECT_TRUE(std::isnan(beta_quantile(0.5, bad, 3)) && std::isnan(beta_cdf(0.5, 3, bad)));
  }
  EXPECT_TRUE(std::isnan(chi_squared_quantile(-0.1, 2)) && std::isnan(f_quantile(1.1, 2, 2)));
}

TEST(FDistribution, TailsSumToOneOnBothSidesOfTheTurn) {
  for (const double f : {0.001, 0.3, 1.0, 4.0, 30.0}) {
    EXPECT_NEAR(f_cdf(f, 3, 7.5) + f_survival(f, 3, 7.5), 1, 1e-15) << f;
    EXPECT_TRUE(is_close(f_quantile(f_cdf(f, 3, 7.5), 3, 7.5), f)) << f;
  }
}

TEST(DistributionsOracle, ChiSquaredFAndBeta) {
  READ_ORACLE_OR_SKIP(oracle, "distributions.json");
  Agreement relative;
  for (const auto& entry : oracle.at("qbeta")) {
    for (size_t i = 0; i < entry.at("p").size(); ++i) {
      const double expected = entry.at("q").at(i);
      relative.add(beta_quantile(entry.at("p").at(i), entry.at("a"), entry.at("b")) / expected, 1);
    }
  }
  for (const auto& entry : oracle.at("pchisq_upper")) {
    const double expected = entry.at("p");
    relative.add(chi_squared_survival(entry.at("x"), entry.at("df")) / expected, 1);
  }
  for (const auto& entry : oracle.at("qchisq")) {
    for (size_t i = 0; i < entry.at("df").size(); ++i) {
      const double expected = entry.at("q").at(i);
      relative.add(chi_squared_quantile(entry.at("p"), entry.at("df").at(i)) / expected, 1);
    }
  }
  for (const auto& entry : oracle.at("pf_upper")) {
    const double expected = entry.at("p");
    relative.add(f_survival(entry.at("F"), entry.at("d1"), entry.at("d2")) / expected, 1);
  }
  EXPECT_AGREES(relative, 16, 1e-13);
}

}  // namespace
}  // namespace topline::stats
