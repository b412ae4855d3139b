// SPDX-License-Identifier: Apache-2.0
#include "core/report/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample_report.h"

namespace topline {
namespace {

using testing::ElementsAre;

std::vector<std::string> names(const Report& report, const std::vector<const Measure*>& measures) {
  std::vector<std::string> names;
  for (const Measure* measure : measures)
    names.push_back(segment_text(cell_of(report, *measure), "-"));
  return names;
}

TEST(Outline, PutsAMeanOnTheCardOfItsSatisfiedAnswers) {
  const Report report = sample::report();
  const auto outline = make_outline(report);
  ASSERT_EQ(outline.size(), 1u);
  ASSERT_EQ(outline[0].cards.size(), 2u);
  EXPECT_EQ(outline[0].cards[0].score->id, MeasureId::nps);
  EXPECT_EQ(outline[0].cards[1].score->id, MeasureId::csat);
  EXPECT_EQ(outline[0].cards[1].mean->id, MeasureId::csat_mean);
}

TEST(Outline, SortsSegmentsByScoreAndKeepsHiddenOnesApart) {
  const Report report = sample::report();
  const auto outline = make_outline(report);
  const Comparison& waves = outline[0].comparisons[0];
  EXPECT_EQ(waves.of, Comparison::Of::waves);
  EXPECT_EQ(waves.rows.size(), 3u);
  const Comparison& segments = outline[0].comparisons[1];
  EXPECT_EQ(segments.dimension, "department");
  EXPECT_EQ(segments.everyone, outline[0].cards[0].score);
  EXPECT_THAT(names(report, segments.rows),
              ElementsAre("Support", "Sales", "Research and Development, Asia-Pacific", "IT", "-"));
  EXPECT_THAT(names(report, segments.hidden), ElementsAre("Legal", "Procurement"));
}

TEST(Outline, ListsManyScoresInsteadOfManyCards) {
  Report report = sample::report();
  const Measure csat = *make_outline(report)[0].cards[1].score;
  for (int i = 0; i < 10; ++i) report.measures.push_back(csat);
  const auto outline = make_outline(report);
  EXPECT_EQ(outline[0].cards.size(), 6u);
  size_t listed = 0;
  for (const Comparison& one : outline[0].comparisons) {
    if (one.of == Comparison::Of::questions && one.measure == MeasureId::csat)
      listed = one.rows.size();
  }
  EXPECT_EQ(listed, 6u);
}

TEST(InBox, ReadsTheBox) {
  Measure measure{MeasureId::csat};
  measure.box = "4-5 of 5";
  EXPECT_TRUE(in_box(measure, "4"));
  EXPECT_TRUE(in_box(measure, "5"));
  EXPECT_FALSE(in_box(measure, "3"));
  measure.box = "3 of 3";
  EXPECT_TRUE(in_box(measure, "3"));
  EXPECT_FALSE(in_box(measure, "2"));
  measure.box.clear();
  EXPECT_FALSE(in_box(measure, "3"));
}

}  // namespace
}  // namespace topline
