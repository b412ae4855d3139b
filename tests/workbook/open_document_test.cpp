// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/workbook/workbook.h"
#include "tests/workbook/parts.h"

namespace topline {
namespace {

using testing::ElementsAre;

// Styles as LibreOffice writes them: a date, a date with its time, a time, and one that runs over a day.
constexpr char kStyles[] =
    "<number:date-style style:name='N1'><number:year/><number:text>-</number:text><number:month/>"
    "<number:day/></number:date-style>"
    "<number:date-style style:name='N2'><number:year/><number:month/><number:day/><number:hours/>"
    "<number:minutes/></number:date-style>"
    "<number:time-style style:name='N3'><number:hours/><number:minutes/></number:time-style>"
    "<number:time-style style:name='N4' number:truncate-on-overflow='false'><number:hours/></number:time-style>"
    "<style:style style:name='date' style:family='table-cell' style:data-style-name='N1'/>"
    "<style:style style:name='moment' style:family='table-cell' style:data-style-name='N2'/>"
    "<style:style style:name='bold' style:family='table-cell' style:parent-style-name='moment'/>"
    "<style:style style:name='clock' style:family='table-cell' style:data-style-name='N3'/>"
    "<style:style style:name='lasts' style:family='table-cell' style:data-style-name='N4'/>"
    "<style:style style:name='ta1' style:family='table'><style:table-properties table:display='true'/></style:style>"
    "<style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>";

std::string content(const std::string& tables) {
  return "<?xml version='1.0'?><office:document-content><office:automatic-styles>" + std::string(kStyles) +
         "</office:automatic-styles><office:body><office:spreadsheet>"
         "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell>"
         "<text:p>old</text:p></table:change-track-table-cell></table:previous></table:cell-content-change>"
         "</table:tracked-changes>" +
         tables + "<table:dde-links><table:dde-link><table:table table:name='linked'/></table:dde-link></table:dde-links>"
         "</office:spreadsheet></office:body></office:document-content>";
}

Parts parts(const std::string& tables) {
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          {"META-INF/manifest.xml", "<manifest:manifest><manifest:file-entry/></manifest:manifest>"},
          {"styles.xml", "<office:document-styles/>"},
          {"content.xml", content(tables)}};
}

struct ReadSheet {
  std::string csv;
  SheetFacts facts;
};

Result<ReadSheet> read_sheet(const Parts& all, size_t number = 0, size_t cut = 0) {
  const auto book = read_book(all);
  if (!book) return tl::unexpected<Error>(book.error());
  const Sheet& sheet = book->sheets().at(number);
  const std::string_view xml = all.at(sheet.part);
  SheetReader reader(*book, sheet);
  ReadSheet read;
  for (const std::string_view piece : {xml.substr(0, cut), xml.substr(cut)}) {
    if (auto fed = reader.feed(piece, read.csv); !fed) return tl::unexpected<Error>(fed.error());
  }
  if (auto ended = reader.finish(read.csv); !ended) return tl::unexpected<Error>(ended.error());
  read.facts = reader.facts();
  return read;
}

std::string table(const std::string& rows) { return "<table:table table:name='S'>" + rows + "</table:table>"; }

// The text of one cell, given as its element.
std::string cell(const std::string& element) {
  const auto read = read_sheet(parts(table("<table:table-row>" + element + "</table:table-row>")));
  EXPECT_TRUE(read);
  return read ? read->csv.substr(0, read->csv.size() - 1) : "";
}

std::string valued(const std::string& attributes) { return cell("<table:table-cell " + attributes + "><text:p>as shown</text:p></table:table-cell>"); }

TEST(OpenDocument, NamesItsSheets) {
  const auto book = read_book(parts("<table:table table:name='Answers' table:style-name='ta1'/>"
                                    "<table:table table:name='Old' table:style-name='ta2'/>"
                                    "<table:table table:name=\"'file:///x.ods'#a\" table:style-name='ta_extref'/>"));
  ASSERT_TRUE(book);
  ASSERT_EQ(book->sheets().size(), 2u) << "links into other files are no sheets";
  EXPECT_EQ(book->sheets()[0].name, "Answers");
  EXPECT_FALSE(book->sheets()[0].hidden);
  EXPECT_EQ(book->sheets()[1].name, "Old");
  EXPECT_TRUE(book->sheets()[1].hidden);
}

TEST(OpenDocument, WhatIsLockedSaysSo) {
  Parts locked = parts("");
  locked["META-INF/manifest.xml"] =
      "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  locked["content.xml"] = "\x8F\x01 no XML";
  const auto book = read_book(locked);
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().code, Code::bad_workbook);
  EXPECT_EQ(book.error().params.at(0).second, "it is protected by a password");
}

