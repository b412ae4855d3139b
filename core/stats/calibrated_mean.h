// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mean of a sample whose weights were post-stratified or raked: its error counts only what the
// margins leave unexplained.

#include <span>

#include "core/stats/calibration.h"
#include "core/stats/design_mean.h"

namespace topline::stats {

/// As design_mean() of rows whose weights are the calibrated ones, with the u replaced by their
/// calibration_residuals(). REQUIRES one base weight and one category of each margin per row.
DesignMean calibrated_mean(std::span<const DesignRow> rows, std::span<const double> base_weights,
                           std::span<const Margin> margins,
                           std::span<const double> population_psus = {});

/// As design_difference().
DesignDifference calibrated_difference(std::span<const DesignRow> rows,
                                       std::span<const double> base_weights,
                                       std::span<const Margin> margins,
                                       std::span<const double> population_psus = {});

}  // namespace topline::stats
