// SPDX-License-Identifier: Apache-2.0

// Cells and records over the limits.

#include <gtest/gtest.h>

#include "tests/ingest/read_all.h"

namespace topline {
namespace {

constexpr size_t kLimit = Scanner::kCellLimit;

Reading read_in_megabytes(std::string_view text, Lane lane) {
  return read_all(text, Dialect{}, lane, {size_t{1} << 20});
}

TEST(LongCell, ACellOfJustTheLimitIsRead) {
  const std::string text = "a,b\n1,\"" + std::string(kLimit - 1, 'x') + "\n\"\r\n2,c\n";
  for (Lane lane : lanes_here()) {
    const Reading reading = read_in_megabytes(text, lane);
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[1].cells[1].size(), kLimit);
    EXPECT_EQ(reading.rows[2].line, 4u);
    EXPECT_EQ(reading.stray_quotes, 0u);
    EXPECT_EQ(reading.unclosed_quotes, 0u);
  }
}

TEST(LongCell, AQuoteThatClosesPastTheLimitIsText) {
  const std::string text = "a,b\n1,\"" + std::string(kLimit, 'x') + "\n\"\n2,c\n";
  for (Lane lane : lanes_here()) {
    const Reading reading = read_in_megabytes(text, lane);
    ASSERT_EQ(reading.rows.size(), 4u);
    EXPECT_EQ(reading.rows[1].cells[1].size(), kLimit + 1);
    EXPECT_EQ(reading.rows[2].cells[0], "\"");  // unclosed by the end of the input
    EXPECT_EQ(reading.unclosed_quotes, 2u);
  }
}

TEST(LongCell, AStrayQuoteDoesNotSwallowTheFile) {
  std::string text = "a,b\n1,\"x\n";
  const std::string row = "2,some answer of a usual length\n";
  while (text.size() < kLimit + 100000) text += row;
  const size_t rows = 2 + (text.size() - 9) / row.size();
  for (Lane lane : lanes_here()) {
    const Reading reading = read_in_megabytes(text, lane);
    EXPECT_EQ(reading.rows.size(), rows);
    EXPECT_EQ(reading.rows[1].cells[1], "\"x");
    EXPECT_EQ(reading.unclosed_quotes, 1u);
    EXPECT_EQ(reading.first_unclosed_quote_line, 2u);
    EXPECT_EQ(reading.stray_quotes, 1u);
  }
}

TEST(LongCell, ManyStrayQuotesAreReadInOnePass) {
  // Each would read 16 MiB in vain, if the first had not told the others that nothing closes.
  std::string text;
  for (int k = 0; k < 300000; ++k) text += "\"x\n";
  text += std::string(kLimit, 'y') + "\n";
  const Reading reading = read_in_megabytes(text, best_lane());
  EXPECT_EQ(reading.rows.size(), 300001u);
  EXPECT_EQ(reading.unclosed_quotes, 300000u);
}

TEST(LongCell, ALongUnquotedCellIsRead) {
  const std::string text = "a\n" + std::string(kLimit + 5, 'x') + "\nb\n";
  for (Lane lane : lanes_here()) {
    const Reading reading = read_in_megabytes(text, lane);
    ASSERT_EQ(reading.rows.size(), 3u);
    EXPECT_EQ(reading.rows[1].cells[0].size(), kLimit + 5);
    EXPECT_EQ(reading.stray_quotes, 0u);
  }
}

TEST(LongCell, ARecordOverItsLimitIsCut) {
  const std::string text = std::string(Scanner::kRecordLimit + 10, 'x') + ",y\nb\n";
  for (Lane lane : lanes_here()) {
    for (size_t piece : {size_t{1} << 20, text.size()}) {
      const Reading reading = read_all(text, Dialect{}, lane, {piece});
      ASSERT_EQ(reading.rows.size(), 3u);
      EXPECT_EQ(reading.rows[0].cells[0].size(), Scanner::kRecordLimit);
      EXPECT_EQ(reading.rows[1].cells[0].size(), 10u);
      EXPECT_EQ(reading.rows[1].line, 1u);
      EXPECT_EQ(reading.rows[2].line, 2u);
    }
  }
}

TEST(LongCell, ARecordOfTooManyCellsIsCut) {
  const std::string text = "a\n" + std::string(Scanner::kCellsLimit + 2, ',') + "z\nb,c\n";
  for (Lane lane : lanes_here()) {
    for (size_t piece : {size_t{100000}, text.size()}) {
      const Reading reading = read_all(text, Dialect{}, lane, {piece});
      ASSERT_EQ(reading.rows.size(), 4u);
      EXPECT_EQ(reading.rows[1].cells.size(), Scanner::kCellsLimit);
      EXPECT_EQ(reading.rows[2].cells, (std::vector<std::string>{"", "", "z"}));
      EXPECT_EQ(reading.rows[3].line, 3u);
    }
  }
}

}  // namespace
}  // namespace topline
