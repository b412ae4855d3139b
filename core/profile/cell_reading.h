// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one cell, and one row, counts as: for marking them where they stand.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/intake/input_info.h"
#include "core/profile/plan.h"

namespace topline {

enum class CellState : uint8_t {
  plain,        ///< counts as it stands, or is not read
  missing,
  invalid,      ///< not on its column's scale, or no amount or date where one is wanted
  repaired,     ///< read as another text: CellReading::read_as
  undecodable,  ///< holds bytes that are no character
  absent,       ///< its row ends before it: read as missing
};

struct CellReading {
  CellState state = CellState::plain;
  std::string read_as;  ///< of a repaired cell: "10", "2026-09-27", "Sales"
};

/// How a cell counts in its column (0-based): answers as points of their scale, amounts and dates as
/// the column's field, weight or wave reads them, names without white space at their ends. A number
/// that is written as one ("9", "9.0") is not repaired, nor a date that begins as ISO 8601 has it.
CellReading read_cell(std::string_view cell, uint32_t column, const Plan& plan);

/// Why a row is not counted; empty where it is, or where only the settings (`where`) leave it out.
/// `cells` are the row's as read, however many.
std::optional<LeftOutRow::Why> left_out_why(std::span<const std::string_view> cells, const Shape& shape);

}  // namespace topline
