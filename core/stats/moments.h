// SPDX-License-Identifier: Apache-2.0
#pragma once

// Mean and standard deviation of counted values. The sums run over the sorted distinct values, so
// the order and the grouping of the input never change a bit of the result.

#include <cstdint>
#include <span>
#include <vector>

namespace topline::stats {

/// How often a value occurred. Values are finite.
struct ValueCount {
  double value = 0;
  uint64_t count = 0;
  bool operator==(const ValueCount&) const = default;
};

struct Moments {
  uint64_t n = 0;
  double mean = 0;            ///< NaN for n = 0
  double sum_of_squares = 0;  ///< Σ(x − mean)²; NaN for n = 0
  double sd = 0;              ///< √(sum_of_squares / (n − 1)); NaN for n < 2
};

/// Sorted by value, equal values joined, counts of zero left out.
std::vector<ValueCount> sorted_counts(std::span<const ValueCount> values);

/// Two passes over sorted_counts(values): the mean first, then the squares about it.
Moments moments(std::span<const ValueCount> values);

}  // namespace topline::stats
