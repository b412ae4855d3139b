// SPDX-License-Identifier: Apache-2.0
#include "core/tally/run_counts.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>

#include "core/ingest/scanner.h"
#include "core/profile/block_columns.h"

namespace topline {
namespace {

// More rows than 16 bits count, in cells that come up one after the other.
TEST(RunCounts, AgreeWithGroupsCountedQuestionByQuestion) {
  constexpr size_t kRows = 300000;
  std::mt19937 random(11);
  std::string text;
  for (size_t row = 0; row < kRows; ++row) {
    for (int question = 0; question < 3; ++question) text += std::to_string(random() % 9 / 4) + ',';
    text += std::to_string(row % 7) + '\n';
  }
  BlockColumns columns({1, 1, 1, 0});
  std::vector<TokenTable> tables(4);
  GroupCounts by_run(4), by_question(4);  // the first question is none of the run's
  RunCounts counts({1, 2, 3});
  size_t rows = 0, blocks_by_run = 0;
  Scanner scanner((Dialect()));
  std::memcpy(scanner.room(text.size()).data(), text.data(), text.size());
  scanner.commit(text.size());
  scanner.finish();
  RecordBlock block;
  while (scanner.next_block(4, block)) {
    columns.count(block, 0, tables);
    std::vector<uint32_t> cells;
    for (size_t row = 0; row < block.count(); ++row) {
      const GroupCounts::Key key{static_cast<uint32_t>(rows / 50000), 0, 0};
      cells.push_back(by_run.cell(key));
      EXPECT_EQ(by_question.cell(key), cells.back());
      ++rows;
    }
    if (columns.by_runs()) {
      ASSERT_EQ(columns.runs().size(), 1u);
      counts.count(cells, columns.combinations(0), by_run.cells().size());
      ++blocks_by_run;
    }
    for (uint32_t c = 0; c < 3; ++c) {
      by_question.count_question(c + 1, cells, columns.codes(c));
      if (!columns.by_runs()) by_run.count_question(c + 1, cells, columns.codes(c));
    }
  }
  counts.give(columns.runs()[0], by_run);
  EXPECT_EQ(rows, kRows);
  EXPECT_GT(blocks_by_run, 1000u);
  ASSERT_EQ(by_run.cells().size(), 6u);
  uint64_t seen = 0;
  for (uint32_t cell = 0; cell < 6; ++cell) {
    for (size_t question = 1; question < 4; ++question) {
      for (uint32_t code = 0; code < tables[question - 1].size(); ++code) {
        EXPECT_EQ(by_run.at(cell, question, code).n, by_question.at(cell, question, code).n);
        seen += by_run.at(cell, question, code).n;
      }
    }
  }
  EXPECT_EQ(seen, 3 * kRows);
  counts.give(columns.runs()[0], by_run);  // nothing is left
  EXPECT_EQ(by_run.at(0, 1, tables[0].find("0")).n, by_question.at(0, 1, tables[0].find("0")).n);
}

}  // namespace
}  // namespace topline
