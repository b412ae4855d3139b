// SPDX-License-Identifier: Apache-2.0
#include "core/stats/internal_rate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/profile/date.h"
#include "core/stats/cash_flow.h"
#include "core/stats/random.h"
#include "tests/stats/relative.h"

namespace topline::stats {
namespace {

using Flows = std::vector<double>;

int64_t day(const std::string& iso) { return parse_moment(iso, DateOrder::ymd).value().day; }

std::vector<double> rates(const InternalRates& found) {
  std::vector<double> result;
  for (const InternalRate& root : found.roots) result.push_back(root.rate);
  return result;
}

// The flows whose net present value is zero at these rates and nowhere else: Π(1 + r - x) in powers
// of the discount factor.
Flows flows_with_rates(const std::vector<double>& roots) {
  Flows flows = {1};
  for (const double rate : roots) {
    flows.push_back(0);
    for (size_t i = flows.size() - 1; i > 0; --i) flows[i] -= (1 + rate) * flows[i - 1];
  }
  return flows;
}

TEST(InternalRate, ByHand) {
  EXPECT_NEAR(unique_rate(internal_rates(Flows{-100, 110})).value(), 0.1, 1e-15);
  EXPECT_NEAR(unique_rate(internal_rates(Flows{100, -110})).value(), 0.1, 1e-15);
  EXPECT_NEAR(unique_rate(internal_rates(Flows{-900, 300, 300, 300})).value(), 0, 1e-15);
  const InternalRates two = internal_rates(Flows{-1600, 10000, -10000});
  ASSERT_EQ(two.roots.size(), 2u);
  EXPECT_NEAR(two.roots[0].rate, 0.25, 1e-15);
  EXPECT_NEAR(two.roots[1].rate, 4, 1e-14);
  EXPECT_FALSE(unique_rate(two).has_value());
}

TEST(InternalRate, NoneWithoutAChangeOfSign) {
  for (const Flows& flows : {Flows{}, Flows{0, 0}, Flows{5}, Flows{1, 2, 3}, Flows{-1, -2, 0, -3},
                             Flows{-1, std::nan("")}, Flows{-1, HUGE_VAL}}) {
    EXPECT_TRUE(internal_rates(flows).roots.empty());
    EXPECT_EQ(internal_rates(flows).beyond, 0);
  }
  // Two changes of sign and still none: 1000 - 3000 v + 2500 v² > 0 for every v.
  EXPECT_TRUE(internal_rates(Flows{1000, -3000, 2500}).roots.empty());
}

TEST(InternalRate, ZeroFlowsAroundAndSizeChangeNothing) {
  const Flows bare = {-5, 10.5, 1, -8, 1};
  const std::vector<double> expected = rates(internal_rates(bare));
  ASSERT_EQ(expected.size(), 3u);
  EXPECT_EQ(rates(internal_rates(Flows{0, 0, -5, 10.5, 1, -8, 1, 0})), expected);
  Flows tiny, great;
  for (const double flow : bare) tiny.push_back(flow * 1e-300), great.push_back(flow * 1e300);
  for (const Flows& flows : {tiny, great}) {
    const std::vector<double> got = rates(internal_rates(flows));
    ASSERT_EQ(got.size(), 3u);
    for (size_t i = 0; i < 3; ++i) EXPECT_NEAR(got[i], expected[i], 1e-12);
  }
}

TEST(InternalRate, DoubleRootsAreFoundAndAreNoVerdict) {
  const InternalRates touching = internal_rates(flows_with_rates({0.1, 0.1}));
  ASSERT_EQ(touching.roots.size(), 1u);
  EXPECT_NEAR(touching.roots[0].rate, 0.1, 1e-7);
  EXPECT_EQ(touching.roots[0].multiplicity, 2);
  EXPECT_FALSE(unique_rate(touching).has_value());

  const InternalRates crossing = internal_rates(flows_with_rates({0.1, 0.1, 0.1}));
  ASSERT_EQ(crossing.roots.size(), 1u);
  EXPECT_NEAR(unique_rate(crossing).value(), 0.1, 1e-5);
  EXPECT_EQ(crossing.roots[0].multiplicity, 3);

  const InternalRates mixed = internal_rates(flows_with_rates({-0.5, 0.05, 0.05, 0.3, 2}));
  ASSERT_EQ(mixed.roots.size(), 4u);
  EXPECT_EQ(mixed.roots[1].multiplicity, 2);
  EXPECT_NEAR(mixed.roots[1].rate, 0.05, 1e-6);
  EXPECT_NEAR(mixed.roots[0].rate, -0.5, 1e-12);
  EXPECT_NEAR(mixed.roots[2].rate, 0.3, 1e-12);
  EXPECT_NEAR(mixed.roots[3].rate, 2, 1e-11);
}

TEST(InternalRate, MultiplicitiesUpToTheOrdersLookedAtAndBeyond) {
  for (size_t m = 1; m <= 12; ++m) {
    // 2^m Π(1/2 - v): every coefficient is a whole number, so the root is exactly there.
    const InternalRates found = internal_rates(flows_with_rates(std::vector<double>(m, 1.0)));
    ASSERT_EQ(found.roots.size(), 1u) << m;
    EXPECT_EQ(found.roots[0].multiplicity % 2, static_cast<int>(m % 2)) << m;
    if (m <= 6) {
      EXPECT_EQ(found.roots[0].multiplicity, static_cast<int>(m));
    }
    EXPECT_NEAR(std::log2(1 + found.roots[0].rate), 1, 0.1) << m;
  }
}

TEST(InternalRate, CloseRootsStayApart) {
  for (const std::vector<double>& expected :
       {std::vector<double>{0.1, 0.100002}, {0.1, 0.101, 0.11}, {-0.3, 0.1, 0.1001, 5}}) {
    const std::vector<double> got = rates(internal_rates(flows_with_rates(expected)));
    ASSERT_EQ(got.size(), expected.size());
    for (size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], 1e-8);
  }
}

TEST(InternalRate, FindsAllOfManyRootsThatAreKnown) {
  Random random(31);
  for (int i = 0; i < 2000; ++i) {
    std::vector<double> expected(1 + random.below(6));
    for (size_t k = 0; k < expected.size(); ++k) {
      // ln(1 + rate) at least 0.15 apart, between -2 and 3.5
      expected[k] = std::expm1(-2 + 0.9 * static_cast<double>(k) + 0.75 * random.uniform());
    }
    const std::vector<double> got = rates(internal_rates(flows_with_rates(expected)));
    ASSERT_EQ(got.size(), expected.size()) << i;
    for (size_t k = 0; k < got.size(); ++k) {
      ASSERT_NEAR(std::log1p(got[k]), std::log1p(expected[k]), 1e-9) << i;
    }
  }
}

// Every sign change that a fine grid sees has its root, and a cell without one has none or two.
void expect_grid_agrees(const std::vector<DatedFlow>& flows, double low, double high) {
  const InternalRates found = internal_rates(flows);
  EXPECT_EQ(found.beyond, 0);
  const int cells = 4000;
  const auto value = [&](int i) {
    return dated_net_present_value(std::expm1(low + (high - low) * i / cells), flows);
  };
  double left = value(0);
  for (int i = 1; i <= cells; ++i) {
    const double right = value(i);
    int inside = 0;
    for (const InternalRate& root : found.roots) {
      const double x = std::log1p(root.rate);
      const double from = low + (high - low) * (i - 1) / cells;
      inside += x > from && x <= from + (high - low) / cells ? root.multiplicity : 0;
    }
    ASSERT_EQ(inside % 2 == 1, (left < 0) != (right < 0)) << "cell " << i << " of " << cells;
    left = right;
  }
}

TEST(InternalRate, GridSeesNoOtherRoot) {
  Random random(32);
  size_t several = 0;
  for (int i = 0; i < 60; ++i) {
    std::vector<DatedFlow> flows(2 + random.below(60));
    for (DatedFlow& flow : flows) {
      flow.day = static_cast<int64_t>(random.below(10000));
      flow.amount = std::round(100 * random.normal());
    }
    several += internal_rates(flows).roots.size() > 1;
    expect_grid_agrees(flows, -1.5, 1.5);
  }
  EXPECT_GT(several, 10u);
}

// Descartes: as many roots as changes of sign, or fewer by an even number.
TEST(InternalRate, AsManyRootsAsSignsAllow) {
  Random random(34);
  for (int i = 0; i < 3000; ++i) {
    Flows flows(2 + random.below(60));
    for (double& flow : flows) {
      flow = random.below(3) == 0 ? 0 : std::round(random.normal() * std::exp(4 * random.normal()));
    }
    int changes = 0, roots = internal_rates(flows).beyond;
    double latest = 0;
    for (const double flow : flows) {
      changes += flow * latest < 0;
      if (flow != 0) latest = flow;
    }
    for (const InternalRate& root : internal_rates(flows).roots) roots += root.multiplicity;
    ASSERT_LE(roots, changes) << i;
    ASSERT_EQ(roots % 2, changes % 2) << i;
  }
}

TEST(InternalRate, DaysInAnyOrderAndSeveralFlowsADay) {
  const std::vector<DatedFlow> flows = {{365, 60}, {0, -70}, {365, 50}, {0, -30}};
  EXPECT_NEAR(unique_rate(internal_rates(flows)).value(), 0.1, 1e-15);
  // Flows that cancel on their day are no change of sign, though 0.1 + 0.2 - 0.3 is not 0.
  const std::vector<DatedFlow> cancelling = {{0, 5}, {9, 0.1}, {9, 0.2}, {9, -0.3}, {30, 5}};
  EXPECT_TRUE(internal_rates(cancelling).roots.empty());
  const std::vector<DatedFlow> incoming = {{0, 5}, {9, 7}};
  EXPECT_TRUE(internal_rates(incoming).roots.empty());
}

TEST(InternalRate, RatesThatADoubleCantHoldAreCounted) {
  const std::vector<DatedFlow> gain = {{0, -1}, {1, 100}}, loss = {{0, -100}, {1, 1}};
  for (const auto& flows : {gain, loss}) {
    EXPECT_TRUE(internal_rates(flows).roots.empty());
    EXPECT_EQ(internal_rates(flows).beyond, 1);
    EXPECT_FALSE(unique_rate(internal_rates(flows)).has_value());
  }
}

TEST(InternalRate, LedgersOfManyDaysAreQuick) {
  Random random(33);
  std::vector<DatedFlow> flows(3000);
  for (size_t i = 0; i < flows.size(); ++i) {
    flows[i] = {static_cast<int64_t>(i), std::round(1000 * random.normal())};
  }
  flows[0].amount = -20000;
  const InternalRates found = internal_rates(flows);
  for (const InternalRate& root : found.roots) {
    const double below = dated_net_present_value(root.rate * (1 - 1e-9), flows);
    const double above = dated_net_present_value(root.rate * (1 + 1e-9), flows);
    EXPECT_NE(below < 0, above < 0) << root.rate;
  }
  EXPECT_FALSE(found.roots.empty());
}

TEST(InternalRate, SpreadsheetsAndNumpyFinancial) {
  READ_ORACLE_OR_SKIP(oracle, "finance_oracle.json");
  Agreement irr, xirr, all_roots;
  int none = 0;
  for (const auto& one : oracle.at("excel_docs")) {
    if (one.at("fn") == "IRR") {
      add_relative(irr, unique_rate(internal_rates(numbers(one.at("cf")))), one.at("exact"));
    } else if (one.at("fn") == "XIRR") {
      std::vector<DatedFlow> flows;
      for (size_t i = 0; i < one.at("cf").size(); ++i) {
        flows.push_back({day(one.at("dates")[i]), one.at("cf")[i]});
      }
      add_relative(xirr, unique_rate(internal_rates(flows)), one.at("exact"));
    }
  }
  for (const auto& one : oracle.at("numpy_financial")) {
    const std::string fn = one.at("fn");
    if (fn.rfind("IRR", 0) != 0) continue;
    std::vector<double> got = rates(internal_rates(numbers(one.at("cf"))));
    if (!one.contains("all_real_roots_in_minus0_99_to_5")) {
      EXPECT_TRUE(got.empty());
      ++none;
      continue;
    }
    const std::vector<double> expected = numbers(one.at("all_real_roots_in_minus0_99_to_5"));
    // The oracle looked no further than -0.99 to 5.
    got.erase(std::remove_if(got.begin(), got.end(),
                             [](double rate) { return rate < -0.99 || rate > 5; }),
              got.end());
    ASSERT_EQ(got.size(), expected.size()) << one.dump();
    for (size_t i = 0; i < got.size(); ++i) add_relative(all_roots, got[i], expected[i]);
  }
  EXPECT_EQ(none, 3);
  EXPECT_AGREES(irr, 3, 1e-9);
  EXPECT_AGREES(xirr, 1, 1e-9);
  EXPECT_AGREES(all_roots, 16, 1e-9);
}

TEST(InternalRate, DatedCasesOfPyxirr) {
  READ_ORACLE_OR_SKIP(oracle, "finance_oracle.json");
  // Where 40 digits and a grid over ln(1 + rate) from -8 to 8 say otherwise: two roots that pyxirr
  // did not find, and one where it stopped 1.4e-9 short.
  const std::map<std::string, double> missed = {{"case_30_20", -0.89735382148822173},
                                                {"case_30_45", -0.840789040421337},
                                                {"close_to_minus_0_13", -0.13423264079788841}};
  Agreement rate, second, value, corrected;
  int none = 0;
  for (const auto& one : oracle.at("pyxirr")) {
    SCOPED_TRACE(one.at("case").get<std::string>());
    std::vector<DatedFlow> flows;
    for (const auto& flow : one.at("flows")) flows.push_back({day(flow.at(0)), flow.at(1)});
    if (one.at("fn") != "XIRR") {
      add_relative(value, dated_net_present_value(0.1, flows), one.at("expected").get<double>());
      continue;
    }
    const std::vector<double> got = rates(internal_rates(flows));
    const auto nearest = [&](double expected) {
      const auto found = std::min_element(got.begin(), got.end(), [&](double a, double b) {
        return std::abs(a - expected) < std::abs(b - expected);
      });
      return found == got.end() ? std::nan("") : *found;
    };
    if (const auto found = missed.find(one.at("case")); found != missed.end()) {
      ASSERT_EQ(got.size(), 1u);
      add_relative(corrected, got[0], found->second);
    } else if (one.at("expected").is_null()) {
      EXPECT_TRUE(got.empty());
      ++none;
    } else {
      add_relative(rate, nearest(one.at("expected")), one.at("expected").get<double>());
    }
    const auto& other = one.at("other_root_noted");
    if (!other.is_null()) add_relative(second, nearest(other), other.get<double>());
  }
  EXPECT_EQ(none, 8);
  EXPECT_AGREES(value, 1, 1e-9);
  EXPECT_AGREES(rate, 45, 1e-9);
  EXPECT_AGREES(corrected, 3, 1e-9);
  EXPECT_AGREES(second, 4, 1e-9);
}

TEST(InternalRate, ExpectedCases) {
  READ_FINANCE_CASES_OR_SKIP(cases);
  Agreement all_roots, unique, annual;
  for (const auto& [name, one] : cases.items()) {
    SCOPED_TRACE(name);
    const InternalRates found = internal_rates(numbers(one.at("cash_flows")));
    const std::vector<double> got = rates(found);
    const std::vector<double> expected = numbers(one.at("irr_all_real_roots_gt_minus1"));
    ASSERT_EQ(got.size(), expected.size());
    for (size_t i = 0; i < got.size(); ++i) add_relative(all_roots, got[i], expected[i]);
    const std::optional<double> irr = unique_rate(found);
    add_relative(unique, irr, one.at("irr"));
    EXPECT_EQ(one.at("irr_status"), irr ? "unique" : got.empty() ? "none" : "multiple");
    if (one.contains("irr_annual_effective")) {
      add_relative(annual, annual_rate(*irr, 12), one.at("irr_annual_effective").get<double>());
      add_relative(annual, *irr * 12, one.at("irr_annual_nominal_x12").get<double>());
    }
  }
  EXPECT_AGREES(all_roots, 7, 1e-9);
  EXPECT_AGREES(unique, 5, 1e-9);
  EXPECT_AGREES(annual, 2, 1e-9);
}

}  // namespace
}  // namespace topline::stats
