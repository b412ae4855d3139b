// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/measure/answers.h"
#include "core/measure/cells.h"
#include "core/measure/crosstabs.h"
#include "core/measure/difference.h"
#include "core/measure/measure.h"
#include "core/measure/open_answers.h"
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
  std::vector<Crosstab> crosstabs;  ///< where they were asked for
  std::vector<OpenAnswers> open_answers;  ///< where they were asked for
  std::string headline_wave;      ///< empty: all waves together
  uint64_t hidden = 0;            ///< cells × questions that are suppressed
  std::vector<Finding> findings;  ///< what is odd in what was declared
  uint64_t dropped = 0;           ///< rows left out for what they show (quality)
  std::vector<std::pair<std::string, uint64_t>> dropped_kinds;  ///< and how many of each kind
  std::vector<Measure> before_drop;  ///< the headline measures with them
};

/// Tally + Plan -> measures. REQUIRES: duplicates were left out of the tally.
MeasureContext make_context(const Tally& tally, const Settings& settings);

/// The context of one cell; `bases`: answers by cell. A roster is of one wave: pooled waves, in which
/// people may answer more than once, are not held against it.
MeasureContext context_of(const MeasureContext& context, const CellSet& cells,
                          const std::vector<uint64_t>& bases, uint32_t cell);

/// Did the filter leave out so few people that the report without it would tell on them?
bool filter_leaves_few(const Tally& tally, const Settings& settings);
/// The same of those of them who answered a question (0-based).
bool filter_tells(const Tally& tally, uint32_t column, const ColumnPlan& plan,
                  const Settings& settings);

/// Of what needs no rows.
TableMeasures compute_measures(const Tally& tally, const Plan& plan, const Settings& settings);

}  // namespace topline
