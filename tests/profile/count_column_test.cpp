// SPDX-License-Identifier: Apache-2.0

// Columns of blocks against the same cells counted one by one.

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>

#include "core/ingest/scanner.h"
#include "core/profile/token_table.h"

namespace topline {
namespace {

constexpr size_t kColumns = 7;

std::string quoted(const std::string& text) { return '"' + text + '"'; }

// Cells of every length and kind, mixed by column: digits, short and middling words, long texts,
// ids, all of them quoted or not, and a last column of numbers.
std::string survey(size_t rows, const std::string& end) {
  std::mt19937 random(7);
  const auto below = [&random](uint32_t bound) { return static_cast<uint32_t>(random() % bound); };
  const std::string alphabet = "abcdefghijklmnopqrstuvwxyz";
  std::string text;
  for (size_t row = 0; row < rows; ++row) {
    const std::string digit = std::to_string(below(11));
    text += (below(20) == 0 ? "" : digit) + ',';
    text += (below(3) == 0 ? quoted(digit) : std::string(below(3), 'x')) + ',';
    text += "2026-07-" + std::to_string(10 + below(20)) + ',';
    text += "R" + std::to_string(1000000 + row) + ',';
    const std::string word(below(90), alphabet[below(3)]);
    text += (below(2) == 0 ? quoted(word + ", \"\"so\"\"\n") : word) + ',';
    text += (row < rows / 2 ? digit : "a much longer text than before " + digit) + ',';
    text += (below(9) == 0 ? quoted(digit) : below(9) == 0 ? "" : digit) + end;
  }
  return text;
}

class ColumnsOfBlocks : public testing::TestWithParam<std::string> {};

TEST_P(ColumnsOfBlocks, AreCountedAsTheirCellsAre) {
  const std::string text = survey(6000, GetParam());
  Dialect dialect;
  dialect.end = GetParam() == "\r" ? Dialect::End::cr : Dialect::End::lf;
  std::vector<TokenTable> tables(kColumns), one_by_one(kColumns);
  for (std::vector<TokenTable>* all : {&tables, &one_by_one}) {
    for (TokenTable& table : *all) {
      table.pin("x");
      table.pin("R1005999");
    }
  }
  Scanner scanner(dialect);
  size_t rows = 0;
  const auto count = [&] {
    RecordBlock block;
    while (scanner.next_block(kColumns, block)) {
      rows += block.count();
      for (size_t c = 0; c < kColumns; ++c) {
        std::vector<uint32_t> codes(RecordBlock::kMost);
        tables[c].count_column(block, c, 1, codes.data());
        for (size_t row = 0; row < block.count(); ++row) {
          const Place place = {0, block.offset(row), block.line(row) - 1};
          const uint32_t code = one_by_one[c].count(block.cell(row, c), place);
          // A text that fell out later in the block had a code of its own before.
          if (code != TokenTable::kNone && tables[c].kept(code)) {
            ASSERT_EQ(codes[row], code);
          }
        }
      }
    }
  };
  for (size_t at = 0; at < text.size();) {
    const size_t piece = std::min<size_t>(text.size() - at, 5000);
    std::memcpy(scanner.room(piece).data(), text.data() + at, piece);
    scanner.commit(piece);
    at += piece;
    count();
  }
  scanner.finish();
  count();
  ASSERT_EQ(rows, 6000u);
  for (size_t c = 0; c < kColumns; ++c) {
    const TokenTable& table = tables[c];
    ASSERT_EQ(table.size(), one_by_one[c].size());
    EXPECT_EQ(table.complete(), one_by_one[c].complete());
    for (uint32_t code = 0; code < table.size(); ++code) {
      ASSERT_EQ(table.kept(code), one_by_one[c].kept(code));
      EXPECT_EQ(table.text(code), one_by_one[c].text(code));
      EXPECT_EQ(table.count_of(code), one_by_one[c].count_of(code)) << table.text(code);
      EXPECT_EQ(table.first_place(code).offset, one_by_one[c].first_place(code).offset);
      EXPECT_EQ(table.first_place(code).line, one_by_one[c].first_place(code).line);
    }
  }
  EXPECT_FALSE(tables[3].complete());
  EXPECT_TRUE(tables[0].complete());
}

INSTANTIATE_TEST_SUITE_P(RecordEnds, ColumnsOfBlocks, testing::Values("\n", "\r\n", "\r"));

}  // namespace
}  // namespace topline
