// SPDX-License-Identifier: Apache-2.0
#include "core/profile/answer.h"

#include <algorithm>
#include <cmath>

#include "core/base/number.h"
#include "core/base/text.h"

namespace topline {
namespace {

// The empty text first; the rest as the field's exports write them.
constexpr std::string_view kMissing[] = {
    "",     "NA",   "N/A",  "n/a",  "nan",    "NaN",    "null",
    "NULL", "None", "#N/A", "(空)", "(跳过)", "（空）", "（跳过）",
};

}  // namespace

std::span<const std::string_view> missing_words() { return kMissing; }

bool is_missing(std::string_view text) {
  text = trim(text);
  return std::find(std::begin(kMissing), std::end(kMissing), text) != std::end(kMissing);
}

Answer read_answer(std::string_view text, const ColumnPlan& column) {
  text = trim(text);
  if (is_missing(text)) return {Answer::Kind::missing, 0};
  if (column.role == Role::choice || !column.scale) return {Answer::Kind::score, 0};
  const auto number = parse_number(fold(text));  // full-width digits are digits
  if (!number) return {Answer::Kind::invalid, 0};
  for (const std::string& code : column.missing_codes) {
    if (parse_number(code) == number) return {Answer::Kind::missing, 0};
  }
  const bool whole = std::nearbyint(*number) == *number;
  if (!whole || *number < column.scale->low || *number > column.scale->high) {
    return {Answer::Kind::invalid, 0};
  }
  return {Answer::Kind::score, *number};
}

}  // namespace topline
