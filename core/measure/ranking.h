// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/measure/compute.h"
#include "core/measure/measure.h"
#include "core/measure/ranked_answers.h"

namespace topline {

/// In each cell, per item (`option`): rank_mean among those who ranked it (t), rank_first and ranked
/// among those who answered, in % (Wilson). A hidden cell is one line; where nearly all ranked the
/// same item first its share is given as a bound. `column`: 1-based, of the question's first column.
/// `hidden_count`: cells that are hidden are added to it.
std::vector<Measure> measure_ranking(const std::vector<RankedAnswers>& ranked, uint32_t column,
                                     const CellSet& cells, const MeasureContext& context,
                                     const Settings& settings, bool hide_all, uint64_t& hidden_count);

}  // namespace topline
