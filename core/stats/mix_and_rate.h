// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why did a mean change between two periods: because its segments changed (rate), or because the
// segments' shares did (mix)?

#include <span>
#include <vector>

namespace topline::stats {

/// A segment in two periods. Bases are answers or weights, not negative; a mean is read only where
/// its base is positive. A net score is a mean, too.
struct SegmentChange {
  double base_before = 0;
  double mean_before = 0;
  double base_after = 0;
  double mean_after = 0;
};

struct MixAndRate {
  struct Part {
    double mix = 0;
    double rate = 0;
  };
  double before = 0;  ///< the mean of all
  double after = 0;
  double mix = 0;   ///< Σ (w₁ − w₀) x̄, with shares w of the base and x̄ = (x₀ + x₁)/2
  double rate = 0;  ///< Σ w̄ (x₁ − x₀), with w̄ = (w₀ + w₁)/2
  /// By segment. Mix takes x̄ from the middle of the two means of all, which changes no sum: a
  /// segment that grows lifts the mean only if it lies above.
  std::vector<Part> parts;
};

/// mix + rate = after − before (Kitagawa 1955, JASA 50:1168). A segment that is missing in one
/// period has no rate: it is mix by its one mean. A period without any base gives NaN.
MixAndRate mix_and_rate(std::span<const SegmentChange> segments);

}  // namespace topline::stats
