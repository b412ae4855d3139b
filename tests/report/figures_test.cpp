// SPDX-License-Identifier: Apache-2.0
#include "core/report/figures.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(Figure, PointsAreSignedAndWhole) {
  EXPECT_EQ(figure(18.1818181818, "points"), "+18");
  EXPECT_EQ(figure(-4.2, "points"), "−4");
  EXPECT_EQ(figure(-4.2, "points", Minus::ascii), "-4");
  EXPECT_EQ(figure(0, "points"), "0");
  EXPECT_EQ(figure(-0.4, "points"), "0");
  EXPECT_EQ(figure(-0.0, "points"), "0");
  EXPECT_EQ(figure(2.5, "points"), "+3");
  EXPECT_EQ(figure(-2.5, "points"), "−3");
  EXPECT_EQ(figure(100, "points"), "+100");
}

TEST(Figure, PercentagesAreWholeExceptNearTheEnds) {
  EXPECT_EQ(figure(63.6363636364, "%"), "64%");
  EXPECT_EQ(figure(0, "%"), "0%");
  EXPECT_EQ(figure(0.25, "%"), "0.3%");
  EXPECT_EQ(figure(99.6, "%"), "99.6%");
  EXPECT_EQ(figure(100, "%"), "100%");
}

TEST(Figure, ScoresHaveTwoDecimals) {
  EXPECT_EQ(figure(3.9, "score"), "3.90");
  EXPECT_EQ(figure(4.256, "score"), "4.26");
  EXPECT_EQ(figure(-1.5, "score"), "−1.50");
}

TEST(FigureRange, SaysTo) {
  const MeasureInterval interval{.level = 0.95, .low = -30.6, .high = 58.8, .method = "score"};
  EXPECT_EQ(figure_range(interval, "points", Labels("en")), "−31 to +59");
  EXPECT_EQ(figure_range(interval, "points", Labels("zh-CN")), "−31 至 +59");
}

TEST(AnswersText, CountsThem) {
  EXPECT_EQ(answers_text(1, Labels("en")), "1 answer");
  EXPECT_EQ(answers_text(1142, Labels("en")), "1,142 answers");
  EXPECT_EQ(answers_text(1142, Labels("zh-CN")), "1,142 份有效回答");
}

TEST(PercentText, SaysTheLevel) {
  EXPECT_EQ(percent_text(0.95), "95%");
  EXPECT_EQ(percent_text(0.975), "97.5%");
  EXPECT_EQ(share_text(1, 3), "33%");
  EXPECT_EQ(share_text(0, 0), "0%");
}

TEST(BytesText, KeepsThreeDigitsAtMost) {
  EXPECT_EQ(bytes_text(912), "912 B");
  EXPECT_EQ(bytes_text(12'400'000), "12.4 MB");
  EXPECT_EQ(bytes_text(5'000'000'000), "5.0 GB");
  EXPECT_EQ(bytes_text(250'000'000), "250 MB");
}

}  // namespace
}  // namespace topline
