// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/profile/plan.h"

namespace topline {

/// What one cell says in a scored column.
struct Answer {
  enum class Kind : uint8_t { missing, invalid, score };
  Kind kind = Kind::missing;
  double score = 0;
};

/// The texts that mean "no answer" in any column, compared trimmed: "", "NA", "N/A", "(空)" …
std::span<const std::string_view> missing_words();
bool is_missing(std::string_view text);
/// The same where a number or a point of a scale is wanted: there "None" is no answer either. Among
/// the options of a choice it is one.
bool is_no_score(std::string_view text);
/// "Never logged in", 从未登录: where a moment is wanted, that there is none.
bool is_never(std::string_view text);

/// Reads a cell by its column's plan: missing word or code, a whole number on the scale, or
/// invalid.
Answer read_answer(std::string_view text, const ColumnPlan& column);

}  // namespace topline
