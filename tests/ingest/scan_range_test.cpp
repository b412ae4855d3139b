// SPDX-License-Identifier: Apache-2.0

// Ranges read apart and joined, as threads and workers do.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ingest/random_table.h"
#include "tests/ingest/read_all.h"
#include "tests/ingest/reference_reader.h"

namespace topline {
namespace {

/// Reads each range on a guess, and again where the guess was wrong; joins rows, lines and counts.
Reading read_ranges(std::string_view text, const Dialect& dialect, Lane lane, size_t piece,
                    const std::vector<uint64_t>& cuts, size_t& guessed_wrong) {
  Reading whole;
  uint64_t expected = dialect.body;
  uint64_t lines = 0;
  for (size_t k = 0; k + 1 < cuts.size(); ++k) {
    const bool last = k + 2 == cuts.size();
    ScanRange range{cuts[k], last ? UINT64_MAX : cuts[k + 1], k == 0};
    Reading part = read_all(text, dialect, lane, {piece}, range);
    if (part.first_offset != expected) {
      ++guessed_wrong;
      range.from = expected;
      range.exact = true;
      if (range.from >= range.to) {  // one record spans the range
        part = {};
        part.first_offset = part.end_offset = expected;
      } else {
        part = read_all(text, dialect, lane, {piece}, range);
      }
    }
    EXPECT_EQ(part.first_offset, expected);
    const uint64_t add = lines + (range.from == 0 ? 0 : dialect.first_line - 1);
    for (Row& row : part.rows) {
      row.line += add;
      whole.rows.push_back(row);
    }
    if (part.stray_quotes > 0 && whole.stray_quotes == 0) {
      whole.first_stray_quote_line = part.first_stray_quote_line + add;
    }
    if (part.unclosed_quotes > 0 && whole.unclosed_quotes == 0) {
      whole.first_unclosed_quote_line = part.first_unclosed_quote_line + add;
    }
    whole.stray_quotes += part.stray_quotes;
    whole.unclosed_quotes += part.unclosed_quotes;
    whole.invalid_utf8 += part.invalid_utf8;
    lines += part.lines;
    expected = part.end_offset;
  }
  whole.first_offset = dialect.body;
  whole.end_offset = expected;
  whole.lines = lines;
  return whole;
}

TEST(ScanRange, JoinedRangesReadAsOneScan) {
  size_t guessed_wrong = 0;
  for (uint32_t seed = 20000; seed < 21000; ++seed) {
    RandomTable table(seed);
    const std::string text = table.text(1 + table.pick(seed % 10 == 0 ? 600 : 20));
    const Reading expected = read_reference(text, table.dialect);
    for (Lane lane : lanes_here()) {
      std::vector<uint64_t> cuts = {0, text.size()};
      for (uint32_t k = table.pick(8); k > 0; --k) {
        cuts.push_back(table.pick(static_cast<uint32_t>(text.size()) + 1));
      }
      std::sort(cuts.begin(), cuts.end());
      const Reading got =
          read_ranges(text, table.dialect, lane, 1 + table.pick(300), cuts, guessed_wrong);
      ASSERT_EQ(got, expected) << "seed " << seed << ' ' << ::testing::PrintToString(text);
    }
  }
  EXPECT_GT(guessed_wrong, 0u);  // the test saw both
}

TEST(ScanRange, EveryCutOfATidyTableIsGuessedRight) {
  std::string text = "id,comment,score\r\n";
  for (int k = 0; k < 50; ++k)
    text += std::to_string(k) + ",\"said \"\"yes\"\",\r\nthen no\",9\r\n";
  const Reading expected = read_reference(text, Dialect{});
  size_t guessed_wrong = 0;
  for (Lane lane : lanes_here()) {
    for (uint64_t cut = 0; cut <= text.size(); ++cut) {
      const Reading got =
          read_ranges(text, Dialect{}, lane, text.size(), {0, cut, text.size()}, guessed_wrong);
      ASSERT_EQ(got, expected) << cut;
    }
  }
  EXPECT_EQ(guessed_wrong, 0u);
}

TEST(ScanRange, LinesAndOffsetsCountTheSepLine) {
  const std::string text = "\xEF\xBB\xBFsep=;\r\na;b\r\n\"x\r\ny\";1\r\n\r\n2;3";
  const Dialect dialect = sniff_dialect(text, true);
  const Reading expected = read_reference(text, dialect);
  EXPECT_EQ(expected.rows[0].line, 2u);
  EXPECT_EQ(expected.rows.back().line, 6u);
  size_t guessed_wrong = 0;
  for (Lane lane : lanes_here()) {
    for (uint64_t cut = 0; cut <= text.size(); ++cut) {
      const Reading got = read_ranges(text, dialect, lane, 5, {0, cut, text.size()}, guessed_wrong);
      ASSERT_EQ(got, expected) << cut;
    }
  }
}

TEST(ScanRange, ARecordThatBeginsAtABoundIsTheLaterRanges) {
  const std::string text = "aa\nbb\ncc\n";
  const Reading first = read_all(text, Dialect{}, best_lane(), {1}, {0, 3, true});
  const Reading second = read_all(text, Dialect{}, best_lane(), {1}, {3, 6, false});
  ASSERT_EQ(first.rows.size(), 1u);
  ASSERT_EQ(second.rows.size(), 1u);
  EXPECT_EQ(second.rows[0].cells[0], "bb");
  EXPECT_EQ(first.end_offset, 3u);
  EXPECT_EQ(second.first_offset, 3u);
  EXPECT_EQ(second.end_offset, 6u);
}

TEST(ScanRange, IsDoneOnceTheNextRecordIsPastIt) {
  Scanner scanner(Dialect{}, {0, 2, true});
  const std::string_view text = "a\nb\n";
  std::memcpy(scanner.room(4).data(), text.data(), 4);
  scanner.commit(4);
  EXPECT_FALSE(scanner.done());
  scanner.finish();
  Record record;
  EXPECT_TRUE(scanner.next(record));
  EXPECT_TRUE(scanner.done());
  EXPECT_FALSE(scanner.next(record));
  EXPECT_EQ(scanner.end_offset(), 2u);
}

}  // namespace
}  // namespace topline
