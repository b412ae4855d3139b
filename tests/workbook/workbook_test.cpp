// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/workbook/parts.h"

namespace topline {
namespace {

using testing::ElementsAre;

constexpr char kRelations[] =
    "<Relationships><Relationship Id='r1' Type='http://x/officeDocument' Target='/xl/book.xml'/></Relationships>";
constexpr char kBook[] =
    "<x:workbook xmlns:x='m'><x:workbookPr date1904='1'/><x:sheets>"
    "<x:sheet name='Answers' sheetId='1' r:id='a'/><x:sheet name='Old' state='veryHidden' r:id='b'/>"
    "<x:sheet name='Chart' r:id='c'/></x:sheets></x:workbook>";
constexpr char kBookRelations[] =
    "<Relationships><Relationship Id='a' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='b' Type='http://x/worksheet' Target='/xl/worksheets/sheet2.xml'/>"
    "<Relationship Id='c' Type='http://x/chartsheet' Target='chartsheets/sheet1.xml'/>"
    "<Relationship Id='d' Type='http://x/sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='e' Type='http://x/styles' Target='styles.xml'/></Relationships>";
constexpr char kShared[] =
    "<sst><si><t>nps</t></si><si><r><t>How </t></r><r><t xml:space='preserve'>likely?</t></r>"
    "<rPh><t>reading</t></rPh></si><si><t>a, \"b\"_x000A_c</t></si><si><t/></si></sst>";
constexpr char kStyles[] =
    "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/>"
    "<xf numFmtId='9'/></cellXfs></styleSheet>";

Parts parts() {
  return {{"_rels/.rels", kRelations},
          {"xl/book.xml", kBook},
          {"xl/_rels/book.xml.rels", kBookRelations},
          {"xl/sharedStrings.xml", kShared},
          {"xl/styles.xml", kStyles},
          {"xl/worksheets/sheet1.xml", "<worksheet/>"},
          {"xl/worksheets/sheet2.xml", "<worksheet/>"}};
}

TEST(Workbook, NamesItsSheets) {
  const auto book = read_book(parts());
  ASSERT_TRUE(book);
  ASSERT_EQ(book->sheets().size(), 2u) << "a chart is no table";
  EXPECT_EQ(book->sheets()[0].name, "Answers");
  EXPECT_EQ(book->sheets()[0].part, "xl/worksheets/sheet1.xml");
  EXPECT_FALSE(book->sheets()[0].hidden);
  EXPECT_TRUE(book->sheets()[1].hidden);
}

TEST(Workbook, AZipWithoutOneIsAnError) {
  Parts none = {{"readme.txt", "x"}};
  const auto book = read_book(none);
  EXPECT_TRUE(!book || book->sheets().empty());
  Parts broken = parts();
  broken["xl/book.xml"] = "<workbook><sheets>";
  EXPECT_EQ(read_book(broken).error().code, Code::bad_workbook);
}

constexpr char kSheet[] =
    "<worksheet><dimension ref='A1:D9'/><cols><col min='2' max='3' hidden='1'/></cols><sheetData>"
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c t='inlineStr'><is><t>in</t></is></c></row>"
    "<row r='3' hidden='1'><c r='A3'><v>9</v></c><c r='C3' t='b'><v>1</v></c><c r='D3' t='e'><v>#N/A</v></c></row>"
    "<row><c s='1'><v>0</v></c><c s='2'><v>0.5</v></c><c t='str'><f>A1</f><v>x</v></c><c><f>B1</f></c></row>"
    "<row r='5'><c r='B5' s='2'/></row>"
    "<row r='6'><c r='A6' t='s'><v>2</v></c></row></sheetData>"
    "<mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>";

TEST(SheetReader, WritesTheSameCsvHoweverItIsCut) {
  const auto book = read_book(parts());
  ASSERT_TRUE(book);
  const std::string xml = kSheet;
  for (size_t cut = 0; cut <= xml.size(); ++cut) {
    SheetReader reader(*book, book->sheets()[0]);
    std::string csv;
    ASSERT_TRUE(reader.feed(std::string_view(xml).substr(0, cut), csv));
    ASSERT_TRUE(reader.feed(std::string_view(xml).substr(cut), csv));
    ASSERT_TRUE(reader.finish(csv));
    ASSERT_EQ(csv,
              "nps,How likely?,in\n\n9,,TRUE,#N/A\n1904-01-01,50%,x,\n\n\"a, \"\"b\"\"\nc\",,,\n")
        << "cut at " << cut;
    EXPECT_EQ(reader.facts().rows, 6u);
    EXPECT_EQ(reader.facts().hidden_rows, 1u);
    EXPECT_EQ(reader.facts().hidden_columns, 2u);
    EXPECT_EQ(reader.facts().errors, 1u);
    EXPECT_EQ(reader.facts().unvalued, 1u);
    EXPECT_THAT(reader.facts().merged, ElementsAre("A1:B1"));
  }
}

TEST(SheetReader, AFarCellMakesLinesNotMemory) {
  const auto book = read_book(parts());
  SheetReader reader(*book, book->sheets()[0]);
  std::string csv;
  ASSERT_TRUE(reader.feed("<worksheet><sheetData><row r='1048576'><c r='A1048576'><v>1</v></c></row>"
                          "<row r='9999999'><c><v>2</v></c></row></sheetData></worksheet>", csv));
  ASSERT_TRUE(reader.finish(csv));
  EXPECT_EQ(csv.size(), 1048575u + 2) << "rows beyond the last are none";
}

}  // namespace
}  // namespace topline
