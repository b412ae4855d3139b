// SPDX-License-Identifier: Apache-2.0
#include "core/profile/token_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace topline {
namespace {

// Counting reads 16 bytes from a text on: what the scanner's memory allows.
uint32_t count_cell(TokenTable& table, std::string_view cell, uint64_t offset = 0) {
  return table.count(cell, {0, offset, 1});
}

uint32_t count(TokenTable& table, std::string text, uint64_t offset = 0) {
  const size_t size = text.size();
  text.resize(size + 16);
  return count_cell(table, std::string_view(text.data(), size), offset);
}

std::map<std::string, uint64_t> contents(const TokenTable& table) {
  std::map<std::string, uint64_t> all;
  for (uint32_t code : table.sorted()) {
    if (table.count_of(code) != 0) all[std::string(table.text(code))] = table.count_of(code);
  }
  return all;
}

TEST(TokenTable, CountsTextsOfEveryLength) {
  TokenTable table;
  std::map<std::string, uint64_t> expected;
  for (size_t length = 0; length < 60; ++length) {
    for (char last : {'a', 'b'}) {
      std::string text(length, 'x');
      if (length != 0) text.back() = last;
      for (size_t times = 0; times <= length % 3; ++times) {
        count(table, text);
        ++expected[text];
      }
    }
  }
  EXPECT_EQ(contents(table), expected);
  EXPECT_TRUE(table.complete());
  EXPECT_EQ(table.distinct(), expected.size());
}

TEST(TokenTable, TheEmptyTextAndWhatFollowsACellDoNotMatter) {
  TokenTable table;
  std::string memory = "7,99999999999999999999";
  EXPECT_EQ(count_cell(table, std::string_view(memory.data(), 1)), count(table, "7"));
  EXPECT_EQ(count(table, ""), TokenTable::kEmpty);
  EXPECT_EQ(table.count_of(TokenTable::kEmpty), 1u);
}

TEST(TokenTable, KeepsTheFirstPlaceAlsoOfPinnedWords) {
  TokenTable table;
  table.pin("NA");
  const uint32_t code = count(table, "NA", 40);
  count(table, "NA", 50);
  EXPECT_EQ(table.first_place(code).offset, 40u);
  table.add("NA", 3, {0, 20, 1});
  EXPECT_EQ(table.first_place(code).offset, 20u);
  EXPECT_EQ(table.count_of(code), 5u);
}

// Beyond its limit a table keeps the same texts with exact counts, whatever the order.
TEST(TokenTable, SampledContentsDependOnTheSetAlone) {
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) {
    texts.push_back((i % 2 ? "R" : "a rather long text that ends in ") + std::to_string(i));
    if (i % 7 == 0) texts.push_back(texts.back());
    if (i % 11 == 0) texts.push_back(std::string(1, static_cast<char>('0' + i % 10)));
  }
  std::map<std::string, uint64_t> all;
  for (const std::string& text : texts) ++all[text];
  std::map<std::string, uint64_t> first;
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    TokenTable table(256);
    table.pin("NA");
    for (const std::string& text : texts) count(table, text);
    count(table, "NA");
    EXPECT_FALSE(table.complete());
    auto kept = contents(table);
    EXPECT_EQ(kept.at("NA"), 1u) << "a pinned word never falls out";
    kept.erase("NA");
    EXPECT_EQ(kept.size(), 256u);
    for (const auto& [text, n] : kept) EXPECT_EQ(n, all.at(text)) << text;
    if (round == 0) first = kept;
    EXPECT_EQ(kept, first);
    const auto estimate = static_cast<double>(table.distinct());
    EXPECT_NEAR(estimate / static_cast<double>(all.size()), 1, 0.25);
    std::shuffle(texts.begin(), texts.end(), random);
  }
}

TEST(TokenTable, MergingPartsGivesTheWhole) {
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) texts.push_back("t" + std::to_string(i * i % 2100));
  for (uint32_t limit : {100u, 5000u}) {
    TokenTable whole(limit);
    for (const std::string& text : texts) count(whole, text);
    for (size_t cut : {0u, 1u, 400u, 2999u, 3000u}) {
      TokenTable left(limit), right(limit);
      for (size_t i = 0; i < texts.size(); ++i) count(i < cut ? left : right, texts[i]);
      for (bool swap : {false, true}) {
        TokenTable into = swap ? right : left;
        const TokenTable& from = swap ? left : right;
        if (!from.complete()) into.set_incomplete();
        for (uint32_t code = 0; code < from.size(); ++code) {
          if (from.kept(code)) {
            into.add(from.text(code), from.count_of(code), from.first_place(code));
          }
        }
        EXPECT_EQ(contents(into), contents(whole)) << limit << " cut " << cut;
        EXPECT_EQ(into.complete(), whole.complete());
      }
    }
  }
}

}  // namespace
}  // namespace topline
