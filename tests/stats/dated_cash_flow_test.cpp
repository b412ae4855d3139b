// SPDX-License-Identifier: Apache-2.0
#include "core/stats/dated_cash_flow.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/profile/date.h"
#include "tests/stats/relative.h"

namespace topline::stats {
namespace {

using Flows = std::vector<DatedFlow>;

TEST(DatedCashFlow, ByHand) {
  EXPECT_DOUBLE_EQ(dated_net_present_value(0.25, Flows{{1000, -100}, {1365, 125}}), 0);
  EXPECT_DOUBLE_EQ(dated_net_present_value(0.25, Flows{{1365, 125}, {1000, -60}, {1000, -40}}), 0);
  EXPECT_DOUBLE_EQ(dated_net_present_value(3, Flows{{-365, 0}, {365, 32}}), 2);
  EXPECT_EQ(dated_net_present_value(0.1, Flows{}), 0);
  EXPECT_TRUE(std::isnan(dated_net_present_value(-1, Flows{{0, 1}})));
}

TEST(DatedCashFlow, XnpvOfTheSpreadsheet) {
  READ_ORACLE_OR_SKIP(oracle, "finance_oracle.json");
  Agreement xnpv;
  for (const auto& one : oracle.at("excel_docs")) {
    if (one.at("fn") != "XNPV") continue;
    Flows flows;
    for (size_t i = 0; i < one.at("cf").size(); ++i) {
      const std::string date = one.at("dates")[i];
      flows.push_back({parse_moment(date, DateOrder::ymd).value().day, one.at("cf")[i]});
    }
    add_relative(xnpv, dated_net_present_value(one.at("rate"), flows),
                 one.at("exact").get<double>());
  }
  EXPECT_AGREES(xnpv, 1, 1e-9);
}

}  // namespace
}  // namespace topline::stats
