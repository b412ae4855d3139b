// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sample behind a table: strata, clusters and population of each row, and its weight, calibrated
// to the margins where they are told.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/measure/frame_rows.h"
#include "core/stats/calibrated_mean.h"

namespace topline {

/// Of all rows, or of one wave's: each wave is a sample, and is calibrated, by itself.
class SurveySample {
 public:
  /// `rows`: indices into the frame's rows, of this sample. Errors: margin_no_target,
  /// margin_empty_cell, margins_disagree, margins_no_convergence, fpc_unclear.
  static Result<SurveySample> make(const FrameRows& frame, const Plan& plan,
                                   std::vector<size_t> rows);

  const std::vector<size_t>& rows() const { return rows_; }
  /// The weights to estimate with, one per row.
  const std::vector<double>& weights() const { return weights_; }
  /// The mean of `values` (one per row; NaN: no answer) over the rows in the domain, with its
  /// linearised error.
  stats::DesignMean mean(std::span<const double> values, const std::vector<bool>& in_domain) const;
  /// Names of strata by number.
  const std::vector<std::string>& strata() const { return strata_; }
  bool calibrated() const { return !categories_.empty(); }

 private:
  Result<void> place_units(const FrameRows& frame, const Plan& plan);
  Result<void> calibrate(const FrameRows& frame, const Plan& plan);
  std::vector<stats::Margin> margins() const;

  std::vector<size_t> rows_;
  std::vector<stats::DesignUnit> units_;
  std::vector<std::string> strata_;
  std::vector<double> population_psus_;
  std::vector<double> base_weights_;
  std::vector<double> weights_;
  std::vector<std::vector<uint32_t>> categories_;  ///< per margin, per row
  std::vector<std::vector<double>> totals_;        ///< per margin, per category
};

}  // namespace topline