TEST(OpenDocument, ATextDocumentHoldsNoSheets) {
  Parts letter = parts("");
  letter["content.xml"] = "<office:document-content><office:body><office:text><table:table table:name='T'/>"
                          "</office:text></office:body></office:document-content>";
  const auto book = read_book(letter);
  ASSERT_TRUE(book);
  EXPECT_TRUE(book->sheets().empty());
}

// The texts that the XLSX reader gives for the same values (cell_format_test.cpp).
TEST(OpenDocument, ValuesReadAsInXlsx) {
  EXPECT_EQ(valued("office:value-type='float' office:value='9'"), "9");
  EXPECT_EQ(valued("office:value-type='float' office:value='0.10000000000000001'"), "0.1");
  EXPECT_EQ(valued("office:value-type='float' office:value='1.14E+11'"), "114000000000");
  EXPECT_EQ(valued("office:value-type='currency' office:currency='EUR' office:value='1200.5'"), "1200.5");
  EXPECT_EQ(valued("office:value-type='percentage' office:value='0.4567'"), "45.67%");
  EXPECT_EQ(valued("office:value-type='boolean' office:boolean-value='true'"), "TRUE");
  EXPECT_EQ(valued("office:value-type='boolean' office:boolean-value='false'"), "FALSE");
  EXPECT_EQ(valued("office:value-type='string'"), "as shown");
  EXPECT_EQ(valued("office:value-type='string' office:string-value='kept'"), "kept");
  EXPECT_EQ(cell("<table:table-cell><text:p>untyped</text:p></table:table-cell>"), "untyped");
}

TEST(OpenDocument, DatesAndTimesReadAsInXlsx) {
  const auto date = [](const std::string& iso, const std::string& style) {
    return valued("office:value-type='date' office:date-value='" + iso + "' table:style-name='" + style + "'");
  };
  EXPECT_EQ(date("2008-01-01", "date"), "2008-01-01");
  EXPECT_EQ(date("2008-01-01", "moment"), "2008-01-01 00:00:00");
  EXPECT_EQ(date("2008-01-01", "bold"), "2008-01-01 00:00:00") << "its parent's format";
  EXPECT_EQ(date("2021-02-28T20:26:58", "date"), "2021-02-28 20:26:58");
  EXPECT_EQ(date("2021-02-28T20:26:57.999999808", "moment"), "2021-02-28 20:26:58");
  EXPECT_EQ(date("2020-12-31T23:59:59.9999999", "moment"), "2021-01-01 00:00:00");
  EXPECT_EQ(date("2021-02-28T20:26:58.25", "unknown"), "2021-02-28 20:26:58.250");
  EXPECT_EQ(valued("office:value-type='float' office:value='39448' table:style-name='moment'"), "2008-01-01 00:00:00");
  EXPECT_EQ(date("1899-12-30", "date"), "1899-12-30");
  EXPECT_EQ(date("2008-13-01", "date"), "2008-13-01") << "no date: as it stands";
  const auto time = [](const std::string& iso, const std::string& style) {
    return valued("office:value-type='time' office:time-value='" + iso + "' table:style-name='" + style + "'");
  };
  EXPECT_EQ(time("PT04H14M00S", "clock"), "04:14:00");
  EXPECT_EQ(time("PT36H00M00S", "lasts"), "36:00:00");
  EXPECT_EQ(time("PT36H", "unknown"), "36:00:00");
  EXPECT_EQ(time("PT0H5M1.5S", "lasts"), "0:05:01.500");
  EXPECT_EQ(time("P1DT12H", "lasts"), "36:00:00");
  EXPECT_EQ(time("-PT12H", "clock"), "-0.5");
  // A moment shown as a time of day is that moment, in both kinds of workbooks: serial 39448.5.
  EXPECT_EQ(time("PT946764H00M00S", "clock"), "2008-01-01 12:00:00");
}

