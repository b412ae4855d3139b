// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/measure/answers.h"
#include "core/measure/frame_rows.h"
#include "core/measure/measure.h"
#include "core/study/settings.h"

namespace topline {

/// Each row's SUS or UMUX-Lite score, 0…100; NaN where its answers are not complete.
std::vector<double> usability_scores(const FrameRows& rows, const Declared::Scale& scale);

/// Measures of items that are meant to measure one thing; `option` is the scale's name, column 0.
///
/// "alpha": alpha (Feldt's interval) and omega, over rows that answered every item (listwise, n);
/// figures of alpha: items, standardized, mean_r and, per item, "if_dropped:NAME" and
/// "item_rest:NAME". No item is turned round: those that run against the rest are named in a
/// finding. `why`: few_rows, zero_variance, no_numbers, too_few_items, heywood, singular,
/// undetermined, and those of FrameRows.
///
/// "sus", "umux_lite": the mean of the people's scores in each cell, 0…100, with a t interval (on
/// the effective n where answers are weighted); parts: all_equal, people who gave every item the
/// same answer.
std::vector<Measure> measure_scale(const FrameRows& rows, const CellSet& cells,
                                   const Declared::Scale& scale, const Plan& plan,
                                   const Settings& settings, const MeasureContext& context,
                                   std::vector<Finding>& findings);

}  // namespace topline
