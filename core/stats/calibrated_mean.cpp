// SPDX-License-Identifier: Apache-2.0
#include "core/stats/calibrated_mean.h"

#include <vector>

namespace topline::stats {
namespace {

LinearisedMean residual_mean(std::span<const DesignRow> rows, bool domain,
                             std::span<const double> base_weights,
                             std::span<const Margin> margins) {
  std::vector<double> calibrated;
  calibrated.reserve(rows.size());
  for (const DesignRow& row : rows) calibrated.push_back(row.weight);
  LinearisedMean result = linearised_mean(rows, domain);
  result.u = calibration_residuals(result.u, base_weights, calibrated, margins);
  return result;
}

}  // namespace

DesignMean calibrated_mean(std::span<const DesignRow> rows, std::span<const double> base_weights,
                           std::span<const Margin> margins,
                           std::span<const double> population_psus) {
  return design_mean(rows, residual_mean(rows, true, base_weights, margins), population_psus);
}

DesignDifference calibrated_difference(std::span<const DesignRow> rows,
                                       std::span<const double> base_weights,
                                       std::span<const Margin> margins,
                                       std::span<const double> population_psus) {
  return design_difference(rows, residual_mean(rows, true, base_weights, margins),
                           residual_mean(rows, false, base_weights, margins), population_psus);
}

}  // namespace topline::stats
