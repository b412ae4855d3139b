// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace topline {

/// How the text that is fed came about, where it is not the file's own bytes.
struct InputSource {
  std::string encoding;        ///< what it was decoded from: "gb18030" …; empty: UTF-8 as it stood
  uint64_t undecodable = 0;    ///< bytes or sequences of that encoding that are no character
  std::string sheet;           ///< of the workbook that it was made from; empty: none
  uint64_t hidden_rows = 0;    ///< of that sheet; they are read like all others
  uint64_t hidden_columns = 0;
  uint64_t unvalued = 0;       ///< formulas whose value the file does not hold: read as empty
  std::string left_out;        ///< names of hidden sheets that were not read
  bool operator==(const InputSource&) const = default;
};

/// What is known of an input besides the text that is fed.
struct InputInfo {
  std::string name;
  uint64_t bytes = 0;  ///< size of the text where known, else 0
  InputSource source = {};
};

/// A row that no measure counts: why, and its cells as read. Views are good during the call.
struct LeftOutRow {
  enum class Why : uint8_t { too_many_cells, bad_frequency, bad_weight, incomplete, excluded };
  Why why;
  uint64_t line = 0;  ///< physical line within the range that was read, from 1
  std::span<const std::string_view> cells;
};
/// "too_many_cells" …
std::string_view name_of(LeftOutRow::Why why);
using LeftOutSink = std::function<void(const LeftOutRow&)>;

}  // namespace topline
