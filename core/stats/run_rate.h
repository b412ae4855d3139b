// SPDX-License-Identifier: Apache-2.0
#pragma once

// A goal on its way: how far, how fast it must go, and where it ends if it goes on as it did.

#include <optional>
#include <span>

#include "core/stats/interval.h"

namespace topline::stats {

/// (value - baseline) / (target - baseline): 0 at the baseline, 1 at the target, for goals up or
/// down; below 0 and above 1 are told as they are. Absent where target = baseline.
std::optional<double> goal_progress(double baseline, double target, double value);

/// What each day from `day` to `due` must add: (target - value) / (due - day). Absent from the due
/// day on.
std::optional<double> needed_run_rate(double value, double target, double day, double due);

struct DatedValue {
  double day = 0;
  double value = 0;
};

struct Projection {
  double slope = 0;     ///< per day
  double expected = 0;  ///< the line's value on the due day
  /// Where one new value on the due day lies with the given confidence, by t with n - 2 degrees of
  /// freedom; NaN for n < 3. It takes the values as independent about a straight line.
  Interval prediction;
};

/// Least squares over the values (any order, days may repeat):
/// expected ± t s √(1 + 1/n + (due - x̄)² / Σ(x - x̄)²), s² = Σ residual² / (n - 2). Absent where
/// there are fewer than two different days or a number is not finite.
std::optional<Projection> project(std::span<const DatedValue> values, double due,
                                  double confidence);

}  // namespace topline::stats
