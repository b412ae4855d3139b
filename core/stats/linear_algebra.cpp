// SPDX-License-Identifier: Apache-2.0
#include "core/stats/linear_algebra.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace topline::stats {
namespace {

// One Jacobi rotation in the plane (p, q), p < q, that makes a(p, q) zero; v gathers the rotations.
void rotate(SquareMatrix& a, SquareMatrix& v, size_t p, size_t q) {
  const size_t n = a.size();
  const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
  // A huge theta squares to infinity and gives t = 0, as it should.
  const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
  const double c = 1 / std::sqrt(t * t + 1), s = t * c;
  const double shift = t * a(p, q);
  a(p, p) -= shift;
  a(q, q) += shift;
  a(p, q) = a(q, p) = 0;
  for (size_t i = 0; i < n; ++i) {
    if (i != p && i != q) {
      const double ip = a(i, p), iq = a(i, q);
      a(i, p) = a(p, i) = c * ip - s * iq;
      a(i, q) = a(q, i) = s * ip + c * iq;
    }
    const double vp = v(i, p), vq = v(i, q);
    v(i, p) = c * vp - s * vq;
    v(i, q) = s * vp + c * vq;
  }
}

Eigen no_eigen(size_t n) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  Eigen result{std::vector<double>(n, nan), SquareMatrix(n)};
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) result.vectors(i, j) = nan;
  }
  return result;
}

}  // namespace

SquareMatrix SquareMatrix::part(std::span<const size_t> keep) const {
  SquareMatrix result(keep.size());
  for (size_t i = 0; i < keep.size(); ++i) {
    for (size_t j = 0; j < keep.size(); ++j) result(i, j) = (*this)(keep[i], keep[j]);
  }
  return result;
}

Cholesky cholesky(const SquareMatrix& a, double tolerance) {
  Cholesky result{SquareMatrix(a.size()), std::nullopt};
  SquareMatrix& lower = result.lower;
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j <= i; ++j) {
      double sum = a(i, j);
      for (size_t k = 0; k < j; ++k) sum -= lower(i, k) * lower(j, k);
      if (j < i) {
        lower(i, j) = sum / lower(j, j);
      } else if (sum > tolerance * a(i, i)) {
        lower(i, i) = std::sqrt(sum);
      } else {
        result.singular_at = i;
        return result;
      }
    }
  }
  return result;
}

std::vector<double> solve(const Cholesky& factor, std::span<const double> b) {
  const SquareMatrix& lower = factor.lower;
  const size_t n = lower.size();
  std::vector<double> x(b.begin(), b.end());
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < i; ++k) x[i] -= lower(i, k) * x[k];
    x[i] /= lower(i, i);
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; ++k) x[i] -= lower(k, i) * x[k];
    x[i] /= lower(i, i);
  }
  return x;
}

SquareMatrix inverse(const Cholesky& factor) {
  const size_t n = factor.lower.size();
  SquareMatrix result(n);
  std::vector<double> unit(n);
  for (size_t j = 0; j < n; ++j) {
    std::fill(unit.begin(), unit.end(), 0.0);
    unit[j] = 1;
    const std::vector<double> column = solve(factor, unit);
    for (size_t i = j; i < n; ++i) result(i, j) = result(j, i) = column[i];
  }
  return result;
}

Eigen symmetric_eigen(const SquareMatrix& matrix) {
  const size_t n = matrix.size();
  SquareMatrix a = matrix, v(n);
  for (size_t i = 0; i < n; ++i) v(i, i) = 1;
  double largest = 0;
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      if (!std::isfinite(a(i, j))) return no_eigen(n);
      largest = std::max(largest, std::abs(a(i, j)));
    }
  }
  // It converges quadratically: ten sweeps do for any size of ours.
  for (int sweep = 0; sweep < 60; ++sweep) {
    bool rotated = false;
    for (size_t p = 0; p < n; ++p) {
      for (size_t q = p + 1; q < n; ++q) {
        if (std::abs(a(p, q)) <= 0x1p-60 * largest) continue;
        rotate(a, v, p, q);
        rotated = true;
      }
    }
    if (!rotated) break;
  }

  std::vector<size_t> order(n);
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t i, size_t j) { return a(i, i) > a(j, j); });
  Eigen result{std::vector<double>(n), SquareMatrix(n)};
  for (size_t j = 0; j < n; ++j) {
    const size_t from = order[j];
    result.values[j] = a(from, from);
    size_t leading = 0;
    for (size_t i = 1; i < n; ++i) {
      if (std::abs(v(i, from)) > std::abs(v(leading, from))) leading = i;
    }
    const double sign = v(leading, from) < 0 ? -1 : 1;
    for (size_t i = 0; i < n; ++i) result.vectors(i, j) = sign * v(i, from);
  }
  return result;
}

}  // namespace topline::stats
