// SPDX-License-Identifier: Apache-2.0
#pragma once

// All real roots of f(x) = Σ amount·e^(−time·x), real times: with x = ln(1 + rate) a net present
// value, whose roots are the internal rates of return above −100 %.
//
// By Taylor's theorem with a bound on its remainder, an interval is shown to hold no root of f, or
// none of one of its derivatives; then Rolle's theorem leads back to f, each derivative's roots
// cutting the interval into pieces on which the one before is monotone. What neither settles is cut
// in two. No start value, no grid: a root can only be missed, or two be taken for a double one,
// where f stays within the rounding of the amounts themselves.

#include <span>
#include <vector>

namespace topline::stats {

struct ExponentialTerm {
  double time = 0;
  double amount = 0;
};

struct Root {
  double x = 0;
  int multiplicity = 1;  ///< above 6 only whether it is odd or even is promised
  bool operator==(const Root&) const = default;
};

/// Ascending, each root once. Terms in any order; equal times are added up, and a sum that is only
/// rounding is nothing. Empty where f has no sign change (Descartes, for real exponents Laguerre),
/// where it is zero everywhere, and where a number is not finite.
std::vector<Root> exponential_sum_roots(std::span<const ExponentialTerm> terms);

}  // namespace topline::stats
