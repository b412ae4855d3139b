// SPDX-License-Identifier: Apache-2.0
#pragma once

// Weights that meet known totals of a population: post-stratification to one margin, raking
// (iterative proportional fitting; Deming and Stephan 1940, Annals of Mathematical Statistics
// 11:427) to several.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace topline::stats {

/// One known distribution: each row's category, and the population's total of each category, in
/// people or in shares. Where only some rows took part in the calibration the caller hands in
/// those.
struct Margin {
  std::span<const uint32_t> category;  ///< one per row, an index into population
  std::span<const double> population;
};

enum class CalibrationProblem : uint8_t {
  none,
  no_margin,
  unequal_lengths,   ///< a margin has not one category per row
  bad_weight,        ///< a base weight is negative or not finite
  unknown_category,  ///< a row's `category` lies outside the margin
  bad_total,         ///< the population's total of `category` is negative or not finite
  empty_cell,        ///< the population has people in `category`, the sample none: join categories
  no_population,     ///< the sample has people in `category`, the population none
  totals_disagree,   ///< `margin` sums to something else than the first one
  no_convergence,  ///< the margins contradict each other in this sample: use fewer or coarser ones
};

struct Calibration {
  CalibrationProblem problem = CalibrationProblem::none;
  size_t margin = 0;  ///< which one the problem is in
  uint32_t category = 0;
  std::vector<double> weights;  ///< calibrated, one per row; empty where there is a problem
  int rounds = 0;               ///< over all margins; 1 for post-stratification
};

/// w · N_c / Σ_c w.
Calibration post_stratify(std::span<const double> base_weights, const Margin& margin);

/// Adjusts to each margin in turn until every total is met within 1e-12 of itself (at most 10,000
/// rounds). Margins must agree in their total within 1e-9 of it; the first one's counts. Their
/// order doesn't matter to the result beyond these tolerances.
Calibration rake(std::span<const double> base_weights, std::span<const Margin> margins);

/// The u of a linearised estimate less what the margins explain: u/w is regressed on the margins'
/// categories with the **base** weights, and the residual is multiplied by the calibrated weight w
/// (Deville and Särndal 1992, JASA 87:376). For post-stratification that is what R's survey does;
/// for raking R regresses without weights, which is the same where base weights are equal. A weight
/// of 0 gives 0. REQUIRES that the calibration that gave `calibrated` had no problem, and equal
/// lengths.
std::vector<double> calibration_residuals(std::span<const double> u,
                                          std::span<const double> base_weights,
                                          std::span<const double> calibrated,
                                          std::span<const Margin> margins);

}  // namespace topline::stats
