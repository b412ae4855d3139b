// SPDX-License-Identifier: Apache-2.0
#pragma once

// p-values of a family of tests, adjusted for there being many. Results stand in the order of the
// input and lie in 0..1, as R's p.adjust gives them. NaN stays NaN and does not count into the
// number of tests; REQUIRES that the others lie in 0..1.

#include <span>
#include <vector>

namespace topline::stats {

/// Step-down Bonferroni: keeps the chance of any false finding in the family (Holm 1979,
/// Scandinavian Journal of Statistics 6:65).
std::vector<double> holm(std::span<const double> p);

/// Keeps the expected share of false among the findings (Benjamini and Hochberg 1995, JRSS B
/// 57:289).
std::vector<double> benjamini_hochberg(std::span<const double> p);

}  // namespace topline::stats
