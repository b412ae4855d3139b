// SPDX-License-Identifier: Apache-2.0
#include "core/tally/group_counts.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

namespace topline {
namespace {

TEST(GroupCounts, AgreesWithAMap) {
  std::mt19937 random(1);
  GroupCounts counts(2, true);
  std::map<std::array<uint32_t, 5>, std::pair<uint64_t, uint64_t>> truth;
  for (int i = 0; i < 20000; ++i) {
    const auto below = [&random](uint32_t bound) { return static_cast<uint32_t>(random() % bound); };
    const GroupCounts::Key key{below(50), below(3), below(4)};
    const uint32_t question = below(2);
    const uint32_t code = below(question == 0 ? 11 : 200);
    const uint64_t weight = random() % 1000;
    const uint32_t cell = counts.cell(key);
    EXPECT_EQ(counts.cells()[cell], key);
    ASSERT_TRUE(counts.add(cell, question, code, {1, Int128{weight}, Int128{weight * weight}}));
    auto& entry = truth[{key.first, key.second, key.wave, question, code}];
    ++entry.first;
    entry.second += weight;
  }
  EXPECT_EQ(counts.cells().size(), 600u);
  uint64_t seen = 0;
  for (const auto& [key, want] : truth) {
    const uint32_t cell = counts.cell({key[0], key[1], key[2]});
    const Count count = counts.at(cell, key[3], key[4]);
    EXPECT_EQ(count.n, want.first);
    EXPECT_EQ(static_cast<uint64_t>(count.weight), want.second);
    seen += count.n;
  }
  EXPECT_EQ(seen, 20000u);
}

TEST(GroupCounts, CountsAQuestionOfManyRows) {
  GroupCounts counts(2);
  const uint32_t cell = counts.cell({1, 0, 0});
  const uint32_t other = counts.cell({2, 0, 0});
  const uint32_t none = UINT32_MAX;
  const std::vector<uint32_t> cells = {cell, cell, cell, other};
  const uint32_t wide[] = {100, 100, 2, 31};
  const uint32_t narrow[] = {7, none, 7, none};
  counts.count_question(0, cells, wide);
  counts.count_question(1, cells, narrow);
  EXPECT_EQ(counts.at(cell, 0, 100).n, 2u);
  EXPECT_EQ(counts.at(cell, 0, 2).n, 1u);
  EXPECT_EQ(counts.at(cell, 1, 7).n, 2u);
  EXPECT_EQ(counts.at(other, 1, 7).n, 0u);
  EXPECT_EQ(counts.at(other, 0, 31).n, 1u);
  EXPECT_EQ(counts.at(other, 0, 100).n, 0u);
}

TEST(GroupCounts, OverflowIsToldNotWrapped) {
  GroupCounts counts(1, true);
  const uint32_t cell = counts.cell({});
  const Int128 half = Int128{1} << 126;
  EXPECT_TRUE(counts.add(cell, 0, 0, {1, half, 0}));
  EXPECT_FALSE(counts.add(cell, 0, 0, {1, half, 0}));
}

TEST(GroupCounts, WhatIsTakenAwayWasNeverThere) {
  GroupCounts counts(1, true);
  const uint32_t cell = counts.cell({3, 0, 0});
  ASSERT_TRUE(counts.add(cell, 0, 5, {1, 7, 49}));
  counts.take_away(cell, 0, 5, 7);
  EXPECT_EQ(counts.at(cell, 0, 5).n, 0u);
  EXPECT_TRUE(counts.at(cell, 0, 5).weight == 0 && counts.at(cell, 0, 5).weight_squared == 0);
}

}  // namespace
}  // namespace topline
