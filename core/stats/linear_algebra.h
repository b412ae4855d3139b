// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small dense symmetric matrices: a correlation table of some ten items, not a solver for
// thousands. Only + - * / and sqrt in a fixed order, so the same bits everywhere. Methods: Golub
// and Van Loan 2013, Matrix Computations, 4.2 (Cholesky) and 8.5 (cyclic Jacobi).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace topline::stats {

/// Square, by rows.
class SquareMatrix {
 public:
  SquareMatrix() = default;
  explicit SquareMatrix(size_t size) : size_(size), values_(size * size) {}

  size_t size() const { return size_; }
  double& operator()(size_t row, size_t column) { return values_[row * size_ + column]; }
  double operator()(size_t row, size_t column) const { return values_[row * size_ + column]; }
  bool operator==(const SquareMatrix&) const = default;

  /// Rows and columns `keep`, in that order. REQUIRES each is below size().
  SquareMatrix part(std::span<const size_t> keep) const;

 private:
  size_t size_ = 0;
  std::vector<double> values_;
};

/// A = L Lᵀ. Only the lower triangle of A is read. Where A isn't positive definite `singular_at` is
/// the first row whose pivot is at most `tolerance` times its diagonal (or NaN): that variable is,
/// to the tolerance, a combination of those before it. Nothing below may be called then.
struct Cholesky {
  SquareMatrix lower;
  std::optional<size_t> singular_at;
};

/// 1e-9: in a correlation matrix a variance inflation of a thousand million, beyond any use and
/// well above what rounding leaves of an exact combination.
inline constexpr double kSingular = 1e-9;

Cholesky cholesky(const SquareMatrix& a, double tolerance = kSingular);

/// x with A x = b. REQUIRES !singular_at and b.size() == size.
std::vector<double> solve(const Cholesky& factor, std::span<const double> b);

/// A⁻¹, symmetric to the bit. REQUIRES !singular_at.
SquareMatrix inverse(const Cholesky& factor);

struct Eigen {
  std::vector<double> values;  ///< descending
  SquareMatrix vectors;        ///< column j belongs to values[j]; length 1, its largest entry > 0
};

/// By cyclic Jacobi rotations. REQUIRES a is symmetric. An entry that isn't finite gives NaN
/// throughout.
Eigen symmetric_eigen(const SquareMatrix& a);

}  // namespace topline::stats
