// SPDX-License-Identifier: Apache-2.0
#include "core/intake/text_form.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

TextForm form_of(std::string_view text) { return find_form(text, true); }

// Every way of cutting the bytes in two gives the same.
std::string converted(std::string_view bytes, const TextForm& form) {
  std::string whole;
  TextConverter converter(form);
  converter.feed(bytes, whole);
  converter.finish(whole);
  for (size_t cut = 0; cut <= bytes.size(); ++cut) {
    std::string csv;
    TextConverter again(form);
    again.feed(bytes.substr(0, cut), csv);
    again.feed(bytes.substr(cut), csv);
    again.finish(csv);
    EXPECT_EQ(csv, whole) << "cut at " << cut;
    EXPECT_EQ(again.invalid(), converter.invalid());
  }
  return whole;
}

TEST(TextForm, DelimitedUtf8IsReadAsItIs) {
  EXPECT_TRUE(form_of("a,b\n1,2\n").as_it_is());
  EXPECT_TRUE(form_of("\xEF\xBB\xBF满意,b\n1,2\n").as_it_is());
  EXPECT_TRUE(form_of("nps\n9\n10\n3\n").as_it_is());
  EXPECT_TRUE(form_of("a|b\n1|2\n").as_it_is()) << "pipes between cells are a delimiter";
}

TEST(TextForm, APipeTableBecomesCsvLineForLine) {
  const std::string text = "| nps | why |\n|:--|---|\n| 9 | a, \"b\" |\r\n|3|x \\| y|\n| 7 ||";
  const TextForm form = form_of(text);
  EXPECT_EQ(form.marking, Marking::pipes);
  EXPECT_EQ(converted(text, form),
            "nps,why\n:--,---\n9,\"a, \"\"b\"\"\"\n3,x | y\n7,\n");
}

TEST(TextForm, FiguresApartByBlanksAreCells) {
  const std::string text = " 00004  1 19970101  2  29.33\n 00004  1 19970118  2 29.73\n 21  3 19970101  1  9.00\n";
  const TextForm form = form_of(text);
  EXPECT_EQ(form.marking, Marking::blanks);
  EXPECT_EQ(converted(text, form),
            "00004,1,19970101,2,29.33\n00004,1,19970118,2,29.73\n21,3,19970101,1,9.00\n");
}

TEST(TextForm, TextsApartByTwoBlanksAreCells) {
  const std::string text = "Team      Why so\nSales     too slow\nService   all fine\n";
  const TextForm form = form_of(text);
  EXPECT_EQ(form.marking, Marking::blanks);
  EXPECT_EQ(converted(text, form), "Team,Why so\nSales,too slow\nService,all fine\n");
}

TEST(TextForm, WordsInOneColumnStayInOne) {
  EXPECT_TRUE(form_of("Very satisfied\nNot satisfied\nVery satisfied\n").as_it_is());
  EXPECT_TRUE(form_of("4 / 5\n3 / 5\n5 / 5\n").as_it_is());
}

TEST(TextForm, OtherEncodingsAreDecoded) {
  const std::string utf16 = std::string("\xFF\xFE" "a\0,\0b\0\n\0" "1\0,\0\xE1\x6E\n\0", 18);
  const TextForm form = form_of(utf16);
  EXPECT_EQ(form.encoding, Encoding::utf16le);
  EXPECT_EQ(converted(utf16, form), "a,b\n1,满\n");
}

TEST(TextForm, WhatIsToldOverrules) {
  EXPECT_EQ(find_form("a\xE9", true, Encoding::mac_roman).encoding, Encoding::mac_roman);
}

}  // namespace
}  // namespace topline
