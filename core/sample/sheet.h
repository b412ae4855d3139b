// SPDX-License-Identifier: Apache-2.0
#pragma once

// A table to be written: as CSV here, as a sheet of a workbook at the edge (native/workbook_writer.h).

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace topline {

struct SampleSheet {
  enum class Type : uint8_t {
    text,
    whole,   ///< "12"
    amount,  ///< "1234.50"
    day,     ///< "2026-02-02"
    moment,  ///< "2026-02-02 09:30"
  };
  struct Column {
    std::string header;
    Type type = Type::text;
  };
  std::string name;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< as in a CSV; an empty cell says nothing
};

/// `mark`: begin with a byte order mark, which Excel needs where there is more than ASCII.
void write_csv(const SampleSheet& sheet, bool mark, const std::function<void(std::string_view)>& sink);

}  // namespace topline
