// SPDX-License-Identifier: Apache-2.0

// Columns counted by runs against the same cells counted one by one.

#include "core/profile/block_columns.h"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <random>
#include <string>

#include "core/ingest/scanner.h"

namespace topline {
namespace {

constexpr uint32_t kColumns = 9;
constexpr size_t kRows = 20000;

std::string quoted(const std::string& text) { return '"' + text + '"'; }

// An id, two columns of words, five questions (some cells quoted), and a last column. From `grows` on
// the third question has ever new texts; from `longer` on the words are too long for any key.
std::string survey(size_t grows, size_t longer) {
  std::mt19937 random(3);
  const auto below = [&random](uint32_t bound) { return static_cast<uint32_t>(random() % bound); };
  const std::string departments[] = {"Sales", "信息技术部", "Operations, abroad", "\"\"Special\"\"", ""};
  std::string text;
  for (size_t row = 0; row < kRows; ++row) {
    text += "R" + std::to_string(row) + ',';
    const std::string& department = departments[below(5)];
    const bool quote = department.find_first_of(",\"") != std::string::npos || below(50) == 0;
    const std::string word = row < longer ? department : department + std::string(40, 'x');
    text += (quote ? quoted(word) : word) + ',';
    text += std::string(below(2) == 0 ? "rep" : "manager") + ',';
    for (uint32_t question = 0; question < 5; ++question) {
      const std::string digit = below(12) == 0 ? "" : std::to_string(below(question == 0 ? 11 : 5));
      const bool fresh = question == 2 && row >= grows;
      text += (fresh ? "t" + std::to_string(row) : below(40) == 0 ? quoted(digit) : digit) + ',';
    }
    text += std::to_string(below(3)) + (row % 2 == 0 ? "\r\n" : "\n");
  }
  return text;
}

void read_blocks(const std::string& text, const std::function<void(const RecordBlock&)>& see) {
  Scanner scanner((Dialect()));
  const auto see_all = [&] {
    RecordBlock block;
    while (scanner.next_block(kColumns, block)) see(block);
  };
  for (size_t at = 0; at < text.size();) {
    const size_t piece = std::min<size_t>(text.size() - at, 9000);
    std::memcpy(scanner.room(piece).data(), text.data() + at, piece);
    scanner.commit(piece);
    at += piece;
    see_all();
  }
  scanner.finish();
  see_all();
}

// Returns the most runs there were, and how many there are at the end.
std::pair<size_t, size_t> compare(const std::string& text) {
  BlockColumns columns({0, 0, 0, 1, 1, 1, 1, 1, 0});
  std::vector<TokenTable> by_runs(kColumns), one_by_one(kColumns);
  size_t rows = 0, most = 0;
  read_blocks(text, [&](const RecordBlock& block) {
    if (!columns.runs_go_on()) columns.drop_runs(by_runs);
    columns.count(block, 1, by_runs);
    most = std::max(most, columns.runs().size());
    rows += block.count();
    for (uint32_t c = 0; c < kColumns; ++c) {
      const uint32_t* const codes = columns.codes(c);
      for (size_t row = 0; row < block.count(); ++row) {
        const Place place = {0, block.offset(row), block.line(row) - 1};
        const uint32_t code = one_by_one[c].count(block.cell(row, c), place);
        if (code == TokenTable::kNone || !by_runs[c].kept(code)) continue;
        EXPECT_EQ(codes[row], code);
      }
    }
  });
  columns.give_counts(by_runs);
  EXPECT_EQ(rows, kRows);
  for (uint32_t c = 0; c < kColumns; ++c) {
    EXPECT_EQ(by_runs[c].size(), one_by_one[c].size());
    for (uint32_t code = 0; code < one_by_one[c].size(); ++code) {
      EXPECT_EQ(by_runs[c].kept(code), one_by_one[c].kept(code));
      EXPECT_EQ(by_runs[c].text(code), one_by_one[c].text(code));
      EXPECT_EQ(by_runs[c].count_of(code), one_by_one[c].count_of(code)) << by_runs[c].text(code);
      EXPECT_EQ(by_runs[c].first_place(code).offset, one_by_one[c].first_place(code).offset);
      EXPECT_EQ(by_runs[c].first_place(code).line, one_by_one[c].first_place(code).line);
    }
  }
  return {most, columns.runs().size()};
}

TEST(BlockColumns, CountRunsAsTheirCells) {
  const auto [most, left] = compare(survey(kRows, kRows));
  EXPECT_EQ(most, 3u);  // the words, and the questions in two
  EXPECT_EQ(left, 3u);
}

TEST(BlockColumns, GiveUpARunWhoseTextsBecomeMany) {
  const auto [most, left] = compare(survey(kRows / 2, kRows));
  EXPECT_EQ(most, 3u);
  EXPECT_EQ(left, 2u);
}

TEST(BlockColumns, GiveUpARunWhoseTextsAreTooLongForIt) {
  const auto [most, left] = compare(survey(kRows, kRows / 2));
  EXPECT_EQ(most, 3u);
  EXPECT_EQ(left, 2u);
}

TEST(BlockColumns, NeverLookUpTheLastColumnOrAColumnOfManyTextsInARun) {
  std::vector<TokenTable> columns(4);
  for (uint32_t k = 0; k < 200; ++k) columns[1].add("text " + std::to_string(k), 1, {0, k, k});
  EXPECT_TRUE(choose_runs(columns, {0, 0, 0, 0}).empty());
  const std::vector<TokenTable> few(4);
  const auto runs = choose_runs(few, {0, 0, 0, 0});
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0].first(), 0u);
  EXPECT_EQ(runs[0].end(), 3u);
  EXPECT_TRUE(choose_runs(few, {0, 1, 0, 0}).empty());
  EXPECT_TRUE(choose_runs({}, {}).empty());
}

}  // namespace
}  // namespace topline
