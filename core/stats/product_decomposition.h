// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why did a product change: sales = buyers × purchases per buyer × value of a purchase? By the
// logarithmic mean Divisia index (Ang 2004, Energy Policy 32:1131): the part of a factor x is
// L(V₁, V₀) ln(x₁/x₀) with the logarithmic mean L(a, b) = (a − b)/(ln a − ln b), L(a, a) = a. The
// parts sum to V₁ − V₀, and no order of the factors is preferred.

#include <span>
#include <vector>

namespace topline::stats {

/// (a − b)/(ln a − ln b) of positive numbers, without loss where they are close; else NaN.
double logarithmic_mean(double a, double b);

struct ProductDecomposition {
  double before = 0;          ///< Π before
  double after = 0;           ///< Π after
  std::vector<double> parts;  ///< one per factor; sum: after − before, but for rounding
};

/// The factors of two periods, in the same order. A factor that is not positive and finite in both
/// has no logarithm: then all parts are NaN. REQUIRES before.size() == after.size().
ProductDecomposition product_decomposition(std::span<const double> before,
                                           std::span<const double> after);

}  // namespace topline::stats
