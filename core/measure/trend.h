// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/measure/compared.h"
#include "core/measure/comparison_cells.h"

namespace topline {

/// A figure over the waves with its control limits.
struct Trend {
  MeasureId id;
  uint32_t table = 0;
  uint32_t column = 0;      ///< 1-based
  std::string option = {};  ///< of a choice
  double centre = 0;        ///< of the shown waves together, in the measure's unit
  struct Point {
    uint32_t cell = 0;            ///< index into Report::cells
    std::optional<double> value;  ///< absent: hidden or without answers
    std::optional<double> low, high;
    bool out = false;  ///< beyond a limit
  };
  std::vector<Point> points = {};  ///< by wave, in order of time
  std::vector<std::string> notes = {};
};

/// p-chart of a share, chart of a net score (control_chart.h), of the waves that are shown; with
/// weights on the effective n. Empty for means and under eight such waves.
std::optional<Trend> trend_of(const ComparedQuestion& question, const ComparedFigure& figure,
                              const ComparisonCells& cells, uint64_t design_n, bool weighted);

}  // namespace topline
