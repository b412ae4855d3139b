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

}  // namespace
}  // namespace topline
