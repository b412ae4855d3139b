// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_analyses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/display_width.h"
#include "tests/report/rendered.h"
#include "tests/report/sample_report.h"

namespace topline {
namespace {

using testing::HasSubstr;
using testing::Not;

// The sample report with two drivers, a scale of three items and favourable answers.
Report with_analyses(bool chinese = false) {
  Report report = sample::report(chinese);
  report.tables[0].headline_wave.clear();
  report.cells.push_back({});
  const auto everyone = static_cast<uint32_t>(report.cells.size() - 1);
  for (const auto& [column, share] : {std::pair(5u, 25.0), std::pair(6u, 75.0)}) {
    Measure driver{MeasureId::driver};
    driver.column = column;
    driver.cell = everyone;
    driver.option = "Recommend";
    driver.value = 0.6 * share / 100;
    driver.n = 1100;
    driver.interval = MeasureInterval{0.95, *driver.value - 0.05, *driver.value + 0.05, "bootstrap"};
    driver.parts = {{"left_out", 42}};
    driver.figures = {{"share", share}, {"r_squared", 0.6}, {"r", 0.5}, {"vif", 1.1}, {"mean", 3.4}};
    report.measures.push_back(driver);
  }
  Measure alpha{MeasureId::alpha};
  alpha.cell = everyone;
  alpha.option = "Use";
  alpha.value = 0.81;
  alpha.n = 990;
  alpha.notes = {"reversed_items"};
  alpha.figures = {{"if_dropped:a|b", 0.7}, {"item_rest:a|b", -0.2}};
  report.measures.push_back(alpha);
  Measure omega{MeasureId::omega};
  omega.cell = everyone;
  omega.option = "Use";
  omega.why = "heywood";
  report.measures.push_back(omega);
  Measure favourable{MeasureId::favourable};
  favourable.column = 4;
  favourable.cell = everyone;
  favourable.value = 40;
  favourable.n = 100;
  favourable.parts = {{"favourable", 40}, {"neutral", 35}, {"unfavourable", 25}};
  report.measures.push_back(favourable);
  return report;
}

std::string text_of(const Report& report, int width = 100) {
  TextStyle style;
  style.width = width;
  style.color = false;
  style.unicode = true;
  return rendered([&](const Sink& sink) { render_text(report, style, sink); });
}

TEST(TextAnalyses, DriversAreWordedAsWhatGoesWithTheScore) {
  const std::string text = text_of(with_analyses());
  EXPECT_THAT(text, HasSubstr("What goes with “Recommend”"));
  EXPECT_THAT(text, HasSubstr("“Speed”: 75% of what these items explain (R² 0.60)"));
  EXPECT_THAT(text, HasSubstr("1,100 rows with all answers, 42 left out"));
  EXPECT_THAT(text, HasSubstr("0.45 (0.40 to 0.50)"));
  EXPECT_LT(text.find("75%  "), text.find("25%  ")) << "the largest part first";
}

TEST(TextAnalyses, ScalesNameWhatIsMissingAndWhatRunsAgainst) {
  const std::string text = text_of(with_analyses());
  EXPECT_THAT(text, HasSubstr("Use: Reliability (Cronbach’s alpha)  0.81"));
  EXPECT_THAT(text, HasSubstr("items run against the rest"));
  EXPECT_THAT(text, HasSubstr("no proper solution"));
  EXPECT_THAT(text, HasSubstr("a|b"));
  EXPECT_THAT(text, HasSubstr("−0.20"));
}

TEST(TextAnalyses, SpeaksChineseAndKeepsWithinTheWidth) {
  const std::string text = text_of(with_analyses(true), 72);
  EXPECT_THAT(text, HasSubstr("哪些题目与“Recommend”相关"));
  EXPECT_THAT(text, HasSubstr("信度（克朗巴赫 α）"));
  EXPECT_THAT(text, HasSubstr("正面、中立、负面评价"));
  EXPECT_THAT(text, Not(HasSubstr("What goes")));
  const size_t from = text.find("哪些题目");
  for (const std::string& line : lines_of(text.substr(from, text.find("量表", from) - from))) {
    EXPECT_LE(display_width(line), 72) << line;
  }
}

TEST(MarkdownAnalyses, AreTablesWhoseNamesAreLiteral) {
  const std::string text =
      rendered([&](const Sink& sink) { render_markdown(with_analyses(), sink); });
  EXPECT_THAT(text, HasSubstr("| Speed | **75%** | 0.45 | 0.40 to 0.50 | 0.50 | 1.10 | 3.40 | 1100 |"));
  EXPECT_THAT(text, HasSubstr("| a\\|b | 0.70 | −0.20 |"));
  EXPECT_THAT(text, HasSubstr("| 35% | 25% | 100 |"));
}

TEST(TextAnalyses, ReportsWithoutThemStayAsTheyAre) {
  const std::string text = text_of(sample::report());
  for (const char* word : {"What goes with", "Scales", "unfavourable"}) {
    EXPECT_THAT(text, Not(HasSubstr(word)));
  }
}

}  // namespace
}  // namespace topline
