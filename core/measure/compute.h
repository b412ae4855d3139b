// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/measure/cells.h"
#include "core/measure/difference.h"
#include "core/measure/measure.h"
#include "core/measure/trend.h"
#include "core/profile/plan.h"
#include "core/study/settings.h"
#include "core/tally/tally.h"

namespace topline {

/// All measures of one table, by question in the order of the columns, then by cell.
struct TableMeasures {
  CellSet cells;
  std::vector<Measure> measures;  ///< `cell` is an index into cells.cells
  std::vector<Difference> differences;  ///< `a` and `b` are indices into cells.cells
  std::vector<Trend> trends;
  std::string headline_wave;      ///< empty: all waves together
  uint64_t hidden = 0;            ///< cells × questions that are suppressed
};

/// Tally + Plan -> measures. REQUIRES: duplicates were left out of the tally.
TableMeasures compute_measures(const Tally& tally, const Plan& plan, const Settings& settings);

}  // namespace topline
