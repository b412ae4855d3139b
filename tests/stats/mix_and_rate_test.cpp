// SPDX-License-Identifier: Apache-2.0
#include "core/stats/mix_and_rate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/stats/random.h"
#include "tests/stats/close.h"

namespace topline::stats {
namespace {

TEST(MixAndRate, ByHand) {
  // Shares 1/2, 1/4, 1/4 become 1/3, 1/2, 1/6; R: sum((w1 - w0) * (x0 + x1) / 2) and sum((w0 + w1)
  // / 2 * (x1 - x0)).
  const MixAndRate got = mix_and_rate(
      std::vector<SegmentChange>{{100, .2, 80, .25}, {50, .5, 120, .45}, {50, -.1, 40, .1}});
  EXPECT_TRUE(is_close(got.before, .2));
  EXPECT_TRUE(is_close(got.after, .325));
  EXPECT_TRUE(is_close(got.mix, .08125));
  EXPECT_TRUE(is_close(got.rate, .04375));
  ASSERT_EQ(got.parts.size(), 3u);
  // (1/2 − 1/4)(0.475 − 0.2625) and 0.375 · −0.05
  EXPECT_TRUE(is_close(got.parts[1].mix, .053125));
  EXPECT_TRUE(is_close(got.parts[1].rate, -.01875));
  EXPECT_GT(got.parts[2].mix, 0);  // a segment below the mean that shrinks
}

TEST(MixAndRate, SumsToTheChangeAlsoWhereSegmentsComeAndGo) {
  Random random(41);
  for (int round = 0; round < 200; ++round) {
    std::vector<SegmentChange> segments;
    for (uint64_t i = 0; i < 2 + random.below(6); ++i) {
      const double before = static_cast<double>(random.below(4) * random.below(50));
      const double after = static_cast<double>(random.below(4) * random.below(50));
      segments.push_back(
          {before, before > 0 ? random.normal() : NAN, after, after > 0 ? random.normal() : NAN});
    }
    segments.push_back({10, random.normal(), 10, random.normal()});
    const MixAndRate got = mix_and_rate(segments);
    EXPECT_NEAR(got.mix + got.rate, got.after - got.before, 1e-14);
    double mix = 0, rate = 0;
    for (const MixAndRate::Part& part : got.parts) {
      mix += part.mix;
      rate += part.rate;
    }
    EXPECT_EQ(mix, got.mix);
    EXPECT_EQ(rate, got.rate);
  }
}

TEST(MixAndRate, OnlyMixOnlyRateOrNothing) {
  const MixAndRate mix = mix_and_rate(std::vector<SegmentChange>{{50, 1, 80, 1}, {50, 0, 20, 0}});
  EXPECT_TRUE(is_close(mix.mix, .3));
  EXPECT_EQ(mix.rate, 0);
  const MixAndRate rate =
      mix_and_rate(std::vector<SegmentChange>{{50, 1, 100, 2}, {50, 0, 100, 0}});
  EXPECT_EQ(rate.mix, 0);
  EXPECT_EQ(rate.rate, .5);
  const MixAndRate none = mix_and_rate(std::vector<SegmentChange>{{0, 0, 5, 1}});
  EXPECT_TRUE(std::isnan(none.before) && std::isnan(none.mix) && std::isnan(none.rate));
  EXPECT_EQ(none.after, 1);
  EXPECT_TRUE(std::isnan(none.parts.at(0).mix));
}

}  // namespace
}  // namespace topline::stats
