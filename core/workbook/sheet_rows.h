// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of a sheet on their way to CSV, whatever kind of workbook they come from. Private to
// core/workbook.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/workbook/workbook_state.h"

namespace topline {

inline constexpr uint64_t kMostRows = 1'048'576;
inline constexpr size_t kMostColumns = 16'384;
inline constexpr size_t kMostMerged = 1000;

class SheetRows {
 public:
  /// Writes row `row` (from 1) and the `copies` - 1 rows below it, which are the same. Rows come in
  /// order; one that goes back, as no program writes, stands where it comes. `cells` is trimmed.
  void put_row(uint64_t row, uint64_t copies, bool hidden, std::vector<std::string>& cells);

  /// Bytes that a file makes by saying "so many times": counted here, so that a few bytes cannot
  /// fill the memory. False, and for good, over 256 MiB.
  bool charge(uint64_t bytes);
  bool over() const { return over_; }

  std::string* csv = nullptr;
  SheetFacts facts;

 private:
  void put(std::string_view cell, bool alone);

  size_t width_ = 0;  ///< of the widest row so far
  uint64_t charged_ = 0;
  bool over_ = false;
};

/// Reads one sheet's part.
class SheetHandler : public XmlHandler {
 public:
  SheetRows rows;
};
std::unique_ptr<SheetHandler> xlsx_sheet(const BookState& book);
std::unique_ptr<SheetHandler> open_document_sheet(const BookState& book, const Sheet& sheet);

}  // namespace topline
