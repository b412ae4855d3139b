// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/profile/plan.h"
#include "core/profile/token_table.h"

namespace topline {

/// What a scale of words is about.
enum class Topic : uint8_t {
  satisfaction, agreement, likelihood, importance, favour, quality, ease, frequency, amount, level
};

/// The scale that a column's labels are points of.
struct WordScale {
  Topic topic = Topic::satisfaction;
  int points = 0;         ///< 1 … points, low to high
  LabelScores labels;          ///< the labels met and their points
  bool ambiguous = false; ///< scales of other lengths hold the same labels
  std::vector<std::string> unknown;  ///< labels met that are no points of it, the frequent ones first
  bool codes_disagree = false;  ///< "1 - Very satisfied": codes run against the words, which hold
};

/// A label as it is compared: folded, without its code ("5 - ", "(5分)"), of one kind of apostrophe.
std::string normal_label(std::string_view text);

/// LabelScores that mean "no answer": "N/A", "Don't know", 不适用 … (normal ones).
bool is_no_answer(std::string_view label);

/// Do the numbers in front of the labels run against them, as in "1 - Very satisfied" beside
/// "5 - Very dissatisfied"? Also where only the ends of a scale of numbers have labels.
bool codes_run_down(const TokenTable& column);

/// The scale of words that nearly all filled cells of a column are on; empty for none. `points`
/// settles its length where not 0; `missing` are codes that stand for no answer.
std::optional<WordScale> find_word_scale(const TokenTable& column, int points = 0,
                                         std::span<const std::string_view> missing = {});

}  // namespace topline
