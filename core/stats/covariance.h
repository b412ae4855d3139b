// SPDX-License-Identifier: Apache-2.0
#pragma once

// Means and covariances of several variables over the rows that have them all (listwise). Drivers,
// reliability and regression stand on this and need no row again.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/linear_algebra.h"

namespace topline::stats {

/// n, Σx and Σxy of k variables about `shift`: two of them with the same shift add up, so they can
/// come from a tally, or from a tally less one of its groups.
struct CrossMoments {
  uint64_t n = 0;
  std::vector<double> shift;  ///< taken off each value first; something near the mean
  std::vector<double> sum;    ///< Σ(x − shift)
  SquareMatrix products;      ///< Σ(x − shift)(y − shift)

  CrossMoments() = default;
  /// About zero, which loses nothing where the values are whole and their products below 2^53.
  explicit CrossMoments(size_t variables);
  explicit CrossMoments(std::vector<double> shift);

  /// `times` rows with these values. REQUIRES row.size() is the number of variables, no NaN.
  void add(std::span<const double> row, uint64_t times = 1);
  /// REQUIRES the same shift.
  CrossMoments& operator+=(const CrossMoments& other);
  CrossMoments& operator-=(const CrossMoments& other);  ///< other: a part of this
};

struct Covariance {
  uint64_t n = 0;
  std::vector<double> mean;  ///< NaN for n = 0
  SquareMatrix matrix;       ///< divides by n − 1; NaN for n < 2

  size_t variables() const { return mean.size(); }
};

/// The rows of `values` (row after row of `columns` cells) without a NaN, in their order. REQUIRES
/// columns divides values.size().
std::vector<double> listwise(std::span<const double> values, size_t columns);

/// Two passes over listwise(values, columns): the means first, then the products about them. A
/// column of one value has variance 0 exactly.
Covariance covariance(std::span<const double> values, size_t columns);
/// Loses about log10((mean − shift)²/variance) of 16 digits. A variance of less than 1e-14 (mean −
/// shift)² can't be told from none and is 0.
Covariance covariance(const CrossMoments& moments);

/// r(i, j) = c(i, j)/√(c(i, i) c(j, j)), clipped to −1..1, the diagonal 1. NaN in the row and
/// column of a variable without variance.
SquareMatrix correlation_matrix(const SquareMatrix& covariance);

}  // namespace topline::stats
