// SPDX-License-Identifier: Apache-2.0
#include "native/workbook_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/ingest/table_reader.h"
#include "native/inputs.h"
#include "tests/ingest/read_all.h"

namespace topline::native {
namespace {

using nlohmann::json;

std::vector<std::vector<std::string>> cells_of(InputFile& input) {
  const auto text = input.read_all();
  EXPECT_TRUE(text);
  std::vector<std::vector<std::string>> cells = grid(read_whole(*text, Dialect{}).rows);
  for (auto& row : cells) {
    while (!row.empty() && row.back().empty()) row.pop_back();
  }
  return cells;
}

// Is the cell's text what openpyxl read?
bool same(const std::string& text, const json& want) {
  if (want.is_null()) return text.empty();
  if (want.is_boolean()) return text == (want.get<bool>() ? "TRUE" : "FALSE") || parse_number(text) == (want.get<bool>() ? 1 : 0);
  if (want.is_number()) {
    const auto number = parse_number(text);
    return number && std::fabs(*number - want.get<double>()) <= 1e-12 * std::max(1.0, std::fabs(want.get<double>()));
  }
  if (want.is_string()) return text == want.get<std::string>();
  const std::string moment = want.at("v").get<std::string>();  // 1971-01-01T04:14:00
  std::string spaced = moment;
  std::replace(spaced.begin(), spaced.end(), 'T', ' ');
  return text == spaced || text + " 00:00:00" == spaced;
}

TEST(WorkbookFile, HoldsTheCellsThatOpenpyxlReads) {
  std::ifstream file(TOPLINE_SHARED "/data/expected/xlsx_conformance.json");
  if (!file) GTEST_SKIP() << "no shared truth at " TOPLINE_SHARED;
  for (const json& book : json::parse(file)) {
    const std::string path = std::string(TOPLINE_SHARED "/data/") + book.at("file").get<std::string>();
    for (const json& sheet : book.at("sheets")) {
      const auto name = sheet.at("name").get<std::string>();
      auto inputs = open_inputs({path}, {{}, {name}});
      ASSERT_TRUE(inputs) << path << " " << name;
      ASSERT_EQ(inputs->size(), 1u);
      const auto cells = cells_of(inputs->front());
      const json& want = sheet.at("grid");
      for (size_t row = 0; row < want.size(); ++row) {
        for (size_t column = 0; column < want[row].size(); ++column) {
          const bool there = row < cells.size() && column < cells[row].size();
          const std::string text = there ? cells[row][column] : std::string();
          EXPECT_TRUE(same(text, want[row][column]))
              << path << " " << name << " row " << row + 1 << " column " << column + 1 << ": " << text
              << " for " << want[row][column];
        }
      }
    }
  }
}

TEST(WorkbookFile, ASheetThatIsNotThereIsNamedWithThoseThatAre) {
  const std::string path = TOPLINE_SHARED "/data/csv/csvkit__sheets.xlsx";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no shared truth at " TOPLINE_SHARED;
  const auto inputs = open_inputs({path}, {{}, {"nope"}});
  ASSERT_FALSE(inputs);
  EXPECT_EQ(inputs.error().code, Code::no_sheet);
  const auto all = open_inputs({path});
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2u) << "the empty sheet is none";
  EXPECT_EQ(all->at(0).name(), "csvkit__sheets.xlsx#data");
  EXPECT_EQ(all->at(1).info().source.sheet, "ʤ");
}

}  // namespace
}  // namespace topline::native
