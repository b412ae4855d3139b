// SPDX-License-Identifier: Apache-2.0
#pragma once

// A weighted scorecard of vendors, and how far its winner hangs on the weights.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace topline::stats {

struct Scorecard {
  std::vector<double> weights;  ///< as given, brought to a sum of 1
  std::vector<double> scores;   ///< one per vendor, Σ weight x mark
  std::vector<size_t> winners;  ///< all vendors tied for the top (to rounding), ascending
};

/// marks: vendors x criteria, row by row, higher is better. Absent where a weight is negative or
/// all are 0, marks are no whole number of rows, there is none, or a number is not finite (a mark
/// that is missing can't be scored around).
std::optional<Scorecard> scorecard(std::span<const double> weights, std::span<const double> marks);

/// Another weight of one criterion, the others keeping their proportions to each other, from which
/// on somebody else is ahead.
struct WinnerChange {
  double weight = 0;      ///< 0..1: here the challenger draws level, beyond it leads
  size_t challenger = 0;  ///< the lowest vendor where several draw level at once
};

struct WeightSensitivity {
  double weight = 0;                   ///< the criterion's weight now, of 1
  std::optional<WinnerChange> lower;   ///< the nearest change at a smaller weight
  std::optional<WinnerChange> higher;  ///< the nearest change at a greater weight
};

/// One per criterion; neither change: the winner wins at any weight from 0 to 1. Absent where the
/// scorecard is, or where it has no single winner. A criterion that carries all the weight leaves
/// the others no proportions: no change is found for it.
std::optional<std::vector<WeightSensitivity>> weight_sensitivity(std::span<const double> weights,
                                                                 std::span<const double> marks);

}  // namespace topline::stats
