// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/sheet_rows.h"

#include <algorithm>

namespace topline {

void SheetRows::put_row(uint64_t row, uint64_t copies, bool hidden, std::vector<std::string>& cells) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty() || row > kMostRows) return;
  copies = std::min(copies, kMostRows - row + 1);
  for (; facts.rows + 1 < row; ++facts.rows) *csv += '\n';
  width_ = std::max(width_, cells.size());
  cells.resize(width_);
  const size_t from = csv->size();
  for (size_t k = 0; k < cells.size(); ++k) {
    if (k > 0) *csv += ',';
    put(cells[k], cells.size() == 1);
  }
  *csv += '\n';
  if (copies > 1) {
    const std::string line = csv->substr(from);
    if (!charge((copies - 1) * line.size())) return;
    for (uint64_t k = 1; k < copies; ++k) *csv += line;
  }
  facts.rows += copies;
  facts.hidden_rows += hidden ? copies : 0;
}

bool SheetRows::charge(uint64_t bytes) {
  constexpr uint64_t kMost = uint64_t{256} << 20;
  over_ = over_ || bytes > kMost - charged_;
  if (!over_) charged_ += bytes;
  return !over_;
}

void SheetRows::put(std::string_view cell, bool alone) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos && !(alone && cell.empty())) {
    *csv += cell;
    return;
  }
  *csv += '"';
  for (char c : cell) {
    if (c == '"') *csv += '"';
    *csv += c;
  }
  *csv += '"';
}

}  // namespace topline
