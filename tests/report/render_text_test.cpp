// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "core/report/display_width.h"
#include "core/report/render.h"
#include "tests/report/rendered.h"
#include "tests/report/sample_report.h"

namespace topline {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_of(const Report& report, const TextStyle& style) {
  return rendered([&](const Sink& sink) { render_text(report, style, sink); });
}

std::string without_color(const std::string& text) {
  return std::regex_replace(text, std::regex("\x1B\\[[0-9;]*m"), "");
}

TEST(RenderText, BeginsWithTheSummary) {
  EXPECT_THAT(text_of(sample::report(), {.width = 200}), StartsWith(sample::report().summary));
}

TEST(RenderText, StaysWithinTheWidthInBothLanguages) {
  for (const bool chinese : {false, true}) {
    for (int width = 40; width <= 160; ++width) {
      for (const std::string& line : lines_of(text_of(sample::report(chinese), {.width = width}))) {
        EXPECT_LE(display_width(line), width) << line;
      }
    }
  }
}

TEST(RenderText, ColorAddsNothingButColor) {
  // The stacked bar is drawn with other blocks where colour tells its parts apart.
  const auto words = [](std::string text) {
    return std::regex_replace(text, std::regex("▓|░|█|▇"), "#");
  };
  const Report report = sample::report();
  const std::string plain = text_of(report, {.color = false, .width = 100});
  EXPECT_EQ(words(without_color(text_of(report, {.color = true, .width = 100}))), words(plain));
  EXPECT_THAT(plain, Not(HasSubstr("\x1B")));
}

TEST(RenderText, SaysScoresWithTheirIntervalsAndBases) {
  const std::string text = text_of(sample::report(), {.width = 100});
  EXPECT_THAT(text, HasSubstr("+23 (+18 to +28)"));
  EXPECT_THAT(text, HasSubstr("2026-Q2 · 1,142 answers"));
  EXPECT_THAT(text, HasSubstr("Satisfied (4–5 of 5)"));
  EXPECT_THAT(text, HasSubstr("mean 3.84 (3.78 to 3.90)"));
  EXPECT_THAT(text, HasSubstr("Net Promoter Score by department"));
  EXPECT_THAT(text, HasSubstr("everyone +23"));
}

TEST(RenderText, NamesWhatIsHiddenAndMarksLowBases) {
  const std::string text = text_of(sample::report(), {.width = 120});
  EXPECT_THAT(text, HasSubstr("Legal, Procurement: hidden"));
  EXPECT_THAT(text, HasSubstr("○ few answers: read with care"));
}

TEST(RenderText, WritesQuestionsBeforeWarnings) {
  const std::string text = text_of(sample::report(), {.width = 120});
  EXPECT_LT(text.find("? Is “Ease of use”"), text.find("! 3 rows"));
  EXPECT_LT(text.find("! 3 rows"), text.find("· 2 cells"));
}

TEST(RenderText, SpeaksChinese) {
  const std::string text = text_of(sample::report(true), {.width = 80});
  EXPECT_THAT(text, HasSubstr("+23 （+18 至 +28）"));
  EXPECT_THAT(text, HasSubstr("满意率（5 分制 4–5 分）"));
  EXPECT_THAT(text, HasSubstr("贬损者 · 中立者 · 推荐者"));
  EXPECT_THAT(text, HasSubstr("法务部、采购部：已隐藏"));
}

TEST(RenderText, WithoutUnicodeIsAscii) {
  const std::string text = text_of(sample::report(), {.width = 80, .unicode = false});
  for (const char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80u);
}

TEST(RenderText, DoesNotObeyWhatCellsSay) {
  Report report = sample::report();
  report.cells[4].segment[0].second = "\x1B[2Jgone\nnext";
  const std::string text = text_of(report, {.width = 100});
  EXPECT_THAT(text, Not(HasSubstr("\x1B")));
  EXPECT_THAT(text, HasSubstr("[2Jgone next"));
}

TEST(RenderText, SaysWhereNothingIsScored) {
  Report report;
  report.language = "en";
  EXPECT_THAT(text_of(report, {}), HasSubstr("No score could be computed."));
}

TEST(RenderText, ShowsAHiddenHeadlineAsHidden) {
  Report report = sample::report();
  for (Measure& measure : report.measures) {
    if (!measure.headline || measure.id != MeasureId::nps) continue;
    measure = sample::hidden(measure.cell);
    measure.headline = true;
  }
  const std::string text = text_of(report, {.width = 100});
  EXPECT_THAT(text, HasSubstr("│ hidden"));
  EXPECT_THAT(text, Not(HasSubstr("1,142 answers")));
}

}  // namespace
}  // namespace topline
