// SPDX-License-Identifier: Apache-2.0
#include "core/base/number.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(FormatNumber, TwelveDigitsAndNoMinusZero) {
  EXPECT_EQ(format_number(200.0 / 11), "18.1818181818");
  EXPECT_EQ(format_number(-0.0), "0");
  EXPECT_EQ(format_number(100), "100");
  EXPECT_EQ(format_number(-30.25), "-30.25");
  EXPECT_EQ(format_number(1e-7), "1e-07");
}

TEST(ParseNumber, TakesADecimalAndNothingElse) {
  EXPECT_EQ(parse_number(" 9 "), 9);
  EXPECT_EQ(parse_number("-2.5"), -2.5);
  EXPECT_EQ(parse_number("+3"), 3);
  EXPECT_EQ(parse_number("1e3"), 1000);
  for (const char* text : {"", " ", "ten", "9分", "nan", "inf", "1,5", "0x10", "9 9", "-", "1e999"}) {
    EXPECT_FALSE(parse_number(text).has_value()) << text;
  }
}

TEST(ParseFixed, TwelveDecimalsHalfToEven) {
  const auto value = [](const char* text) { return to_decimal(parse_fixed(text)->value); };
  EXPECT_EQ(value("1"), "1000000000000");
  EXPECT_EQ(value("0.2847177143"), "284717714300");
  EXPECT_EQ(value("-1.5"), "-1500000000000");
  EXPECT_EQ(value("1e-12"), "1");
  EXPECT_EQ(value("0.0000000000005"), "0") << "half, to even";
  EXPECT_EQ(value("0.0000000000015"), "2") << "half, to even";
  EXPECT_EQ(value("0.00000000000150001"), "2");
  EXPECT_EQ(value("0.0000000000004999"), "0");
  EXPECT_TRUE(parse_fixed("0.0000000000005")->rounded);
  EXPECT_FALSE(parse_fixed("0.5000000000000000")->rounded);
  EXPECT_EQ(value("2.5e3"), "2500000000000000");
  for (const char* text : {"", "x", "1.2.3", "1e", "1e+", "NaN", "1e40"}) {
    EXPECT_FALSE(parse_fixed(text).has_value()) << text;
  }
}

TEST(Int128, RoundTripsAndKnowsItsLimits) {
  const Int128 most = (static_cast<Int128>(INT64_MAX) << 64) | static_cast<Int128>(UINT64_MAX);
  EXPECT_EQ(to_decimal(most), "170141183460469231731687303715884105727");
  EXPECT_EQ(*parse_int128("170141183460469231731687303715884105727"), most);
  EXPECT_FALSE(parse_int128("170141183460469231731687303715884105728").has_value());
  EXPECT_FALSE(checked_add(most, 1).has_value());
  EXPECT_FALSE(checked_multiply(most, 2).has_value());
  EXPECT_EQ(to_decimal(*checked_multiply(-3, 4)), "-12");
  EXPECT_EQ(to_double(Int128{1} << 100), 1267650600228229401496703205376.0);
  EXPECT_EQ(to_double((Int128{1} << 64) + 1), 18446744073709551616.0);
  EXPECT_EQ(to_double(-(Int128{3} << 70)), -3541774862152233910272.0);
}

}  // namespace
}  // namespace topline
