// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

namespace topline::stats {

/// When the money is back. Times are in periods from period 0, the flow of a period being spread
/// evenly over it (a straight line between the cumulative sums at its ends).
struct Payback {
  /// The first time the cumulative sum comes from below zero to zero or above; 0 where it is never
  /// below zero; absent where it stays below.
  std::optional<double> recovered;
  /// The first time after `recovered` that it falls below zero again: "recovered at 0.16, lost
  /// again at 1.84". Absent where it never does.
  std::optional<double> lost_again;
  bool below_zero_at_end = false;
};

/// Simple payback at rate 0, discounted payback otherwise (present values are cumulated; flow 0 is
/// undiscounted). A sum that is only rounding is zero. Nothing is recovered for rate <= -1 or where
/// a flow is not finite.
Payback payback(std::span<const double> flows, double rate = 0);

}  // namespace topline::stats
