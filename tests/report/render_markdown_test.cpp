// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/render.h"
#include "tests/report/rendered.h"
#include "tests/report/sample_report.h"

namespace topline {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string markdown_of(const Report& report) {
  return rendered([&](const Sink& sink) { render_markdown(report, sink); });
}

TEST(RenderMarkdown, WritesPipeTables) {
  const std::string text = markdown_of(sample::report());
  EXPECT_THAT(text, HasSubstr("## Net Promoter Score by department\n\n| department | Score |"));
  EXPECT_THAT(text, HasSubstr("| Sales | **+28** | +20 to +36 | 402 |  |\n"));
  EXPECT_THAT(text, HasSubstr("| Legal |  |  |  | hidden |\n"));
}

TEST(RenderMarkdown, MakesTheTablesOwnTextLiteral) {
  Report report = sample::report();
  report.cells[4].segment[0].second = "<b>*Sales*</b> | x\ny";
  const std::string text = markdown_of(report);
  EXPECT_THAT(text, HasSubstr("| \\<b\\>\\*Sales\\*\\</b\\> \\| x y | **+28** |"));
}

TEST(RenderMarkdown, HasAsManyCellsInEveryRow) {
  for (const std::string& line : lines_of(markdown_of(sample::report(true)))) {
    if (line.empty() || line[0] != '|') continue;
    int pipes = 0;
    for (size_t i = 0; i < line.size(); ++i)
      pipes += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
    EXPECT_EQ(pipes, 6) << line;
  }
}

TEST(RenderMarkdown, SpeaksChinese) {
  const std::string text = markdown_of(sample::report(true));
  EXPECT_THAT(text, HasSubstr("## 主要得分"));
  EXPECT_THAT(text, Not(HasSubstr("Score")));
}

}  // namespace
}  // namespace topline
