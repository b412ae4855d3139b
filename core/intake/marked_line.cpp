// SPDX-License-Identifier: Apache-2.0
#include "core/intake/marked_line.h"

#include <algorithm>

#include "core/base/text.h"

namespace topline {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view without_frame(std::string_view line) {
  line = trim(line);
  if (!line.empty() && line.front() == '|') line.remove_prefix(1);
  const bool escaped = line.size() >= 2 && line[line.size() - 2] == '\\';
  if (!line.empty() && line.back() == '|' && !escaped) line.remove_suffix(1);
  return line;
}

}  // namespace

bool is_dashes(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         trim(line).find_first_not_of("|-: \t") == std::string_view::npos;
}

std::vector<std::string> split_pipes(std::string_view line) {
  line = without_frame(line);
  std::vector<std::string> cells(1);
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '|') {
      cells.back() += line[++at];
    } else if (line[at] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[at];
    }
  }
  for (std::string& cell : cells) cell = std::string(trim(cell));
  return cells;
}

std::vector<std::string_view> split_blanks(std::string_view line, bool wide) {
  std::vector<std::string_view> cells;
  line = trim(line);
  while (!line.empty()) {
    size_t end = line.find_first_of(kBlanks);
    while (wide && end != std::string_view::npos &&
           line.find_first_not_of(kBlanks, end) == end + 1) {
      end = line.find_first_of(kBlanks, end + 1);
    }
    cells.push_back(line.substr(0, end));
    if (end == std::string_view::npos) break;
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(kBlanks, end)));
  }
  return cells;
}

bool is_figure(std::string_view cell) {
  return cell.find_first_not_of("0123456789+-.:%") == std::string_view::npos &&
         cell.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace topline
