// SPDX-License-Identifier: Apache-2.0
#include "core/stats/survival.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/stats/close.h"

namespace topline::stats {
namespace {

std::vector<Duration> durations(const std::vector<double>& finished,
                                const std::vector<double>& open) {
  std::vector<Duration> result;
  for (const double time : finished) result.push_back({time, true, 1});
  for (const double time : open) result.push_back({time, false, 1});
  return result;
}

// R's data set survival::aml, its two arms.
const std::vector<Duration> kMaintained = durations({9, 13, 18, 23, 31, 34, 48}, {13, 28, 45, 161});
const std::vector<Duration> kOther = durations({5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45}, {16});

// R's data set survival::lung: days, those who died and those last seen alive.
const std::vector<Duration> kLung = durations(
    {5,   11,  11,  11,  12,  13,  13,  15,  26,  30,  31,  53,  53,  54,  59,  60,  60,  61,  62,
     65,  65,  71,  79,  81,  81,  88,  88,  92,  93,  95,  95,  105, 107, 107, 110, 116, 118, 122,
     131, 132, 132, 135, 142, 144, 145, 145, 147, 153, 156, 156, 163, 163, 163, 166, 166, 167, 170,
     175, 176, 177, 179, 179, 180, 181, 181, 182, 183, 186, 189, 194, 197, 199, 201, 201, 202, 207,
     208, 210, 212, 218, 222, 223, 226, 229, 230, 239, 239, 245, 246, 267, 268, 269, 270, 283, 284,
     285, 285, 286, 288, 291, 293, 301, 303, 305, 306, 310, 310, 320, 329, 337, 340, 345, 348, 350,
     351, 353, 353, 361, 363, 363, 364, 371, 371, 387, 390, 394, 426, 428, 429, 433, 442, 444, 450,
     455, 457, 460, 473, 477, 519, 520, 524, 524, 533, 550, 558, 567, 574, 583, 613, 624, 641, 643,
     654, 655, 687, 689, 705, 707, 728, 731, 735, 765, 791, 814, 883},
    {92,  105, 173, 174, 175, 177, 185, 188, 191, 192, 196, 197, 202, 203,  211, 221,
     222, 224, 225, 225, 235, 237, 240, 243, 252, 259, 266, 269, 272, 276,  279, 284,
     292, 292, 296, 300, 301, 303, 315, 332, 356, 364, 376, 382, 384, 404,  413, 444,
     458, 511, 511, 529, 543, 551, 559, 588, 740, 806, 821, 840, 965, 1010, 1022});

void expect_time(double got, double expected) {
  if (std::isnan(expected)) {
    EXPECT_TRUE(std::isnan(got)) << got;
  } else {
    EXPECT_EQ(got, expected);
  }
}

void expect_quantile(const SurvivalCurve& curve, double p, double time, double low, double high) {
  SCOPED_TRACE(p);
  const SurvivalQuantile got = survival_quantile(curve, p);
  expect_time(got.time, time);
  expect_time(got.interval.low, low);
  expect_time(got.interval.high, high);
}

// survfit(Surv(time, status) ~ 1, aml[aml$x == "Maintained", ], conf.type = "log-log")
TEST(KaplanMeier, AsR) {
  const struct {
    double time;
    uint64_t at_risk, finished, open;
    double survival, low, high;
  } truth[] = {{9, 11, 1, 0, 0.90909090909090906, 0.50808020576992974, 0.98667382266782311},
               {13, 10, 1, 1, 0.81818181818181812, 0.44742861468218142, 0.95116222858249166},
               {18, 8, 1, 0, 0.71590909090909083, 0.35019038590793838, 0.8990239741910534},
               {23, 7, 1, 0, 0.61363636363636354, 0.26575204000128611, 0.83529924325022142},
               {28, 6, 0, 1, 0.61363636363636354, 0.26575204000128611, 0.83529924325022142},
               {31, 5, 1, 0, 0.49090909090909085, 0.16733090977685081, 0.75339979037081128},
               {34, 4, 1, 0, 0.36818181818181817, 0.092829574936985182, 0.6570408323981638},
               {45, 3, 0, 1, 0.36818181818181817, 0.092829574936985182, 0.6570408323981638},
               {48, 2, 1, 0, 0.18409090909090908, 0.011738480123189602, 0.52501484272664145},
               {161, 1, 0, 1, 0.18409090909090908, 0.011738480123189602, 0.52501484272664145}};
  const SurvivalCurve curve = kaplan_meier(kMaintained, 0.95);
  EXPECT_EQ(curve.n, 11u);
  EXPECT_EQ(curve.open, 4u);
  ASSERT_EQ(curve.steps.size(), std::size(truth));
  for (size_t i = 0; i < std::size(truth); ++i) {
    const SurvivalStep& step = curve.steps[i];
    EXPECT_EQ(step.time, truth[i].time);
    EXPECT_EQ(step.at_risk, truth[i].at_risk);
    EXPECT_EQ(step.finished, truth[i].finished);
    EXPECT_EQ(step.open, truth[i].open);
    EXPECT_TRUE(is_close(step.survival, truth[i].survival));
    EXPECT_TRUE(is_close(step.interval, {truth[i].low, truth[i].high}));
  }
}

// quantile(fit, c(.1, .25, .5, .75, .9))
TEST(SurvivalQuantile, AsR) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const SurvivalCurve maintained = kaplan_meier(kMaintained, 0.95);
  expect_quantile(maintained, .1, 13, 9, 18);
  expect_quantile(maintained, .25, 18, 9, 34);
  expect_quantile(maintained, .5, 31, 13, nan);
  expect_quantile(maintained, .75, 48, 31, nan);
  expect_quantile(maintained, .9, nan, 34, nan);
  std::vector<Duration> both = kMaintained;
  both.insert(both.end(), kOther.begin(), kOther.end());
  const SurvivalCurve all = kaplan_meier(both, 0.95);
  expect_quantile(all, .1, 8, 5, 12);
  expect_quantile(all, .25, 12, 5, 23);
  expect_quantile(all, .5, 27, 13, 34);
  expect_quantile(all, .75, 43, 30, nan);
  expect_quantile(all, .9, 48, 43, nan);
}

// survfit(Surv(time, status) ~ 1, lung, conf.type = "log-log", conf.int = .9)
TEST(KaplanMeier, LungAsR) {
  const SurvivalCurve curve = kaplan_meier(kLung, 0.9);
  EXPECT_EQ(curve.n, 228u);
  EXPECT_EQ(curve.open, 63u);
  expect_quantile(curve, .1, 79, 60, 95);
  expect_quantile(curve, .25, 170, 145, 186);
  expect_quantile(curve, .5, 310, 285, 353);
  expect_quantile(curve, .75, 550, 473, 641);
  expect_quantile(curve, .9, 735, 689, 883);
  const struct {
    double time, survival, low, high;
  } truth[] = {{100, 0.86396896764524356, 0.82157917007469272, 0.89692030600556227},
               {365, 0.4092416244600644, 0.35004774473070599, 0.46744776187895221},
               {700, 0.14239150565481748, 0.096989248161856265, 0.19624557723186381}};
  for (const auto& at : truth) {  // summary(fit, times = c(100, 365, 700))
    const auto after = std::find_if(curve.steps.begin(), curve.steps.end(),
                                    [&](const SurvivalStep& step) { return step.time > at.time; });
    EXPECT_TRUE(is_close((after - 1)->survival, at.survival)) << at.time;
    EXPECT_TRUE(is_close((after - 1)->interval, {at.low, at.high})) << at.time;
  }
}

// quantile(survfit(Surv(c(1, 2, 3, 4), status) ~ 1, conf.type = "log-log"), c(.25, .5, .75, 1))
TEST(SurvivalQuantile, LevelStretchesAsR) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const SurvivalCurve all = kaplan_meier(durations({1, 2, 3, 4}, {}), 0.95);
  expect_quantile(all, .25, 1.5, 1, 3);
  expect_quantile(all, .5, 2.5, 1, nan);
  expect_quantile(all, .75, 3.5, 1, nan);
  expect_quantile(all, 1, 4, nan, nan);
  EXPECT_TRUE(std::isnan(all.steps.back().interval.low));
  const SurvivalCurve half = kaplan_meier(durations({1, 2}, {3, 4}), 0.95);
  expect_quantile(half, .25, 1.5, 1, nan);
  expect_quantile(half, .5, 3, 1, nan);
  expect_quantile(half, .75, nan, 1, nan);
  const SurvivalCurve level_end = kaplan_meier(durations({1, 2}, {2, 2}), 0.95);
  expect_quantile(level_end, .5, 2, 1, nan);
}

