// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inputs of which only a range is known, and what is made of them.

#include <cmath>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace topline::stats {

/// "between low and high, most likely mode": low <= mode <= high, all finite; low = high is known.
struct UncertainInput {
  std::string name;
  double low = 0;
  double mode = 0;
  double high = 0;
};

/// One value per input, in their order, to the outcome. NaN where it is undefined there.
using OutcomeOf = std::function<double(std::span<const double>)>;

/// The first input whose range is none; absent where all are well.
inline std::optional<size_t> first_bad_range(std::span<const UncertainInput> inputs) {
  for (size_t i = 0; i < inputs.size(); ++i) {
    const UncertainInput& input = inputs[i];
    const bool good = std::isfinite(input.low) && std::isfinite(input.high) &&
                      input.low <= input.mode && input.mode <= input.high;
    if (!good) return i;
  }
  return std::nullopt;
}

}  // namespace topline::stats
