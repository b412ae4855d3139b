// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ingest/read_all.h"

namespace topline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Table {
  std::vector<Row> rows;
  uint64_t blanks = 0;
  uint64_t held = 0;
};

Table read_table(std::string_view text, uint32_t columns, size_t piece, ScanRange range = {}) {
  TableReader reader(Dialect{}, columns, range);
  Table table;
  for (size_t at = 0; at < text.size(); at += piece) {
    const std::string_view part = text.substr(at, piece);
    std::memcpy(reader.scanner().room(part.size()).data(), part.data(), part.size());
    reader.scanner().commit(part.size());
    take(reader, table.rows);
  }
  reader.scanner().finish();
  take(reader, table.rows);
  table.blanks = reader.blanks();
  table.held = reader.held();
  return table;
}

TEST(TableReader, BlankLinesOfATableAreDroppedAndCounted) {
  for (size_t piece : {1u, 3u, 100u}) {
    const Table table = read_table("\na,b\n\r\n\n1,2\n\n\n", 2, piece);
    EXPECT_THAT(grid(table.rows), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
    EXPECT_EQ(table.blanks, 5u);
    EXPECT_EQ(table.rows[1].line, 5u);
  }
}

TEST(TableReader, InteriorBlankLinesOfOneColumnAreMissingAnswers) {
  for (size_t piece : {1u, 3u, 100u}) {
    const Table table = read_table("\n\na\nb\n\n\r\n\nc\n\n\n", 1, piece);
    EXPECT_THAT(grid(table.rows), ElementsAre(ElementsAre("a"), ElementsAre("b"), ElementsAre(""),
                                              ElementsAre(""), ElementsAre(""), ElementsAre("c")));
    EXPECT_EQ(table.blanks, 4u);
    EXPECT_EQ(table.held, 2u);
    for (size_t k = 0; k < table.rows.size(); ++k) EXPECT_EQ(table.rows[k].line, k + 3);
    EXPECT_EQ(table.rows[2].offset, 6u);
    EXPECT_EQ(table.rows[3].offset, 7u);
    EXPECT_EQ(table.rows[4].offset, 9u);
    EXPECT_TRUE(table.rows[3].blank);
    EXPECT_FALSE(table.rows[5].blank);
  }
}

TEST(TableReader, NothingButBlankLinesIsNoRow) {
  const Table table = read_table("\n\r\n\n", 1, 2);
  EXPECT_THAT(table.rows, IsEmpty());
  EXPECT_EQ(table.blanks, 3u);
}

TEST(TableReader, ALaterRangeOfOneColumnHasNoLeadingBlankLines) {
  const Table table = read_table("\nb\n", 1, 100, {2, UINT64_MAX, true});
  EXPECT_THAT(grid(table.rows), ElementsAre(ElementsAre(""), ElementsAre("b")));
  EXPECT_EQ(table.blanks, 0u);
}

Layout layout_of(std::string_view text) {
  return detect_layout(text, true, sniff_dialect(text, true));
}

TEST(Layout, WordsOverAnswersAreAHeader) {
  const Layout layout = layout_of("id, Score ,\"How\nmany?\"\n1,9,3\n2,8,1\n");
  EXPECT_EQ(layout.header_rows, 1u);
  EXPECT_THAT(layout.headers, ElementsAre("id", "Score", "How\nmany?"));
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

}  // namespace
}  // namespace topline
