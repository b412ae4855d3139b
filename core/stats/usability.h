// SPDX-License-Identifier: Apache-2.0
#pragma once

// Usability of a system from one respondent's answers to a published questionnaire. An answer that
// is missing (NaN), not whole or off the scale, or another number of answers, gives no score: these
// instruments are only defined complete.

#include <optional>
#include <span>

namespace topline::stats {

struct SusScore {
  double score = 0;  ///< 0..100, in steps of 2.5; not a percentage
  /// The same answer ten times. Every second item is worded the other way round, so that can't be
  /// meant: 3 × 10 is 50, and so is 5 × 10.
  bool all_equal = false;
};

/// System Usability Scale (Brooke 1996): 2.5(Σ(odd − 1) + Σ(5 − even)), ten answers of 1..5.
std::optional<SusScore> sus(std::span<const double> answers);

struct UmuxLiteScore {
  double raw = 0;        ///< (a + b − 2)/12 · 100: 0..100
  double regressed = 0;  ///< 0.65 raw + 22.9, the SUS to expect: 22.9..87.9
  /// Both answers alike. Both items are worded the same way round, so that is no sign of haste.
  bool all_equal = false;
};

/// UMUX-Lite, two answers of 1..7 (Lewis, Utesch and Maher 2013, CHI '13).
std::optional<UmuxLiteScore> umux_lite(std::span<const double> answers);

}  // namespace topline::stats
