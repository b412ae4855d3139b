// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/render.h"
#include "tests/report/rendered.h"
#include "tests/report/sample_report.h"

namespace topline {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string csv_of(const Report& report) {
  return rendered([&](const Sink& sink) { render_csv(report, sink); });
}

TEST(RenderCsv, IsTidyAndOpensInASpreadsheet) {
  const std::string text = csv_of(sample::report());
  EXPECT_THAT(text, StartsWith("\xEF\xBB\xBFid,table,question,column,option,"));
  EXPECT_EQ(lines_of(text).size(), 1 + sample::report().measures.size());
  EXPECT_THAT(text, HasSubstr(",department,IT,2026-Q2,false,-4.2,points,165,"));
}

TEST(RenderCsv, DefusesFormulasInTextsButNotNumbers) {
  Report report = sample::report();
  report.cells[4].segment[0].second = "=HYPERLINK(\"http://x\",\"y\")";
  report.tables[0].columns[2].name = "@cmd";
  const std::string text = csv_of(report);
  EXPECT_THAT(text, HasSubstr("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""));
  EXPECT_THAT(text, HasSubstr(",'@cmd,"));
  EXPECT_THAT(text, HasSubstr(",-4.2,"));
}

TEST(RenderCsv, WritesNoFigureOfAHiddenCell) {
  EXPECT_THAT(csv_of(sample::report()),
              HasSubstr(",department,Legal,2026-Q2,false,,points,,,,,,,,,,min_n,true,,,,,,,,,,,,,,\r\n"));
}

}  // namespace
}  // namespace topline
