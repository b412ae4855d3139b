// SPDX-License-Identifier: Apache-2.0
#include "core/stats/tornado.h"

#include <gtest/gtest.h>

#include <cmath>

namespace topline::stats {
namespace {

using Inputs = std::vector<UncertainInput>;

double net_gain(std::span<const double> x) { return x[0] * x[1] - x[2]; }

TEST(Tornado, OneAtATimeWidestFirst) {
  const Inputs inputs = {{"users", 90, 100, 120}, {"saving", 2, 5, 6}, {"cost", 150, 200, 400}};
  const Tornado t = tornado(inputs, net_gain).value();
  EXPECT_EQ(t.at_mode, 300);
  ASSERT_EQ(t.bars.size(), 3u);
  EXPECT_EQ(t.bars[0].input, 1u);
  EXPECT_EQ(t.bars[0].at_low, 0);
  EXPECT_EQ(t.bars[0].at_high, 400);
  EXPECT_EQ(t.bars[0].swing, 400);
  EXPECT_EQ(t.bars[1].input, 2u);
  EXPECT_EQ(t.bars[1].at_low, 350);
  EXPECT_EQ(t.bars[1].at_high, 100);
  EXPECT_EQ(t.bars[1].swing, 250);
  EXPECT_EQ(t.bars[2].input, 0u);
  EXPECT_EQ(t.bars[2].swing, 150);
}

TEST(Tornado, EqualSwingsKeepTheirOrderAndTheUndefinedComeLast) {
  const Inputs inputs = {{"root", -1, 1, 1}, {"a", 0, 1, 2}, {"known", 3, 3, 3}, {"b", 1, 2, 3}};
  const auto outcome = [](std::span<const double> x) {
    return std::sqrt(x[0]) + x[1] + x[2] + x[3];
  };
  const Tornado t = tornado(inputs, outcome).value();
  std::vector<size_t> order;
  for (const TornadoBar& bar : t.bars) order.push_back(bar.input);
  EXPECT_EQ(order, (std::vector<size_t>{1, 3, 2, 0}));
  EXPECT_EQ(t.bars[2].swing, 0);
  EXPECT_TRUE(std::isnan(t.bars[3].swing));
}

TEST(Tornado, RefusesARangeThatIsNone) {
  const UncertainInput good{"a", 1, 2, 3};
  const auto sum = [](std::span<const double> x) { return x[0] + x[1]; };
  for (const UncertainInput& bad :
       {UncertainInput{"b", 3, 2, 4}, UncertainInput{"b", 1, 5, 4}, UncertainInput{"b", 4, 4, 1},
        UncertainInput{"b", std::nan(""), 2, 3}, UncertainInput{"b", 1, std::nan(""), 3},
        UncertainInput{"b", 1, 2, HUGE_VAL}, UncertainInput{"b", -HUGE_VAL, 2, 3}}) {
    const Inputs inputs = {good, bad};
    EXPECT_EQ(first_bad_range(inputs), 1u);
    EXPECT_FALSE(tornado(inputs, sum).has_value());
  }
  EXPECT_FALSE(first_bad_range(Inputs{good, {"known", 2, 2, 2}}).has_value());
  const auto constant = [](std::span<const double>) { return 7.0; };
  EXPECT_EQ(tornado({}, constant)->at_mode, 7);
}

}  // namespace
}  // namespace topline::stats
