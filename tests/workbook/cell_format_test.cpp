// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/cell_format.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TEST(CellFormat, IsReadFromItsIdOrItsCode) {
  EXPECT_EQ(format_of(0, ""), CellFormat::number);
  EXPECT_EQ(format_of(10, ""), CellFormat::percent);
  EXPECT_EQ(format_of(14, ""), CellFormat::date);
  EXPECT_EQ(format_of(22, ""), CellFormat::moment);
  EXPECT_EQ(format_of(46, ""), CellFormat::duration);
  const auto of = [](std::string_view code) { return format_of(164, code); };
  EXPECT_EQ(of("General"), CellFormat::number);
  EXPECT_EQ(of("#,##0.00 \"days\""), CellFormat::number) << "quoted letters are no parts of a date";
  EXPECT_EQ(of("\"TRUE\";\"TRUE\";\"FALSE\""), CellFormat::number);
  EXPECT_EQ(of("[Red]0.0"), CellFormat::number);
  EXPECT_EQ(of("0.00%"), CellFormat::percent);
  EXPECT_EQ(of("yyyy\\-mm\\-dd"), CellFormat::date);
  EXPECT_EQ(of("[$-804]yyyy\"年\"m\"月\"d\"日\";@"), CellFormat::date);
  EXPECT_EQ(of("mmm-yy"), CellFormat::date);
  EXPECT_EQ(of("mm/dd/yy\\ hh:mm\\ AM/PM"), CellFormat::moment);
  EXPECT_EQ(of("h:mm:ss"), CellFormat::time);
  EXPECT_EQ(of("[h]:mm:ss"), CellFormat::duration);
  EXPECT_EQ(of("[mm]:ss"), CellFormat::duration);
}

// Serials as Excel's documentation has them: 1 is 1900-01-01, 39448 is 2008-01-01, 61 is 1900-03-01.
TEST(CellFormat, DatesAreIsoTexts) {
  const auto date = [](std::string_view raw) { return number_text(raw, CellFormat::date, false); };
  EXPECT_EQ(date("1"), "1900-01-01");
  EXPECT_EQ(date("59"), "1900-02-28");
  EXPECT_EQ(date("60"), "1900-02-29");
  EXPECT_EQ(date("61"), "1900-03-01");
  EXPECT_EQ(date("39448"), "2008-01-01");
  EXPECT_EQ(date("44255.852060185185"), "2021-02-28 20:26:58");
  EXPECT_EQ(number_text("0", CellFormat::date, true), "1904-01-01");
  EXPECT_EQ(number_text("37986", CellFormat::date, true), "2008-01-01");
  EXPECT_EQ(number_text("39448", CellFormat::moment, false), "2008-01-01 00:00:00");
  EXPECT_EQ(number_text("0.17638888888888887", CellFormat::time, false), "04:14:00");
  EXPECT_EQ(number_text("1.5", CellFormat::duration, false), "36:00:00");
  EXPECT_EQ(number_text("-3", CellFormat::date, false), "-3");
}

TEST(CellFormat, NumbersHaveAtMostFifteenDigits) {
  const auto number = [](std::string_view raw) { return number_text(raw, CellFormat::number, false); };
  EXPECT_EQ(number("9"), "9");
  EXPECT_EQ(number("1.27"), "1.27");
  EXPECT_EQ(number("249.0"), "249");
  EXPECT_EQ(number("0.10000000000000001"), "0.1");
  EXPECT_EQ(number("1.14E+11"), "114000000000");
  EXPECT_EQ(number("1E-3"), "0.001");
  EXPECT_EQ(number("2.5E-7"), "0.00000025");
  EXPECT_EQ(number("4.1800000009999998E7"), "41800000.01");
  EXPECT_EQ(number_text("0.4567", CellFormat::percent, false), "45.67%");
  EXPECT_EQ(number_text("7.0000000000000007E-2", CellFormat::percent, false), "7%");
}

}  // namespace
}  // namespace topline