TEST(OpenDocument, AColumnsStyleIsThatOfItsCells) {
  const auto read = read_sheet(parts(table(
      "<table:table-column table:number-columns-repeated='2'/><table:table-column table:default-cell-style-name='moment'/>"
      "<table:table-row><table:table-cell table:number-columns-repeated='2'/>"
      "<table:table-cell office:value-type='date' office:date-value='2008-01-01'/></table:table-row>")));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->csv, ",,2008-01-01 00:00:00\n");
}

TEST(OpenDocument, ParagraphsAreLinesAndBlanksAreCounted) {
  const auto text = [](const std::string& inside) {
    return cell("<table:table-cell office:value-type='string'>" + inside + "</table:table-cell>");
  };
  EXPECT_EQ(text("<text:p>a</text:p><text:p/><text:p>b</text:p>"), "\"a\n\nb\"");
  EXPECT_EQ(text("<text:p>a<text:line-break/>b<text:tab/>c</text:p>"), "\"a\nb\tc\"");
  EXPECT_EQ(text("<text:p>\n  a \n b<text:s text:c='2'/>c <text:s/>d </text:p>"), "a b  c  d");
  EXPECT_EQ(text("<text:p>1<text:span>0 - </text:span><text:a>likely</text:a></text:p>"), "10 - likely");
  EXPECT_EQ(text("<text:p><text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby></text:p>"), "東京");
  EXPECT_EQ(text("<office:annotation><dc:creator>x</dc:creator><text:p>a note</text:p></office:annotation><text:p>9</text:p>"
                 "<draw:custom-shape><text:p>drawn</text:p></draw:custom-shape>"), "9");
  EXPECT_LE(text("<text:p>a<text:s text:c='4000000000'/>b</text:p>").size(), 1002u);
}

// Repeats, covered and empty cells, hidden rows and columns, errors, formulas without values; cut anywhere.
const char kRows[] =
    "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
    "<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>nps</text:p></table:table-cell>"
    "<table:covered-table-cell/><table:table-cell><text:p>a, \"b\"</text:p></table:table-cell></table:table-row></table:table-header-rows>"
    "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    "<table:table-row-group><table:table-row table:visibility='filter' table:number-rows-repeated='2'>"
    "<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='9'><text:p>9</text:p></table:table-cell>"
    "<table:table-cell table:formula='of:=NA()' office:value-type='string' office:string-value='' calcext:value-type='error'><text:p>#N/A</text:p></table:table-cell>"
    "</table:table-row></table:table-row-group>"
    "<table:table-row><table:table-cell table:formula='of:=A1'/><table:table-cell office:value-type='float' office:value='1'/></table:table-row>"
    "<table:table-row table:visibility='collapse' table:number-rows-repeated='1048570'>"
    "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    "<table:table-row table:number-rows-repeated='4000000000'><table:table-cell table:number-columns-repeated='4000000000'/></table:table-row>";

TEST(OpenDocument, WritesTheSameCsvHoweverItIsCut) {
  const Parts all = parts("<table:table table:name='first'><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>" + table(kRows));
  for (size_t cut = 0; cut <= all.at("content.xml").size(); cut += 7) {
    const auto read = read_sheet(all, 1, cut);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->csv, "nps,,\"a, \"\"b\"\"\"\n\n\n9,9,#N/A\n9,9,#N/A\n,1,\n") << "cut at " << cut;
    EXPECT_EQ(read->facts.rows, 6u);
    EXPECT_EQ(read->facts.hidden_rows, 2u) << "empty ones are none";
    EXPECT_EQ(read->facts.hidden_columns, 2u);
    EXPECT_EQ(read->facts.errors, 2u);
    EXPECT_EQ(read->facts.unvalued, 1u);
    EXPECT_THAT(read->facts.merged, ElementsAre("A1:B1"));
  }
  EXPECT_EQ(read_sheet(all, 0)->csv, "x\n");
}

TEST(OpenDocument, ARowRepeatedToTheEndStopsThere) {
  const auto read = read_sheet(parts(table(
      "<table:table-row table:number-rows-repeated='4000000000'><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
      "<table:table-row><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>")));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->csv.size(), 1048576u * 2);
}

TEST(OpenDocument, RepeatsThatWouldFillTheMemoryAreAnError) {
  const auto read = read_sheet(parts(table(
      "<table:table-row table:number-rows-repeated='1000000'><table:table-cell table:number-columns-repeated='16384'>"
      "<text:p>a text of some length</text:p></table:table-cell></table:table-row>")));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::bad_workbook);
}

}  // namespace
}  // namespace topline
