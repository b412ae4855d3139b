// SPDX-License-Identifier: Apache-2.0
#include "core/stats/multiplicity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "tests/stats/oracle.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> numbers(const nlohmann::json& list) {
  std::vector<double> result;
  for (const auto& entry : list) result.push_back(entry.is_null() ? kNan : entry.get<double>());
  return result;
}

TEST(MultiplicityOracle, HolmAndBenjaminiHochberg) {
  READ_ORACLE_OR_SKIP(oracle, "r_stats_oracle.json");
  const auto& worked = oracle.at("padjust");
  Agreement adjusted;
  for (const auto* family : {&worked, &worked.at("with_ties_NA")}) {
    const std::vector<double> p = numbers(family->at("p"));
    const std::vector<double> by_holm = holm(p), by_bh = benjamini_hochberg(p);
    ASSERT_EQ(by_holm.size(), p.size());
    ASSERT_EQ(by_bh.size(), p.size());
    for (size_t i = 0; i < p.size(); ++i) {
      if (std::isnan(p[i])) {
        EXPECT_TRUE(std::isnan(by_holm[i]) && std::isnan(by_bh[i]));
        continue;
      }
      adjusted.add(by_holm[i], family->at("holm").at(i));
      adjusted.add(by_bh[i], family->at("BH").at(i));
    }
  }
  EXPECT_AGREES(adjusted, 38, 1e-14);
}

TEST(Multiplicity, OrderAndEdges) {
  EXPECT_TRUE(holm({}).empty());
  const std::vector<double> one = {0.03}, unknown = {kNan, kNan};
  EXPECT_EQ(holm(one), one);
  EXPECT_EQ(benjamini_hochberg(one), one);
  EXPECT_TRUE(std::isnan(holm(unknown).at(0)) && std::isnan(benjamini_hochberg(unknown).at(1)));
  EXPECT_EQ(holm(std::vector<double>{0.5, 0.01, 0.04}), (std::vector<double>{0.5, 0.03, 0.08}));
  EXPECT_EQ(benjamini_hochberg(std::vector<double>{0.9, 0.8}), (std::vector<double>{0.9, 0.9}));
}

}  // namespace
}  // namespace topline::stats
