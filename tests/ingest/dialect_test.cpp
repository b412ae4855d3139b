// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/dialect.h"

#include <gtest/gtest.h>

#include <string>

namespace topline {
namespace {

Dialect sniff(std::string_view text) { return sniff_dialect(text, true); }

TEST(Dialect, DelimiterCutsEvenly) {
  EXPECT_EQ(sniff("a,b,c\n1,2,3\n").delimiter, ',');
  EXPECT_EQ(sniff("a;b;c\n1;2;3\n").delimiter, ';');
  EXPECT_EQ(sniff("a\tb\n1\t2\n").delimiter, '\t');
  EXPECT_EQ(sniff("a|b|c\r\nd|e|f").delimiter, '|');
  EXPECT_EQ(sniff("a\x1e"
                  "b\x1e"
                  "c\r\nd\x1e"
                  "e\x1e"
                  "f")
                .delimiter,
            '\x1e');
  EXPECT_EQ(sniff("a\x1f"
                  "b\x1f"
                  "c\r\nd\x1f"
                  "e\x1f"
                  "f")
                .delimiter,
            '\x1f');
}

TEST(Dialect, TextInOneColumnIsCutByComma) {
  EXPECT_EQ(sniff("").delimiter, ',');
  EXPECT_EQ(sniff("comment\nall good\nfine; thanks\nwhy | not\n").delimiter, ',');
}

TEST(Dialect, DecimalCommasDoNotWin) {
  std::string text = "a;b;c\n";
  for (int k = 0; k < 300; ++k) text += "1,5;2,25;3,125\n";
  EXPECT_EQ(sniff(text).delimiter, ';');
  EXPECT_EQ(sniff("1,5;2,25;3,125\n0,5;0,25;1,5\n").delimiter, ';');
  EXPECT_EQ(sniff("1,5\t2,25\t3,125\n0,5\t0,25\t1,5\n").delimiter, '\t');
  EXPECT_EQ(sniff("1,2,3\n4,5,6\n").delimiter, ',');
  EXPECT_EQ(sniff("1,2;3,4\n").delimiter, ';');
}

TEST(Dialect, DelimitersInCellsDoNotVote) {
  EXPECT_EQ(sniff("id,tools\n1,\"a;b;c;d;e\"\n2,\"f;g;h;i;j\"\n").delimiter, ',');
  EXPECT_EQ(sniff("id,tools\n1,a;b;c\n2,a\n3,c;d\n").delimiter, ',');
  EXPECT_EQ(sniff("q;\"a,b,c\"\n1;\"x,y,z\"\n").delimiter, ';');
  EXPECT_EQ(sniff("a,b,c\na,b,c|d|e|f").delimiter, ',');
  EXPECT_EQ(sniff("one|two,two|three\nfour|five,five|six").delimiter, '|');
}

TEST(Dialect, RecordEndIsTheFirstUnquotedOne) {
  EXPECT_EQ(sniff("a,b\nc,d\re,f\n").end, Dialect::End::lf);
  EXPECT_EQ(sniff("a,b\r\nc,d\n").end, Dialect::End::lf);
  EXPECT_EQ(sniff("a,b\rc,d\r").end, Dialect::End::cr);
  EXPECT_EQ(sniff("\"a\ra\",b\nc,d\n").end, Dialect::End::lf);
  EXPECT_EQ(sniff("\"a\na\",b\rc,d\r").end, Dialect::End::cr);
  EXPECT_EQ(sniff("a,b\r\r\nc,d\r\r\n").end, Dialect::End::lf);
  EXPECT_EQ(sniff("a,b").end, Dialect::End::lf);
  EXPECT_EQ(sniff("a,b\r").end, Dialect::End::cr);
  EXPECT_EQ(sniff_dialect("a,b\r", false).end, Dialect::End::lf);  // its LF may be about to come
}

TEST(Dialect, ByteOrderMarkAndSepLine) {
  const Dialect plain = sniff("a,b\n");
  EXPECT_FALSE(plain.bom);
  EXPECT_EQ(plain.body, 0u);
  EXPECT_EQ(plain.first_line, 1u);
  const Dialect marked = sniff(
      "\xEF\xBB\xBF"
      "a;b\n1;2\n");
  EXPECT_TRUE(marked.bom);
  EXPECT_EQ(marked.body, 3u);
  EXPECT_EQ(marked.delimiter, ';');
  const Dialect told = sniff("\xEF\xBB\xBFsep=|\r\na,b,c\r\n");
  EXPECT_TRUE(told.sep_line);
  EXPECT_EQ(told.delimiter, '|');
  EXPECT_EQ(told.body, 10u);
  EXPECT_EQ(told.first_line, 2u);
  EXPECT_TRUE(sniff("\"sep=;\"\na;b\n").sep_line);
  EXPECT_FALSE(sniff("sep=;x\na,b\n").sep_line);
  EXPECT_FALSE(sniff("separator,b\n1,2\n").sep_line);
}

TEST(Dialect, TheCutRecordOfAHeadIsNotJudged) {
  EXPECT_EQ(sniff_dialect("a;b;c\n1;2;3\n4;5", false).delimiter, ';');
  EXPECT_EQ(sniff_dialect("a,b\n1,2\n3,\"x;y;z", false).delimiter, ',');
}

}  // namespace
}  // namespace topline
