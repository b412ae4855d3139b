// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ingest/random_table.h"
#include "tests/ingest/read_all.h"
#include "tests/ingest/reference_reader.h"

namespace topline {
namespace {

using ::testing::ElementsAre;

Dialect dialect(char delimiter = ',', Dialect::End end = Dialect::End::lf) {
  Dialect d;
  d.delimiter = delimiter;
  d.end = end;
  return d;
}

std::vector<std::vector<std::string>> cells_of(std::string_view text) {
  return grid(read_whole(text, dialect()).rows);
}

// What the names of random tests are followed by when one fails.
std::string shown(std::string_view text) { return ::testing::PrintToString(std::string(text)); }

TEST(Scanner, EveryLaneThatCanRunHereIsListed) {
  EXPECT_THAT(lanes_here(), ::testing::Contains(best_lane()));
  EXPECT_THAT(lanes_here(), ::testing::Contains(Lane::scalar));
}

TEST(Scanner, QuotesInTheMiddleOfACellAreText) {
  EXPECT_THAT(cells_of("A,B\",C\n"), ElementsAre(ElementsAre("A", "B\"", "C")));
  EXPECT_THAT(cells_of("A, \"B\" ,C\n"), ElementsAre(ElementsAre("A", " \"B\" ", "C")));
  EXPECT_THAT(cells_of("5\" pipe,6\" pipe\n7,8\n"),
              ElementsAre(ElementsAre("5\" pipe", "6\" pipe"), ElementsAre("7", "8")));
}

TEST(Scanner, WhiteSpaceBehindAClosingQuoteIsDropped) {
  EXPECT_THAT(cells_of("A,\"B\" ,\"C\" \t\r\nD"),
              ElementsAre(ElementsAre("A", "B", "C"), ElementsAre("D")));
  EXPECT_THAT(cells_of("\"a\"\r\r\nb\n"), ElementsAre(ElementsAre("a"), ElementsAre("b")));
  EXPECT_THAT(cells_of("\"a\"  "), ElementsAre(ElementsAre("a")));
}

TEST(Scanner, AQuotedCellGoesOnWhereTextFollowsItsQuote) {
  EXPECT_THAT(cells_of("\"a,\"b,c\"\nd,e,f"),
              ElementsAre(ElementsAre("a,\"b,c"), ElementsAre("d", "e", "f")));
  EXPECT_THAT(cells_of("\"He said \"hi\" to me\",x\n"),
              ElementsAre(ElementsAre("He said \"hi\" to me", "x")));
}

TEST(Scanner, AnUnclosedQuoteIsTextAndTheRestIsReadAgain) {
  const Reading reading = read_whole("a,b\nc,\"d\ne,f\ng,h\n", dialect());
  EXPECT_THAT(grid(reading.rows), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "\"d"),
                                              ElementsAre("e", "f"), ElementsAre("g", "h")));
  EXPECT_EQ(reading.unclosed_quotes, 1u);
  EXPECT_EQ(reading.first_unclosed_quote_line, 2u);
  EXPECT_EQ(reading.stray_quotes, 1u);
}

TEST(Scanner, LinesCountQuotedRecordEndsToo) {
  const Reading reading = read_whole("a\n\"b\n\nb\"\r\nc\n\nd", dialect());
  std::vector<uint64_t> lines;
  for (const Row& row : reading.rows) lines.push_back(row.line);
  EXPECT_THAT(lines, ElementsAre(1, 2, 5, 6, 7));
  EXPECT_TRUE(reading.rows[3].blank);
  EXPECT_EQ(reading.lines, 6u);
  EXPECT_EQ(reading.end_offset, 14u);
}

TEST(Scanner, BlankIsOneEmptyUnquotedCell) {
  const Reading reading = read_whole("\n\r\n\"\"\n,\n \n", dialect());
  ASSERT_EQ(reading.rows.size(), 5u);
  EXPECT_TRUE(reading.rows[0].blank);
  EXPECT_TRUE(reading.rows[1].blank);
  EXPECT_FALSE(reading.rows[2].blank);
  EXPECT_FALSE(reading.rows[3].blank);
  EXPECT_FALSE(reading.rows[4].blank);
}

TEST(Scanner, ATerminatorStartsNoRecord) {
  EXPECT_TRUE(cells_of("").empty());
  EXPECT_THAT(cells_of("a\n"), ElementsAre(ElementsAre("a")));
  EXPECT_THAT(cells_of("a,"), ElementsAre(ElementsAre("a", "")));
  EXPECT_THAT(cells_of("a\r"), ElementsAre(ElementsAre("a\r")));  // no LF: data
}

TEST(Scanner, SkipsTheByteOrderMarkAndTheSepLine) {
  const std::string text = "\xEF\xBB\xBFsep=;\na;b\n1;2\n";
  const Dialect sniffed = sniff_dialect(text, true);
  for (Lane lane : lanes_here()) {
    for (size_t piece = 1; piece <= text.size(); ++piece) {
      const Reading reading = read_all(text, sniffed, lane, {piece});
      EXPECT_THAT(grid(reading.rows), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
      EXPECT_EQ(reading.rows[0].line, 2u);
      EXPECT_EQ(reading.rows[0].offset, 9u);
    }
  }
}

TEST(Scanner, ReadsRandomTextsAsTheReferenceDoes) {
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    RandomTable table(seed);
    const std::string text = table.text(1 + table.pick(seed % 10 == 0 ? 400 : 12));
    const Reading expected = read_reference(text, table.dialect);
    for (Lane lane : lanes_here()) {
      for (const std::vector<size_t>& pieces : std::vector<std::vector<size_t>>{
               {text.size() + 1}, {1}, {1 + table.pick(200)}, {table.pick(70), 64}}) {
        if (pieces.back() == 0) continue;
        const Reading got = read_all(text, table.dialect, lane, pieces);
        ASSERT_EQ(got.rows, expected.rows) << "seed " << seed << ' ' << shown(text);
        ASSERT_EQ(got, expected) << "seed " << seed << ' ' << shown(text);
      }
    }
  }
}

TEST(Scanner, ReadsTheSameAtEverySplit) {
  for (uint32_t seed = 5000; seed < 5150; ++seed) {
    RandomTable table(seed);
    const std::string text = table.text(8);
    const Reading expected = read_reference(text, table.dialect);
    for (Lane lane : lanes_here()) {
      for (size_t split = 1; split < text.size(); ++split) {
        ASSERT_EQ(read_all(text, table.dialect, lane, {split, text.size()}), expected)
            << "seed " << seed << " split " << split << ' ' << shown(text);
      }
    }
  }
}

TEST(Scanner, ReadsLongTablesAcrossManyWindows) {
  for (uint32_t seed = 7000; seed < 7012; ++seed) {
    RandomTable table(seed);
    const std::string text = table.text(20000);
    const Reading expected = read_reference(text, table.dialect);
    for (Lane lane : lanes_here()) {
      ASSERT_EQ(read_all(text, table.dialect, lane, {100000}), expected) << "seed " << seed;
      ASSERT_EQ(read_all(text, table.dialect, lane, {text.size() + 1}), expected)
          << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace topline
