// SPDX-License-Identifier: Apache-2.0
#include "core/stats/cash_flow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/stats/mirr.h"
#include "tests/stats/relative.h"

namespace topline::stats {
namespace {

using Flows = std::vector<double>;

TEST(CashFlow, ByHand) {
  EXPECT_EQ(net_present_value(0, Flows{-100, 60, 60}), 20);
  EXPECT_DOUBLE_EQ(net_present_value(0.25, Flows{-100, 50, 100}), -100 + 40 + 64);
  EXPECT_EQ(present_values(1, Flows{8, 8, 8}), (Flows{8, 4, 2}));
  EXPECT_EQ(net_present_value(-0.5, Flows{1, 1, 1}), 7);
  EXPECT_EQ(net_present_value(0.1, Flows{}), 0);
  EXPECT_TRUE(std::isnan(net_present_value(-1, Flows{0, 1})));
  EXPECT_TRUE(std::isnan(net_present_value(std::nan(""), Flows{1})));
  const InOut both = in_and_out(Flows{-100, 60, -20, 90, 0});
  EXPECT_EQ(both.in, 150);
  EXPECT_EQ(both.out, 120);
}

TEST(CashFlow, RateOfReturn) {
  EXPECT_EQ(return_on_investment(150, 100), 0.5);
  EXPECT_EQ(return_on_investment(0, 100), -1);
  EXPECT_FALSE(return_on_investment(100, 0).has_value());
  EXPECT_FALSE(return_on_investment(100, -5).has_value());
  EXPECT_FALSE(return_on_investment(std::nan(""), 5).has_value());
}

// The two ratios agree only where everything is paid in period 0.
TEST(CashFlow, BenefitCostRatioIsNotTheProfitabilityIndex) {
  const Flows at_once = {-100, 60, 60}, later = {-100, -50, 200};
  EXPECT_DOUBLE_EQ(benefit_cost_ratio(0.25, at_once).value(),
                   profitability_index(0.25, at_once).value());
  EXPECT_DOUBLE_EQ(benefit_cost_ratio(0.25, later).value(), 128.0 / 140);
  EXPECT_DOUBLE_EQ(profitability_index(0.25, later).value(), (128.0 - 40) / 100);
  EXPECT_FALSE(benefit_cost_ratio(0.1, Flows{0, 5}).has_value());
  EXPECT_FALSE(benefit_cost_ratio(-1, later).has_value());
  EXPECT_EQ(benefit_cost_ratio(0.1, Flows{-5, -5}), 0);
  EXPECT_FALSE(profitability_index(0.1, Flows{5, -3}).has_value());
  EXPECT_FALSE(profitability_index(0.1, Flows{}).has_value());
}

TEST(CashFlow, RatesBetweenYearAndPeriod) {
  EXPECT_NEAR(periodic_rate(0.21, 2), 0.1, 1e-16);
  EXPECT_NEAR(annual_rate(0.1, 2), 0.21, 1e-16);
  EXPECT_NEAR(periodic_rate(0.08, 12), std::pow(1.08, 1.0 / 12) - 1, 1e-15);
  EXPECT_NEAR(annual_rate(periodic_rate(0.08, 12), 12), 0.08, 1e-16);
  EXPECT_EQ(periodic_rate(-1, 12), -1);
  EXPECT_TRUE(std::isnan(periodic_rate(-1.1, 12)));
  EXPECT_TRUE(std::isnan(annual_rate(0.1, 0)));
}

TEST(CashFlow, SpreadsheetsAndNumpyFinancial) {
  READ_ORACLE_OR_SKIP(oracle, "finance_oracle.json");
  Agreement npv, mirr;
  int undefined = 0;
  for (const char* part : {"excel_docs", "numpy_financial"}) {
    for (const auto& one : oracle.at(part)) {
      const std::string fn = one.at("fn");
      if (fn == "MIRR") {
        const std::optional<double> got =
            modified_internal_rate(numbers(one.at("cf")), one.at("finance"), one.at("reinvest"));
        if (one.contains("exact")) {
          add_relative(mirr, got, one.at("exact"));
        } else {
          EXPECT_FALSE(got.has_value());
          ++undefined;
        }
      } else if (fn.rfind("NPV", 0) == 0) {
        // A spreadsheet's NPV puts its first flow at the end of period 1.
        Flows flows = numbers(one.at("cf"));
        if (fn == "NPV_end_of_period") flows.insert(flows.begin(), 0);
        if (fn == "NPV_plus_initial") flows.insert(flows.begin(), one.at("initial").get<double>());
        const double got = net_present_value(one.at("rate"), flows);
        if (one.contains("exact")) {
          add_relative(npv, got, one.at("exact").get<double>());
        } else {
          EXPECT_TRUE(std::isnan(got));
          ++undefined;
        }
      }
    }
  }
  EXPECT_EQ(undefined, 2);
  EXPECT_AGREES(npv, 4, 1e-9);
  EXPECT_AGREES(mirr, 5, 1e-9);
}

TEST(CashFlow, ExpectedCases) {
  READ_FINANCE_CASES_OR_SKIP(cases);
  Agreement npv, discounted, ratios, mirr;
  for (const auto& [name, one] : cases.items()) {
    SCOPED_TRACE(name);
    const Flows flows = numbers(one.at("cash_flows"));
    const double rate = one.at("discount_rate_per_period");
    const double got = net_present_value(rate, flows);
    add_relative(npv, got, one.at("npv").get<double>());
    add_relative(npv, got / (1 + rate),
                 one.at("npv_excel_style_NPV_first_flow_discounted").get<double>());

    const Flows present = present_values(rate, flows);
    Flows cumulative(flows.size()), cumulative_present(flows.size());
    std::partial_sum(flows.begin(), flows.end(), cumulative.begin());
    std::partial_sum(present.begin(), present.end(), cumulative_present.begin());
    const Flows expected = numbers(one.at("discounted_cumulative"));
    EXPECT_EQ(cumulative, numbers(one.at("cumulative")));
    ASSERT_EQ(expected.size(), cumulative_present.size());
    for (size_t i = 0; i < expected.size(); ++i) {
      add_relative(discounted, cumulative_present[i], expected[i]);
    }

    const InOut both = in_and_out(flows);
    EXPECT_EQ(both.in, one.at("total_in"));
    EXPECT_EQ(both.out, one.at("total_out"));
    std::optional<double> roi = return_on_investment(both.in, both.out);
    if (roi) *roi *= 100;
    add_relative(ratios, roi, one.at("roi_pct"));
    const std::optional<double> index = profitability_index(rate, flows);
    add_relative(ratios, index, one.at("profitability_index"));

    // The file's index is 1 + NPV / outlay; the benefit-cost ratio differs where money also goes
    // out later (F2, F3, F4) and exists where nothing is paid in period 0 (F9).
    const std::optional<double> ratio = benefit_cost_ratio(rate, flows);
    double in = 0, out = 0;
    for (const double value : present) (value > 0 ? in : out) += value;
    EXPECT_EQ(ratio.has_value(), out < 0);
    EXPECT_NEAR(ratio.value_or(0), out < 0 ? in / -out : 0, 1e-12);
    const bool same = ratio && index && std::abs(*ratio - *index) < 1e-12;
    const std::string id = name.substr(0, 2);
    EXPECT_EQ(same, id != "F2" && id != "F3" && id != "F4" && id != "F6" && id != "F9");

    const std::optional<double> modified = modified_internal_rate(flows, rate, rate);
    if (one.contains("mirr_finance_and_reinvest_at_rate")) {
      add_relative(mirr, modified, one.at("mirr_finance_and_reinvest_at_rate"));
    } else {
      EXPECT_FALSE(modified.has_value());
    }
  }
  EXPECT_AGREES(npv, 18, 1e-9);
  EXPECT_AGREES(discounted, 44, 1e-9);
  EXPECT_AGREES(ratios, 15, 1e-9);
  EXPECT_AGREES(mirr, 7, 1e-9);
}

TEST(CashFlow, ReturnsOfTheOracle) {
  READ_ORACLE_OR_SKIP(oracle, "misc_oracle.json");
  Agreement roi;
  for (const auto& one : oracle.at("roi")) {
    add_relative(roi, return_on_investment(one.at("benefit"), one.at("cost")), one.at("roi"));
  }
  EXPECT_AGREES(roi, 3, 1e-9);
}

}  // namespace
}  // namespace topline::stats
