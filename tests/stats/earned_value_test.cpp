// SPDX-License-Identifier: Apache-2.0
#include "core/stats/earned_value.h"

#include <gtest/gtest.h>

#include "tests/stats/relative.h"

namespace topline::stats {
namespace {

TEST(EarnedValue, ByHand) {
  const EarnedValue e = earned_value({100, 50, 40, 80});
  EXPECT_EQ(e.cost_variance, -40);
  EXPECT_EQ(e.schedule_variance, -10);
  EXPECT_EQ(e.cost_performance, 0.5);
  EXPECT_EQ(e.schedule_performance, 0.8);
  EXPECT_EQ(e.estimate_typical, 200);
  EXPECT_EQ(e.estimate_atypical, 140);
  EXPECT_EQ(e.estimate_cost_schedule, 80 + 60 / 0.4);
  EXPECT_EQ(e.variance_at_completion, -100);
  EXPECT_EQ(e.to_complete_budget, 3);
  EXPECT_EQ(e.to_complete_estimate, 0.5);  // as it went so far, by construction
}

TEST(EarnedValue, WhatHasNoDenominatorIsAbsent) {
  const EarnedValue unspent = earned_value({100, 50, 40, 0});
  EXPECT_EQ(unspent.cost_variance, 40);
  EXPECT_FALSE(unspent.cost_performance || unspent.estimate_typical);
  EXPECT_FALSE(unspent.variance_at_completion || unspent.to_complete_estimate);
  EXPECT_FALSE(unspent.estimate_cost_schedule);
  EXPECT_EQ(unspent.to_complete_budget, 0.6);

  const EarnedValue nothing_done = earned_value({100, 50, 0, 20});
  EXPECT_EQ(nothing_done.cost_performance, 0);
  EXPECT_FALSE(nothing_done.estimate_typical || nothing_done.estimate_cost_schedule);
  EXPECT_EQ(nothing_done.estimate_atypical, 120);

  EXPECT_FALSE(earned_value({100, 0, 40, 20}).schedule_performance);
  // Nothing left to spend, and more than that: no performance of the rest can end at BAC.
  EXPECT_FALSE(earned_value({100, 90, 80, 100}).to_complete_budget);
  EXPECT_FALSE(earned_value({100, 90, 80, 130}).to_complete_budget);
}

TEST(EarnedValue, Oracle) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  Agreement figures;
  for (const auto& one : oracle.at("evm")) {
    const EarnedValue e = earned_value({one.at("BAC"), one.at("PV"), one.at("EV"), one.at("AC")});
    add_relative(figures, e.cost_variance, one.at("CV").get<double>());
    add_relative(figures, e.schedule_variance, one.at("SV").get<double>());
    add_relative(figures, e.cost_performance, one.at("CPI"));
    add_relative(figures, e.schedule_performance, one.at("SPI"));
    add_relative(figures, e.estimate_typical, one.at("EAC_typical"));
    add_relative(figures, e.estimate_atypical, one.at("EAC_atypical").get<double>());
    add_relative(figures, e.estimate_cost_schedule, one.at("EAC_cpi_spi"));
    add_relative(figures, e.variance_at_completion, one.at("VAC"));
    add_relative(figures, e.to_complete_budget, one.at("TCPI_bac"));
  }
  EXPECT_AGREES(figures, 27, 1e-9);
}

}  // namespace
}  // namespace topline::stats
