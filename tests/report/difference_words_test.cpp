// SPDX-License-Identifier: Apache-2.0
#include "core/report/difference_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/difference_index.h"
#include "core/report/display_width.h"
#include "core/report/render.h"
#include "tests/report/rendered.h"
#include "tests/report/sample_report.h"

namespace topline {
namespace {

using testing::HasSubstr;
using testing::Not;

Difference difference(double value, double low, double high, const char* verdict) {
  Difference one{MeasureId::nps};
  one.column = 3;
  one.against = "rest";
  one.value = value;
  one.interval = MeasureInterval{0.95, low, high, "adjusted-wald"};
  one.p = one.p_adjusted = 0.01;
  one.verdict = verdict;
  one.figures = {{"detectable", 9.4}};
  return one;
}

// The sample with every NPS of a segment compared: those over +30 clearly.
Report compared(bool chinese, bool clear) {
  Report report = sample::report(chinese);
  for (const Measure& measure : report.measures) {
    if (measure.id != MeasureId::nps || !measure.value) continue;
    if (report.cells[measure.cell].segment.empty()) continue;
    const bool high = clear && *measure.value > 30;
    Difference one =
        high ? difference(14.2, 2.4, 25.6, "clear") : difference(-3.4, -12.2, 5.1, "not_clear");
    one.a = measure.cell;
    report.differences.push_back(std::move(one));
  }
  return report;
}

TEST(DifferenceWords, TheVerdictStatesItsInterval) {
  const Labels english("en"), chinese("zh-CN");
  EXPECT_EQ(verdict_words(difference(9, 2, 16, "clear"), english),
            "clear difference (95% interval +2 to +16)");
  EXPECT_EQ(verdict_words(difference(3, -3, 9, "not_clear"), english),
            "no clear difference (−3 to +9)");
  EXPECT_EQ(verdict_words(difference(3, -3, 9, "not_clear"), english, Minus::ascii),
            "no clear difference (-3 to +9)");
  EXPECT_EQ(verdict_words(difference(9, 2, 16, "clear"), chinese),
            "差异显著（95% 区间 +2 至 +16）");
  EXPECT_EQ(verdict_words(difference(3, -3, 9, "not_clear"), chinese), "差异不显著（−3 至 +9）");
  Difference many = difference(5, 1, 9, "not_clear");
  many.notes = {"one_of_many"};
  EXPECT_EQ(verdict_words(many, english),
            "no clear difference (+1 to +9), clear alone, but not among so many comparisons");
}

TEST(DifferenceWords, PercentagesDifferByPoints) {
  const Labels english("en"), chinese("zh-CN");
  EXPECT_EQ(change_figure(5.2, "%", english), "+5 pp");
  EXPECT_EQ(change_figure(-5.2, "%", chinese), "−5 个百分点");
  EXPECT_EQ(change_figure(-0.314, "score", english), "−0.31");
  EXPECT_EQ(change_figure(0.2, "points", english), "0");
}

TEST(DifferenceWords, SegmentsSayWhoDiffersOrThatNobodyDoes) {
  const auto text = [](const Report& report) {
    return rendered([&](const Sink& sink) { render_text(report, {}, sink); });
  };
  const std::string clear = text(compared(false, true));
  EXPECT_THAT(clear, HasSubstr("▲ +14"));
  EXPECT_THAT(clear, HasSubstr("+14 from the rest, clear difference (95% interval +2 to +26)"));
  EXPECT_THAT(clear, HasSubstr("vs rest"));
  EXPECT_THAT(clear, HasSubstr("a difference under about 10 would"));
  const std::string none = text(compared(false, false));
  EXPECT_THAT(none, HasSubstr("no department clearly differs from the rest"));
  EXPECT_THAT(none, Not(HasSubstr("▲")));
  for (const char* word : {" same ", " real ", "by chance"}) {
    EXPECT_THAT(clear + none, Not(HasSubstr(word)));
  }
  EXPECT_THAT(text(compared(true, true)), HasSubstr("差异显著（95% 区间 +2 至 +26）"));
}

// Chinese names and figures keep their columns: every change begins in the same one.
TEST(DifferenceWords, ColumnsStandBelowEachOtherInChinese) {
  const std::string text =
      rendered([&](const Sink& sink) { render_text(compared(true, true), {}, sink); });
  std::vector<int> columns;
  for (const std::string& line : lines_of(text)) {
    for (const char* mark : {"▲ +14", "· −3"}) {
      const size_t at = line.find(mark);
      if (at != std::string::npos) columns.push_back(display_width(line.substr(0, at)));
    }
  }
  ASSERT_GT(columns.size(), 2u);
  for (int column : columns) EXPECT_EQ(column, columns[0]);
}

TEST(DifferenceWords, MarkdownAndCsvHaveTheVerdictBesideTheScore) {
  const Report report = compared(false, true);
  const std::string markdown = rendered([&](const Sink& sink) { render_markdown(report, sink); });
  EXPECT_THAT(markdown, HasSubstr("| vs rest |"));
  EXPECT_THAT(markdown, HasSubstr("| +14, clear difference (95% interval +2 to +26) |"));
  const std::string csv = rendered([&](const Sink& sink) { render_csv(report, sink); });
  EXPECT_THAT(csv, HasSubstr(",rest,14.2,2.4,25.6,0.01,0.01,,clear,,,,,\r\n"));
}

}  // namespace
}  // namespace topline
