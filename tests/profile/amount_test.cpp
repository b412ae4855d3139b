// SPDX-License-Identifier: Apache-2.0
#include "core/profile/amount.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

constexpr NumberStyle kPoint{'.', false}, kComma{',', false};

double amount(std::string_view cell, const NumberStyle& style = kPoint) {
  const auto fixed = read_amount(cell, style);
  return fixed ? to_double(fixed->value) / 1e12 : -999;
}

NumberStyle style_of(const std::vector<std::string>& texts) {
  TokenTable table;
  for (const std::string& text : texts) table.add(text, 1, {});
  return find_number_style(table);
}

TEST(Amount, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(amount("1234.5"), 1234.5);
  EXPECT_EQ(amount("1,234.56"), 1234.56);
  EXPECT_EQ(amount("1,234,567"), 1234567);
  EXPECT_EQ(amount("1.234,56", kComma), 1234.56);
  EXPECT_EQ(amount("0,75", kComma), 0.75);
  EXPECT_EQ(amount("12 345,67", kComma), 12345.67);
  EXPECT_EQ(amount("12\xC2\xA0" "345,67", kComma), 12345.67);
  EXPECT_EQ(amount("1'234.5"), 1234.5);
  EXPECT_EQ(amount("¥1.5万"), 15000);
  EXPECT_EQ(amount("￥３００"), 300);
  EXPECT_EQ(amount("3.2亿元"), 320000000);
  EXPECT_EQ(amount("12%"), 12);
  EXPECT_EQ(amount("$ (1,200)"), -1200);
  EXPECT_EQ(amount("(1,200)"), -1200);
  EXPECT_EQ(amount("-$5"), -5);
  EXPECT_EQ(amount("$-5"), -5);
  EXPECT_EQ(amount("−5"), -5);
  EXPECT_EQ(amount("5-"), -5);
  EXPECT_EQ(amount("€ 9.99"), 9.99);
  EXPECT_EQ(amount("9,99 €", kComma), 9.99);
  EXPECT_EQ(amount("USD 1,000"), 1000);
  EXPECT_EQ(amount("1e3"), 1000);
  EXPECT_EQ(amount("'7"), 7);
  EXPECT_EQ(amount("+5"), 5);
}

TEST(Amount, OtherTextsAreNone) {
  for (const char* cell : {"", "-", "abc", "12abc", "1.2.3", "1,2,3", "12,34.5", "1,23", "$", "2026-01-02", "1 2", "--",
                           "10:30", "18-24"}) {
    EXPECT_FALSE(read_amount(cell, kPoint)) << cell;
  }
}

TEST(Amount, TheColumnTellsTheDecimalMark) {
  EXPECT_EQ(style_of({"1.5", "2"}), kPoint);
  EXPECT_EQ(style_of({"0,75", "1,25"}), kComma);
  EXPECT_EQ(style_of({"1.234", "12,5"}), kComma);
  EXPECT_EQ(style_of({"1.234,56"}), kComma);
  EXPECT_EQ(style_of({"1,234.56", "1,234"}), kPoint);
  EXPECT_EQ(style_of({"1,234,567", "1,234"}), kPoint);
  EXPECT_EQ(style_of({"1.234.567"}), kComma);
  EXPECT_TRUE(style_of({"1,234", "5,678"}).ambiguous);
  EXPECT_FALSE(style_of({"1.234", "5.678"}).ambiguous);
  EXPECT_TRUE(style_of({"1,5", "1.5"}).ambiguous);
}

}  // namespace
}  // namespace topline
