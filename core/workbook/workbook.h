// SPDX-License-Identifier: Apache-2.0
#pragma once

// A workbook, XLSX (ECMA-376) or ODS (OpenDocument 1.3, ISO/IEC 26300), sheet by sheet as UTF-8 CSV: the
// scanner then reads it as it reads any other table, natively and in browsers alike. Both give the same
// text for the same value.
//
//   Workbook workbook(names of the ZIP's entries);
//   while (auto part = workbook.next_part()) {        // what names the sheets, the shared texts …
//     for (bytes of that part, inflated) workbook.feed(bytes);
//     workbook.end_part();
//   }
//   SheetReader reader(workbook, workbook.sheets()[k]);
//   for (bytes of sheets()[k].part, inflated) reader.feed(bytes, csv);
//   reader.finish(csv);

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace topline {

struct Sheet {
  std::string name;
  std::string part;     ///< the ZIP entry that holds it
  bool hidden = false;  ///< hidden or very hidden
  size_t table = 0;     ///< which table of that entry: an ODS has all in one
};

class Workbook {
 public:
  explicit Workbook(std::vector<std::string> entries);
  ~Workbook();
  Workbook(Workbook&&) noexcept;
  Workbook& operator=(Workbook&&) noexcept;

  /// The ZIP entry to feed next; empty when the sheets can be read.
  std::optional<std::string> next_part();
  /// Errors: bad_workbook.
  Result<void> feed(std::string_view bytes);
  Result<void> end_part();

  /// In the order of their tabs; chart sheets are none.
  const std::vector<Sheet>& sheets() const;

 private:
  friend class SheetReader;
  struct State;
  std::unique_ptr<State> state_;
};

/// What is to be said of a sheet besides its cells.
struct SheetFacts {
  uint64_t rows = 0;           ///< to the last row that is filled
  uint64_t hidden_rows = 0;    ///< filled ones; they are read like all others
  uint64_t hidden_columns = 0;
  uint64_t errors = 0;         ///< cells that hold #N/A, #DIV/0! …
  uint64_t unvalued = 0;       ///< formulas whose value the file does not hold
  std::vector<std::string> merged;  ///< "B3:C3" …, at most 1000
};

/// One sheet's XML as CSV. Rows and cells that the file leaves out are empty lines and cells; a row is
/// as wide as its last filled cell, or as the widest row above it.
class SheetReader {
 public:
  SheetReader(const Workbook& workbook, const Sheet& sheet);
  ~SheetReader();
  SheetReader(SheetReader&&) noexcept;

  /// Appends the rows that are complete to `csv`. Error: bad_workbook.
  Result<void> feed(std::string_view xml, std::string& csv);
  Result<void> finish(std::string& csv);
  const SheetFacts& facts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace topline
