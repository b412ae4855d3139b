// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace topline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Layout layout_of(std::string_view text) {
  return detect_layout(text, true, sniff_dialect(text, true));
}

TEST(Layout, WordsOverAnswersAreAHeader) {
  const Layout layout = layout_of("id, Score ,\"How\nmany?\"\n1,9,3\n2,8,1\n");
  EXPECT_EQ(layout.header_rows, 1u);
  EXPECT_THAT(layout.headers, ElementsAre("id", "Score", "How many?"));
  EXPECT_EQ(layout.columns, 3u);
}

TEST(Layout, HeadersAreTrimmed) {
  const Layout layout = layout_of("\xEF\xBB\xBF\xC2\xA0name\xE3\x80\x80,b\n1,2\n");
  EXPECT_THAT(layout.headers, ElementsAre("name", "b"));
}

TEST(Layout, FiguresOverFiguresAreData) {
  EXPECT_EQ(layout_of("1,2,3\n4,5,6\n").header_rows, 0u);
  EXPECT_EQ(layout_of("1,2,3\n").header_rows, 0u);
  EXPECT_EQ(layout_of("9\n10\n3\n").header_rows, 0u);
  EXPECT_THAT(layout_of("1,2,3\n4,5,6\n").headers, IsEmpty());
  EXPECT_EQ(layout_of("1,2,3\n4,5,6\n").columns, 3u);
}

TEST(Layout, ARowThatIsLikeTheRowsBelowIsData) {
  EXPECT_EQ(layout_of("17,Anna,2024-05-01,9\n18,Ben,2024-05-02,3\n").header_rows, 0u);
  EXPECT_EQ(layout_of("Agree,Disagree\nAgree,Agree\nDisagree,Disagree\n").header_rows, 0u);
  EXPECT_EQ(layout_of("Anna,NA,5\nBen,7,8\nCleo,9,10\n").header_rows, 0u);
}

TEST(Layout, WhereUnsureThereIsAHeader) {
  EXPECT_EQ(layout_of("name,comment\nAnna,fine\nBen,good\n").header_rows, 1u);
  EXPECT_EQ(layout_of("Name,1,2,3\nAnna,5,4,3\nBen,4,4,1\n").header_rows, 1u);
  EXPECT_EQ(layout_of("name\n").header_rows, 1u);
  EXPECT_EQ(layout_of("region,2023,2024\nnorth,12,14\n").header_rows, 1u);
}

TEST(Layout, LeadingBlankLinesAreNoHeader) {
  const Layout layout = layout_of("\n\nid,score\n1,2\n");
  EXPECT_THAT(layout.headers, ElementsAre("id", "score"));
}

TEST(Layout, NothingHasNoHeader) {
  EXPECT_EQ(layout_of("").header_rows, 0u);
  EXPECT_EQ(layout_of("\n\n").columns, 0u);
}

TEST(Layout, LinesAboveTheTableArePassedOver) {
  const Layout layout = layout_of(
      "CRM survey 2026\n\nExported,2026-09-30\nid,team,score,why\n1,A,9,fine\n2,B,3,slow\n3,A,7,\n");
  EXPECT_EQ(layout.preamble, 2u);
  EXPECT_EQ(layout.header_rows, 1u);
  EXPECT_THAT(layout.headers, ElementsAre("id", "team", "score", "why"));
  EXPECT_EQ(layout.body, 55u);
}

TEST(Layout, ATitleHidesNoDelimiter) {
  const Layout layout = layout_of("CRM survey 2026\nid;score\n1;9\n2;3\n3;7\n");
  EXPECT_EQ(layout.preamble, 1u);
  EXPECT_THAT(layout.headers, ElementsAre("id", "score"));
}

TEST(Layout, AnEmptyColumnAtTheEndIsNone) {
  const Layout layout = layout_of("编号,开始答题时间,结束答题时间,1.满意吗,\n1,a,b,5,\n2,c,d,4,\n");
  EXPECT_EQ(layout.kind, LayoutKind::tencent);
  EXPECT_EQ(layout.columns, 4u);
  EXPECT_EQ(layout_of("a,b,\n1,2,\n3,4,5\n").columns, 3u);
}

TEST(Layout, QualtricsHasThreeRows) {
  const Layout layout = layout_of(
      "StartDate,Finished,Q1\nStart Date,Finished,\"How likely\nare you?\"\n"
      "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\","
      "\"{\"\"ImportId\"\":\"\"QID7\"\"}\"\n2026-01-02,1,9\n");
  EXPECT_EQ(layout.kind, LayoutKind::qualtrics);
  EXPECT_EQ(layout.header_rows, 3u);
  EXPECT_THAT(layout.headers, ElementsAre("StartDate", "Finished", "Q1"));
  EXPECT_THAT(layout.labels, ElementsAre("Start Date", "Finished", "How likely are you?"));
  EXPECT_THAT(layout.export_ids, ElementsAre("startDate", "finished", "QID7"));
}

TEST(Layout, OldQualtricsHasTwo) {
  const Layout layout = layout_of("V1,V2,Q1\nResponseID,ResponseSet,How likely?\nR_1,Default,9\n");
  EXPECT_EQ(layout.header_rows, 2u);
  EXPECT_THAT(layout.labels, ElementsAre("ResponseID", "ResponseSet", "How likely?"));
}

TEST(Layout, SurveyMonkeyNamesAQuestionsOptions) {
  const Layout layout = layout_of(
      "Respondent ID,How likely?,Which of these?,,Don&apos;t you?\n"
      ",Response,Mail,Phone,Open-Ended Response\n1,9,Mail,,yes\n2,8,,Phone,no\n");
  EXPECT_EQ(layout.kind, LayoutKind::surveymonkey);
  EXPECT_EQ(layout.header_rows, 2u);
  EXPECT_THAT(layout.headers, ElementsAre("Respondent ID", "How likely?", "Which of these? – Mail",
                                          "Which of these? – Phone", "Don't you?"));
}

TEST(Layout, ToolsAreKnownByTheirColumns) {
  const auto kind = [](std::string_view text) { return layout_of(text).kind; };
  EXPECT_EQ(kind("id;submitdate;lastpage;NPS\n1;2026-01-02;3;9\n"), LayoutKind::limesurvey);
  EXPECT_EQ(kind("序号,提交答卷时间,所用时间,1、满意？\n1,2026/1/2 8:00,10秒,5\n"), LayoutKind::wjx);
  EXPECT_EQ(kind("Timestamp,How?\n2026/09/01 8:00:00 AM GMT+8,5\n"), LayoutKind::google_forms);
  EXPECT_EQ(kind("ID,Start time,Completion time,Q\n1,9/1/26 8:00:00,9/1/26 8:01:00,5\n"),
            LayoutKind::microsoft_forms);
  EXPECT_EQ(kind("#,How likely?,Start Date (UTC)\nab1,9,2026-01-02 08:00:00\n"),
            LayoutKind::typeform);
  EXPECT_EQ(kind("a,b\n1,2\n"), LayoutKind::plain);
  EXPECT_EQ(kind("1,2\n3,4\n"), LayoutKind::headerless);
}

TEST(Layout, APipeTablesDashesAreItsSecondHeaderRow) {
  const Layout layout = layout_of("nps,team\n---,:---:\n9,A\n3,B\n");
  EXPECT_EQ(layout.kind, LayoutKind::markdown);
  EXPECT_EQ(layout.header_rows, 2u);
  EXPECT_THAT(layout.headers, ElementsAre("nps", "team"));
}

}  // namespace
}  // namespace topline
