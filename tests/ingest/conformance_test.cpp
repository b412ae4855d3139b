// SPDX-License-Identifier: Apache-2.0

// The parser suites of csv-spectrum, csvkit and PapaParse, as grids in the shared truth.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/ingest/layout.h"
#include "core/ingest/table_reader.h"
#include "tests/ingest/read_all.h"
#include "tests/ingest/reference_reader.h"

namespace topline {
namespace {

using Grid = std::vector<std::vector<std::string>>;

struct Case {
  std::string name;
  std::string input;
  Grid grid;
};

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  uint32_t bits = 0, held = 0;
  for (char c : text) {
    const size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) break;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xFF);
  }
  return bytes;
}

/// The cases that hold for us: well-formed, no reader options, UTF-8.
std::vector<Case> cases() {
  std::vector<Case> usable;
  std::ifstream file(TOPLINE_SHARED "/data/expected/csv_conformance.json");
  if (!file) return usable;
  for (const nlohmann::json& c : nlohmann::json::parse(file)) {
    const std::string encoding = c.value("encoding", "utf-8");
    if (encoding != "utf-8") continue;
    if (!c.contains("expected_grid") || c["expected_grid"].is_null()) continue;
    if (c.contains("malformed") && c["malformed"] == true) continue;
    if (c.contains("config") && !c["config"].empty()) continue;
    if (c.contains("note") && c["note"].dump().find("policy") != std::string::npos) continue;
    const std::string name = c["case"];
    if (name.ends_with("PARS_064")) continue;  // one column by its author's choice of delimiter
    const bool base64 = c.contains("input_base64") && c["input_base64"].is_string();
    Case one{name,
             base64 ? from_base64(c["input_base64"].get<std::string>()) : c.value("input", ""),
             c["expected_grid"].get<Grid>()};
    // A terminator ends a record, it starts none.
    const bool ended = one.input.ends_with('\n') || one.input.ends_with('\r');
    if (ended && !one.grid.empty() && one.grid.back() == std::vector<std::string>{""}) {
      one.grid.pop_back();
    }
    usable.push_back(std::move(one));
  }
  return usable;
}

Grid read_table(const std::string& text, Lane lane, size_t split) {
  const Dialect dialect = sniff_dialect(text, true);
  const Layout layout = detect_layout(text, true, dialect);
  TableReader reader(dialect, layout.columns, {}, lane);
  std::vector<Row> rows;
  for (std::string_view piece :
       {std::string_view(text).substr(0, split), std::string_view(text).substr(split)}) {
    std::memcpy(reader.scanner().room(piece.size() + 1).data(), piece.data(), piece.size());
    reader.scanner().commit(piece.size());
    take(reader, rows);
  }
  reader.scanner().finish();
  take(reader, rows);
  return grid(rows);
}

TEST(Conformance, EveryCaseOnEveryLaneAtEverySplit) {
  const std::vector<Case> all = cases();
  if (all.empty()) GTEST_SKIP() << "no shared truth at " TOPLINE_SHARED;
  EXPECT_GE(all.size(), 60u);
  for (const Case& c : all) {
    for (Lane lane : lanes_here()) {
      for (size_t split = 0; split <= c.input.size(); ++split) {
        ASSERT_EQ(read_table(c.input, lane, split), c.grid)
            << c.name << " lane " << static_cast<int>(lane) << " split " << split;
      }
    }
  }
}

TEST(Conformance, RealExportsReadAsTheReferenceDoes) {
  struct Export {
    const char* name;
    uint32_t header_rows;
  };
  constexpr Export kExports[] = {
      {"cncf_2019_surveymonkey.csv", 2}, {"comma_survey.csv", 1},
      {"dask_2019_googleforms.csv", 1},  {"hr_attrition_ibm.csv", 1},
      {"qualtrics_3header.csv", 3},      {"qualtrics_sample_de.csv", 3},
      {"sfo_2017_survey.csv", 1},        {"starwars_surveymonkey.csv", 2},
      {"telco_churn_ibm.csv", 1},        {"nolicence/support_tickets.csv", 1}};
  size_t read = 0;
  for (const auto& [name, header_rows] : kExports) {
    std::ifstream file(std::string(TOPLINE_SHARED "/data/") + name, std::ios::binary);
    if (!file) continue;
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const Dialect dialect = sniff_dialect(std::string_view(text).substr(0, 1 << 20), false);
    EXPECT_EQ(dialect.delimiter, ',') << name;
    const Layout layout =
        detect_layout(std::string_view(text).substr(0, 1 << 20), text.size() <= 1 << 20, dialect);
    EXPECT_EQ(layout.header_rows, header_rows) << name;
    const Reading expected = read_reference(text, dialect);
    for (Lane lane : lanes_here()) {
      EXPECT_EQ(read_all(text, dialect, lane, {10007}), expected) << name;
    }
    ++read;
  }
  if (read == 0) GTEST_SKIP() << "no shared truth at " TOPLINE_SHARED;
}

}  // namespace
}  // namespace topline
