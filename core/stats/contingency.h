// SPDX-License-Identifier: Apache-2.0
#pragma once

// Is the answer spread alike over the groups? Pearson's chi-squared of a table of counts.

#include <cstddef>
#include <span>
#include <vector>

namespace topline::stats {

struct Contingency {
  double n = 0;
  size_t rows = 0;         ///< that are not empty: empty ones are left out
  size_t columns = 0;      ///< likewise
  double chi_squared = 0;  ///< without continuity correction (Pearson 1900)
  double df = 0;           ///< (rows − 1)(columns − 1)
  double p = 0;
  double cramers_v = 0;     ///< √(χ²/(n (min(rows, columns) − 1))), 0..1 (Cramér 1946)
  double min_expected = 0;  ///< the smallest expected count: under 5 χ² is an approximation at risk
  /// In the shape of the input: (observed − expected)/√(expected (1 − row share)(1 − column
  /// share)), about standard normal where nothing is going on (Haberman 1973, Biometrics 29:205).
  /// NaN in empty rows and columns.
  std::vector<double> residuals;
};

/// counts: row by row, `columns` to a row, none negative. REQUIRES columns > 0 and counts.size() a
/// multiple of it. Fewer than two rows or columns that are not empty: all statistics NaN.
Contingency contingency(std::span<const double> counts, size_t columns);

}  // namespace topline::stats
