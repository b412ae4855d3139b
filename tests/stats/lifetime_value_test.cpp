// SPDX-License-Identifier: Apache-2.0
#include "core/stats/lifetime_value.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/stats/relative.h"

namespace topline::stats {
namespace {

TEST(LifetimeValue, ByHand) {
  const LifetimeValue v = lifetime_value({1000, 20, 5, 12, 4}).value();
  EXPECT_EQ(v.purchase_value, 50);
  EXPECT_EQ(v.purchase_frequency, 4);
  EXPECT_EQ(v.customer_value, 200);
  EXPECT_EQ(v.customer_lifespan, 3);
  EXPECT_EQ(v.lifetime_value, 600);
}

TEST(LifetimeValue, AbsentWithoutABase) {
  EXPECT_FALSE(lifetime_value({1000, 0, 5, 12, 4}).has_value());
  EXPECT_FALSE(lifetime_value({1000, 20, 0, 12, 4}).has_value());
  EXPECT_FALSE(lifetime_value({1000, 20, 5, 12, 0}).has_value());
  EXPECT_FALSE(lifetime_value({1000, std::nan(""), 5, 12, 1}).has_value());
  EXPECT_EQ(lifetime_value({0, 20, 5, 12, 4})->lifetime_value, 0);
}

TEST(LifetimeValue, ByRetentionIsTheSumOfItsYears) {
  double end = 0, now = 0;
  for (int year = 0; year < 400; ++year) {
    now += 100 * std::pow(0.8 / 1.1, year);
    end += 100 * std::pow(0.8 / 1.1, year + 1);
  }
  EXPECT_NEAR(retention_lifetime_value(100, 0.8, 0.1).value(), end, 1e-10);
  EXPECT_NEAR(retention_lifetime_value_from_now(100, 0.8, 0.1).value(), now, 1e-10);
  EXPECT_EQ(retention_lifetime_value(100, 0, 0.1), 0);
  EXPECT_EQ(retention_lifetime_value_from_now(100, 0, 0.1), 100);
}

TEST(LifetimeValue, ByRetentionAbsentWhereTheSumDoesNotConverge) {
  EXPECT_FALSE(retention_lifetime_value(100, 1, 0).has_value());
  EXPECT_FALSE(retention_lifetime_value(100, 0.9, -0.2).has_value());
  EXPECT_FALSE(retention_lifetime_value(100, 1.1, 0.5).has_value());
  EXPECT_FALSE(retention_lifetime_value(100, -0.1, 0.5).has_value());
  EXPECT_FALSE(retention_lifetime_value_from_now(100, 1, 0).has_value());
  EXPECT_FALSE(retention_lifetime_value_from_now(100, 0.5, std::nan("")).has_value());
}

TEST(LifetimeValue, Oracle) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  Agreement figures;
  for (const auto& one : oracle.at("ltv")) {
    if (one.contains("revenue")) {
      const LifetimeValue v =
          lifetime_value({one.at("revenue"), one.at("purchases"), one.at("customers"),
                          one.at("total_lifespan"), one.at("customers")})
              .value();
      add_relative(figures, v.purchase_value, one.at("avg_purchase_value").get<double>());
      add_relative(figures, v.purchase_frequency, one.at("avg_freq").get<double>());
      add_relative(figures, v.customer_value, one.at("avg_customer_value").get<double>());
      add_relative(figures, v.customer_lifespan, one.at("avg_lifespan").get<double>());
      add_relative(figures, v.lifetime_value, one.at("ltv").get<double>());
    } else {
      const double m = one.at("m"), r = one.at("r"), d = one.at("d");
      const std::optional<double> end = retention_lifetime_value(m, r, d);
      add_relative(figures, end, one.at("clv_end"));
      add_relative(figures, retention_lifetime_value_from_now(m, r, d), one.at("clv_now"));
      // What is left after five years is the same value again, survived and discounted.
      add_relative(figures, *end * (1 - std::pow(r / (1 + d), 5)),
                   one.at("truncated_5y_end").get<double>());
    }
  }
  EXPECT_AGREES(figures, 8, 1e-9);
}

}  // namespace
}  // namespace topline::stats
