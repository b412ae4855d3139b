// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns of the shared tables by name, for tests: quoted cells without line breaks, numbers, and
// NaN for what is no number (NA, blank).

#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "tests/stats/oracle.h"

namespace topline::stats {

inline std::vector<std::string> split_cells(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

class Columns {
 public:
  /// `name`: below the shared oracles' folder. Empty where the file is missing.
  explicit Columns(const std::string& name) {
    std::ifstream file(oracle_path(name));
    std::string line;
    if (!std::getline(file, line)) return;
    const std::vector<std::string> names = split_cells(line);
    while (std::getline(file, line)) {
      const std::vector<std::string> cells = split_cells(line);
      for (size_t i = 0; i < names.size(); ++i) {
        columns_[names[i]].push_back(i < cells.size() ? cells[i] : "");
      }
    }
  }

  bool empty() const { return columns_.empty(); }
  const std::vector<std::string>& text(const std::string& name) const { return columns_.at(name); }

  std::vector<double> number(const std::string& name) const {
    std::vector<double> values;
    for (const std::string& cell : text(name)) {
      char* end = nullptr;
      const double value = std::strtod(cell.c_str(), &end);
      const bool whole = !cell.empty() && *end == '\0';
      values.push_back(whole ? value : std::numeric_limits<double>::quiet_NaN());
    }
    return values;
  }

  /// Row after row of these columns.
  std::vector<double> rows(const std::vector<std::string>& names) const {
    std::vector<std::vector<double>> columns;
    for (const std::string& name : names) columns.push_back(number(name));
    std::vector<double> values;
    for (size_t i = 0; i < columns.front().size(); ++i) {
      for (const auto& column : columns) values.push_back(column[i]);
    }
    return values;
  }

  /// The column as numbers 0, 1, … of its texts in alphabetical order.
  std::vector<uint32_t> codes(const std::string& name) const {
    std::map<std::string, uint32_t> code;
    for (const std::string& cell : text(name)) code[cell] = 0;
    uint32_t next = 0;
    for (auto& [cell, number] : code) number = next++;
    std::vector<uint32_t> codes;
    for (const std::string& cell : text(name)) codes.push_back(code[cell]);
    return codes;
  }

 private:
  std::map<std::string, std::vector<std::string>> columns_;
};

#define READ_COLUMNS_OR_SKIP(variable, name)                  \
  const Columns variable(name);                               \
  if (variable.empty()) {                                     \
    GTEST_SKIP() << oracle_path(name) << " is not available"; \
  }

}  // namespace topline::stats
