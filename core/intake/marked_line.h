// SPDX-License-Identifier: Apache-2.0
#pragma once

// One line of a pipe table or of a table whose columns stand apart by blanks. Private to core/intake.

#include <string>
#include <string_view>
#include <vector>

namespace topline {

/// |---|:--:|: the line below the names of a pipe table.
bool is_dashes(std::string_view line);
/// The cells between the pipes, trimmed; \| is a pipe of the text.
std::vector<std::string> split_pipes(std::string_view line);
/// The cells between runs of blanks, of two and more where `wide`.
std::vector<std::string_view> split_blanks(std::string_view line, bool wide);
/// Nothing but digits and the signs of numbers, dates and times.
bool is_figure(std::string_view cell);

/// One CSV record with its LF.
template <class Cells>
void write_cells(const Cells& cells, std::string& csv) {
  bool first = true;
  for (std::string_view cell : cells) {
    if (!first) csv += ',';
    first = false;
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      csv += cell;
      continue;
    }
    csv += '"';
    for (char c : cell) {
      if (c == '"') csv += '"';
      csv += c;
    }
    csv += '"';
  }
  csv += '\n';
}

}  // namespace topline
