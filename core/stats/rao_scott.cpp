// SPDX-License-Identifier: Apache-2.0
#include "core/stats/rao_scott.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/stats/distributions.h"

namespace topline::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// What is left of a table of shares less its rows and columns: c(r, k) less the last of its row, of its
// column, and more their corner. Any basis of it gives the same statistic.
struct Contrast {
  size_t cell[4];
  static constexpr double kSign[4] = {1, -1, -1, 1};
};

std::vector<Contrast> contrasts(size_t rows, size_t columns) {
  std::vector<Contrast> all;
  for (size_t r = 0; r + 1 < rows; ++r) {
    for (size_t c = 0; c + 1 < columns; ++c) {
      const size_t last = (rows - 1) * columns;
      all.push_back({{r * columns + c, r * columns + columns - 1, last + c, last + columns - 1}});
    }
  }
  return all;
}

}  // namespace

RaoScott rao_scott(std::span<const double> shares, size_t columns, const SquareMatrix& covariance,
                   double n, double df) {
  const RaoScott none = {kNan, kNan, kNan, kNan, kNan};
  const size_t rows = columns == 0 ? 0 : shares.size() / columns;
  if (rows < 2 || columns < 2) return none;
  std::vector<double> row_share(rows), column_share(columns);
  for (size_t k = 0; k < shares.size(); ++k) {
    row_share[k / columns] += shares[k];
    column_share[k % columns] += shares[k];
  }
  const auto empty = [](double share) { return !(share > 0); };
  if (std::any_of(row_share.begin(), row_share.end(), empty) ||
      std::any_of(column_share.begin(), column_share.end(), empty)) {
    return none;
  }
  double phi_squared = 0;
  std::vector<double> over(shares.size());  // 1/p, 0 where the cell is empty
  for (size_t k = 0; k < shares.size(); ++k) {
    const double expected = row_share[k / columns] * column_share[k % columns];
    phi_squared += (shares[k] - expected) * (shares[k] - expected) / expected;
    if (shares[k] > 0) over[k] = 1 / shares[k];
  }

  const std::vector<Contrast> of = contrasts(rows, columns);
  SquareMatrix simple(of.size()), designed(of.size());
  for (size_t i = 0; i < of.size(); ++i) {
    for (size_t j = 0; j < of.size(); ++j) {
      for (size_t a = 0; a < 4; ++a) {
        for (size_t b = 0; b < 4; ++b) {
          const size_t x = of[i].cell[a], y = of[j].cell[b];
          const double sign = Contrast::kSign[a] * Contrast::kSign[b];
          if (x == y) simple(i, j) += sign * over[x] / n;
          designed(i, j) += sign * over[x] * covariance(x, y) * over[y];
        }
      }
    }
  }
  const Cholesky factor = cholesky(simple);
  if (factor.singular_at) return none;
  SquareMatrix effects(of.size());
  std::vector<double> column(of.size());
  for (size_t j = 0; j < of.size(); ++j) {
    for (size_t i = 0; i < of.size(); ++i) column[i] = designed(i, j);
    const std::vector<double> solved = solve(factor, column);
    for (size_t i = 0; i < of.size(); ++i) effects(i, j) = solved[i];
  }
  double trace = 0, squares = 0;
  for (size_t i = 0; i < of.size(); ++i) {
    trace += effects(i, i);
    for (size_t j = 0; j < of.size(); ++j) squares += effects(i, j) * effects(j, i);
  }
  RaoScott found;
  found.f = n * phi_squared / trace;
  found.ndf = trace * trace / squares;
  found.ddf = found.ndf * df;
  found.p = f_survival(found.f, found.ndf, found.ddf);
  found.cramers_v = std::sqrt(phi_squared / static_cast<double>(std::min(rows, columns) - 1));
  return found;
}

SquareMatrix share_covariance(std::span<const WeightedValue> cells, uint64_t n_design) {
  double sum_w = 0, sum_w2 = 0;
  for (const WeightedValue& cell : cells) {
    sum_w += cell.sum_w;
    sum_w2 += cell.sum_w2;
  }
  const double n = static_cast<double>(n_design);
  const double factor = n / (n - 1) / (sum_w * sum_w);
  SquareMatrix covariance(cells.size());
  for (size_t i = 0; i < cells.size(); ++i) {
    const double p = cells[i].sum_w / sum_w;
    for (size_t j = 0; j < cells.size(); ++j) {
      const double q = cells[j].sum_w / sum_w;
      const double own = i == j ? cells[i].sum_w2 : 0;
      covariance(i, j) = factor * (own - q * cells[i].sum_w2 - p * cells[j].sum_w2 + p * q * sum_w2);
    }
  }
  return covariance;
}

}  // namespace topline::stats
