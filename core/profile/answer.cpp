// SPDX-License-Identifier: Apache-2.0
#include "core/profile/answer.h"

#include <algorithm>
#include <cmath>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/profile/answer_number.h"
#include "core/profile/ranking.h"
#include "core/profile/word_scale.h"

namespace topline {
namespace {

// The empty text first; the rest as the field's exports write them.
constexpr std::string_view kMissing[] = {
    "",     "NA",   "N/A",  "n/a",  "nan",    "NaN",    "null",
    "NULL", "#N/A", "(空)", "(跳过)", "（空）", "（跳过）",
};

Answer read_label(std::string_view text, const ColumnPlan& column) {
  const std::string label = normal_label(text);
  for (const auto& [known, point] : column.labels) {
    if (known == label) return {Answer::Kind::score, static_cast<double>(point)};
  }
  return {is_no_answer(label) ? Answer::Kind::missing : Answer::Kind::invalid, 0};
}

}  // namespace

std::span<const std::string_view> missing_words() { return kMissing; }

bool is_missing(std::string_view text) {
  text = trim(text);
  return std::find(std::begin(kMissing), std::end(kMissing), text) != std::end(kMissing);
}

bool is_never(std::string_view text) {
  const std::string folded = fold(text);
  return has_word(folded, "never") || has_word(folded, "从未") || has_word(folded, "未登录");
}

bool is_no_score(std::string_view text) { return trim(text) == "None" || is_missing(text); }

Answer read_answer(std::string_view text, const ColumnPlan& column) {
  text = trim(text);
  const bool listed = column.role == Role::ranking && !column.option_mark.empty();
  const bool free = column.role == Role::choice || listed || !column.scale;
  if (free ? is_missing(text) : is_no_score(text)) return {Answer::Kind::missing, 0};
  const auto& codes = column.missing_codes;
  if (std::find(codes.begin(), codes.end(), text) != codes.end()) return {Answer::Kind::missing, 0};
  if (listed && read_order(text, column.option_mark).empty()) {
    return {Answer::Kind::invalid, 0};
  }
  if (free) return {Answer::Kind::score, 0};
  if (!column.labels.empty()) return read_label(text, column);
  const auto number = read_answer_number(text);
  if (!number) {
    const bool no_answer = is_no_answer(normal_label(text));
    return {no_answer ? Answer::Kind::missing : Answer::Kind::invalid, 0};
  }
  for (const std::string& code : codes) {
    if (parse_number(code) == number->value) return {Answer::Kind::missing, 0};
  }
  const double value = number->value;
  const bool whole = std::nearbyint(value) == value;
  const bool other_scale = number->of != 0 && number->of != column.scale->high;
  if (!whole || other_scale || value < column.scale->low || value > column.scale->high) {
    return {Answer::Kind::invalid, 0};
  }
  return {Answer::Kind::score, value};
}

}  // namespace topline
