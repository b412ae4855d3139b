// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/display_width.h"
#include "core/report/render.h"
#include "tests/report/rendered.h"
#include "tests/report/sample_report.h"

namespace topline {
namespace {

using testing::HasSubstr;

std::string inspection_of(const Report& report, const TextStyle& style) {
  return rendered([&](const Sink& sink) { render_inspection_text(report, style, sink); });
}

TEST(RenderInspection, SaysWhatEachColumnWasTakenForAndWhy) {
  const std::string text = inspection_of(sample::report(), {.width = 120});
  EXPECT_THAT(text, HasSubstr("2,310 rows read · 2,293 used · 12 duplicate · 5 blank"));
  EXPECT_THAT(text, HasSubstr("separated by commas · 1 header row"));
  EXPECT_THAT(text, HasSubstr("NPS 0-10"));
  EXPECT_THAT(text, HasSubstr("the header asks about recommending"));
  EXPECT_THAT(text, HasSubstr("Invalid 2"));
}

TEST(RenderInspection, AsksWhereAGuessIsUnsure) {
  const std::string text = inspection_of(sample::report(), {.width = 120});
  EXPECT_THAT(text, HasSubstr("rating or choice?"));
  EXPECT_THAT(text, HasSubstr("55%"));
}

TEST(RenderInspection, StaysWithinTheWidthInBothLanguages) {
  for (const bool chinese : {false, true}) {
    for (int width = 48; width <= 140; ++width) {
      for (const std::string& line :
           lines_of(inspection_of(sample::report(chinese), {.width = width}))) {
        EXPECT_LE(display_width(line), width) << line;
      }
    }
  }
}

TEST(RenderInspection, ListsTheColumnsOfStackedFilesOnce) {
  Report report = sample::report();
  report.inputs.push_back(report.inputs[0]);
  report.inputs[1].name = "survey-2.csv";
  const std::string text = inspection_of(report, {.width = 160});
  EXPECT_THAT(text, HasSubstr("part of the table survey.csv"));
  EXPECT_EQ(text.find("Ease of use  "), text.rfind("Ease of use  "));
}

}  // namespace
}  // namespace topline
