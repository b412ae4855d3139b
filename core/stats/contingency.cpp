// SPDX-License-Identifier: Apache-2.0
#include "core/stats/contingency.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/stats/distributions.h"

namespace topline::stats {

Contingency contingency(std::span<const double> counts, size_t columns) {
  assert(columns > 0 && counts.size() % columns == 0);
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const size_t rows = counts.size() / columns;
  std::vector<double> row_sum(rows, 0.0), column_sum(columns, 0.0);
  Contingency result;
  for (size_t i = 0; i < counts.size(); ++i) {
    row_sum[i / columns] += counts[i];
    column_sum[i % columns] += counts[i];
    result.n += counts[i];
  }
  const auto not_empty = [](const std::vector<double>& sums) {
    return static_cast<size_t>(
        std::count_if(sums.begin(), sums.end(), [](double sum) { return sum > 0; }));
  };
  result.rows = not_empty(row_sum);
  result.columns = not_empty(column_sum);
  result.residuals.assign(counts.size(), nan);
  if (result.rows < 2 || result.columns < 2) {
    result.chi_squared = result.df = result.p = result.cramers_v = result.min_expected = nan;
    return result;
  }
  result.min_expected = std::numeric_limits<double>::infinity();
  for (size_t i = 0; i < counts.size(); ++i) {
    const double row = row_sum[i / columns], column = column_sum[i % columns];
    if (!(row > 0) || !(column > 0)) continue;
    const double expected = row * (column / result.n), excess = counts[i] - expected;
    result.min_expected = std::min(result.min_expected, expected);
    result.chi_squared += excess * excess / expected;
    const double others = (result.n - row) / result.n * ((result.n - column) / result.n);
    result.residuals[i] = excess / std::sqrt(expected * others);
  }
  const double r = static_cast<double>(result.rows), k = static_cast<double>(result.columns);
  result.df = (r - 1) * (k - 1);
  result.p = chi_squared_survival(result.chi_squared, result.df);
  result.cramers_v = std::sqrt(result.chi_squared / result.n / (std::min(r, k) - 1));
  return result;
}

}  // namespace topline::stats
