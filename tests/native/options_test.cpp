// SPDX-License-Identifier: Apache-2.0
#include "native/options.h"

#include <gtest/gtest.h>

namespace topline::native {
namespace {

TEST(OutputOptions, TheFormatFollowsTheEndingUnlessTold) {
  const auto chosen = [](std::string path, std::string format) {
    OutputOptions options;
    options.path = std::move(path);
    options.format = std::move(format);
    return options.chosen(Format::text);
  };
  EXPECT_EQ(chosen("", ""), Format::text);
  EXPECT_EQ(chosen("a.json", ""), Format::json);
  EXPECT_EQ(chosen("A.JSON", ""), Format::json);
  EXPECT_EQ(chosen("a.md", ""), Format::markdown);
  EXPECT_EQ(chosen("a.csv", ""), Format::csv);
  EXPECT_EQ(chosen("a.csv", "json"), Format::json);
  EXPECT_EQ(chosen("json", ""), Format::text);
}

TEST(AnalysisOptions, BecomeSettings) {
  AnalysisOptions options;
  options.columns = {"Q1=nps", R"(a\=b=csat:1-7)"};
  options.by = {"department", R"(a\:b)"};
  options.cross = {"x", "y"};
  options.wave = "Submitted:month";
  options.where = {"country=DE"};
  const auto settings = options.settings();
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->columns[1], (ColumnChoice{"a=b", "csat", "1-7"}));
  EXPECT_EQ(settings->by[1], "a:b");
  EXPECT_EQ(settings->wave, "Submitted");
  EXPECT_EQ(settings->wave_unit, "month");
  EXPECT_EQ(settings->where[0].second, "DE");
}

TEST(AnalysisOptions, RefuseWhatMeansNothing) {
  AnalysisOptions one_crossed;
  one_crossed.cross = {"x"};
  EXPECT_EQ(one_crossed.settings().error().code, Code::bad_option);
  AnalysisOptions no_role;
  no_role.columns = {"Q1"};
  EXPECT_EQ(no_role.settings().error().code, Code::bad_option);
}

TEST(AnalysisOptions, ReadParts) {
  const auto part = [](std::string text) {
    AnalysisOptions options;
    options.part = std::move(text);
    return options.reading();
  };
  EXPECT_EQ(part("2/8")->part->number, 2u);
  EXPECT_EQ(part("8/8")->part->of, 8u);
  EXPECT_FALSE(part("")->part);
  for (const char* wrong : {"0/8", "9/8", "1", "1/", "/8", "a/b", "1/8x", "-1/8"}) {
    EXPECT_FALSE(part(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace topline::native