TEST(KaplanMeier, CountsOrderAndOpenCases) {
  const SurvivalCurve by_count = kaplan_meier(
      std::vector<Duration>{{7, false, 2}, {3, true, 5}, {9, true, 0}, {7, true, 1}}, 0.95);
  const SurvivalCurve one_by_one = kaplan_meier(durations({7, 3, 3, 3, 3, 3}, {7, 7}), 0.95);
  ASSERT_EQ(by_count.steps.size(), 2u);
  ASSERT_EQ(one_by_one.steps.size(), 2u);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(by_count.steps[i].survival, one_by_one.steps[i].survival);
    EXPECT_EQ(by_count.steps[i].interval, one_by_one.steps[i].interval);
  }
  // Nobody has finished yet: no time can be given.
  const SurvivalCurve open = kaplan_meier(durations({}, {1, 5}), 0.95);
  EXPECT_EQ(open.open, 2u);
  EXPECT_EQ(open.steps.back().interval, (Interval{1, 1}));
  EXPECT_TRUE(std::isnan(survival_quantile(open, 0.5).time));
  EXPECT_TRUE(std::isnan(survival_quantile(kaplan_meier({}, 0.95), 0.5).time));
  for (const double p : {0.0, -1.0, 1.5}) {
    EXPECT_TRUE(std::isnan(survival_quantile(by_count, p).time));
  }
}

// Without open cases the median is the sample's.
TEST(SurvivalQuantile, MedianOfFinishedCases) {
  const SurvivalCurve odd = kaplan_meier(durations({4, 1, 9, 7, 2}, {}), 0.95);
  EXPECT_EQ(survival_quantile(odd, 0.5).time, 4);
  const SurvivalCurve even = kaplan_meier(durations({4, 1, 9, 7}, {}), 0.95);
  EXPECT_EQ(survival_quantile(even, 0.5).time, 5.5);
}

}  // namespace
}  // namespace topline::stats
