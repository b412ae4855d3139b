// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people write for a target: "40", "≥ 40", "90%", "+10%", "+10 points", "提升10%",
// "提高 10 个百分点", "降低到 5%", "4 hours", "1.2 million", "120万".

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline {

struct TargetText {
  enum class Kind : uint8_t {
    none,      ///< no number that fits the unit
    value,     ///< the figure itself
    points,    ///< so much more (or less) than the baseline, in the unit
    relative,  ///< so many per cent of the baseline more (or less)
    unclear,   ///< see `question`
  };
  enum class Bound : uint8_t { none, at_least, at_most };
  Kind kind = Kind::none;
  Bound bound = Bound::none;  ///< as it is written: "≥ 40", "不超过 5%"
  double number = 0;          ///< of a change with its sign
  /// "relative_or_points": per cent of a percentage or of NPS; "change_or_value": "+40" of a score
  /// that is itself written with a sign. Empty: nothing is asked.
  std::string_view question = {};
};

/// `unit`: of the figure, as the catalogue has it ("%", "points", "money", "seconds" …; empty:
/// unknown). `change`: "relative" or "points" where the study says what is meant, else empty.
/// Several numbers in a text are no target.
TargetText read_target(std::string_view text, std::string_view change, std::string_view unit);

/// The one number of a text in the unit: "62%" 62, "4 小时" 14400 of seconds, "1.2万" 12000. Empty
/// where there is none, or more than one.
std::optional<double> read_quantity(std::string_view text, std::string_view unit);

}  // namespace topline
