// SPDX-License-Identifier: Apache-2.0
#include "core/sample/sheet.h"

namespace topline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kPiece = 65536;  // bytes that are handed on at a time

void append_cell(std::string& out, std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void write_csv(const SampleSheet& sheet, bool mark, const std::function<void(std::string_view)>& sink) {
  std::string out(mark ? kByteOrderMark : std::string_view());
  for (size_t i = 0; i < sheet.columns.size(); ++i) {
    if (i != 0) out += ',';
    append_cell(out, sheet.columns[i].header);
  }
  out += '\n';
  for (const std::vector<std::string>& row : sheet.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i != 0) out += ',';
      append_cell(out, row[i]);
    }
    out += '\n';
    if (out.size() >= kPiece) {
      sink(out);
      out.clear();
    }
  }
  sink(out);
}

}  // namespace topline
