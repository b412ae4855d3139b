// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/measure/measure.h"

namespace topline {

/// How much of a change between two waves comes from one segment variable's shares (mix) and how
/// much from its segments' own changes (rate); mix + rate is the change.
struct MixRate {
  std::string by;  ///< the segment column's name
  double mix = 0;  ///< in the measure's unit
  double rate = 0;
};

/// A difference between two figures, with its test.
struct Difference {
  MeasureId id;
  uint32_t table = 0;
  uint32_t column = 0;       ///< 1-based column of the question; 0: of a roll-out's measure
  std::string option = {};   ///< share: the answer whose share is compared
  std::string against = {};  ///< of a survey: "rest", "previous", "first"; else empty
  uint32_t a = 0, b = 0;     ///< a − b; indices into Report::cells
  /// "rest": b is everyone else in the wave of a, and `b` the cell of all that they are part of.
  std::optional<double> value = {};  ///< the difference, in the measure's unit
  std::string unit = {};             ///< where it isn't the catalogue's: a currency
  std::optional<MeasureInterval> interval = {};
  std::optional<double> p = {};
  std::optional<double> p_adjusted = {};
  std::string test = {};  ///< "adjusted-wald", "permutation", "paired-t", "mcnemar", "mcnemar-exact", "n-1-chi-squared", "fisher", "welch",
                          ///< "mann-whitney", "did" …
  std::string verdict = {};  ///< "clear", "not_clear", "no_verdict"
  std::vector<std::string> notes = {};
  std::vector<std::pair<std::string, double>> figures = {};
  std::vector<MixRate> mix_rate = {};  ///< of a wave against the previous, a segment column each
};

/// Adjusts the p of one family after Holm and gives each its verdict: "clear" where the adjusted p
/// is below 1 − confidence, "no_verdict" where there is no p. What is clear alone and not among the
/// others gets the note "one_of_many".
void judge_family(std::span<Difference> family, double confidence);

/// The same after Benjamini and Hochberg, for the comparisons of surveys of a whole report; others
/// are left as they are.
void judge_together(std::vector<Difference>& differences, double confidence);

}  // namespace topline
