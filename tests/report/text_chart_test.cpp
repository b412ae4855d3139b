// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace topline {
namespace {

using testing::ElementsAre;

TEST(ShareOut, GivesEveryCellAway) {
  EXPECT_THAT(share_out({1, 1, 1}, 10), ElementsAre(4, 3, 3));
  EXPECT_THAT(share_out({0, 0, 0}, 10), ElementsAre(0, 0, 0));
  EXPECT_THAT(share_out({1, 0, 999}, 10), ElementsAre(1, 0, 9));
  for (uint64_t a = 0; a < 30; ++a) {
    for (uint64_t b = 0; b < 30; ++b) {
      const auto cells = share_out({a, b, 7}, 23);
      EXPECT_EQ(std::accumulate(cells.begin(), cells.end(), 0), 23);
      EXPECT_EQ(cells[0] == 0, a == 0);
      EXPECT_EQ(cells[1] == 0, b == 0);
    }
  }
}

TEST(StackedBar, LabelsItsPartsUnderThem) {
  const auto lines =
      stacked_bar({{Ink::detractor, 1}, {Ink::passive, 1}, {Ink::promoter, 2}}, 22, false);
  EXPECT_EQ(lines[0].text(false), "▓▓▓▓▓ ░░░░░ ██████████");
  EXPECT_EQ(lines[1].text(false), "25%   25%   50%");
}

TEST(StackedBar, ListsSharesThatDoNotFit) {
  const auto lines =
      stacked_bar({{Ink::detractor, 1}, {Ink::passive, 1}, {Ink::promoter, 98}}, 22, false);
  EXPECT_EQ(lines[1].text(false), "1% · 1% · 98%");
}

TEST(Histogram, ShowsTheSmallestCount) {
  const std::vector<std::pair<std::string, uint64_t>> scores = {{"1", 1}, {"2", 0}, {"3", 1000}};
  const auto lines = histogram(scores, {false, false, true}, 12, 2);
  EXPECT_EQ(lines[0].text(false), "        ██");
  EXPECT_EQ(lines[1].text(false), "▁▁      ██");
  EXPECT_EQ(lines[2].text(false), "1   2   3");
}

TEST(BigDigits, DrawsASignedScore) {
  EXPECT_THAT(big_digits("+4"), ElementsAre(" ▄  █ █", "▀█▀ ▀▀█", "      ▀"));
}

TEST(Axis, PlacesDotWhiskersAndTheLineOfEveryone) {
  const Axis axis(-40, 60, {-100, 100}, 21);
  EXPECT_EQ(axis.column(-40), 0);
  EXPECT_EQ(axis.column(60), 20);
  EXPECT_EQ(axis.ticks("points").text(false), "        0        +50");
  EXPECT_EQ(axis.whisker(std::pair(0.0, 40.0), 20, 30, false).text(false), "        ────●─┼──");
  EXPECT_EQ(axis.whisker(std::nullopt, 20, 50, true).text(false), "            ○     ┊");
}

TEST(Axis, StaysWithinItsLimits) {
  const Axis axis(-99, 99.5, {-100, 100}, 40);
  EXPECT_EQ(axis.column(-100), 0);
  EXPECT_EQ(axis.column(100), 39);
  EXPECT_EQ(Axis(5, 5, {0, 100}, 20).column(5), 10);
}

TEST(Line, KnowsItsWidth) {
  Line line(Ink::strong, "销售");
  line.fill_to(6).add(Ink::accent, "●");
  EXPECT_EQ(line.width(), 7);
  EXPECT_EQ(line.text(false), "销售  ●");
  EXPECT_EQ(Line(Ink::strong, "a").add("  ").text(true), "\x1B[1ma\x1B[0m");
}

}  // namespace
}  // namespace topline
