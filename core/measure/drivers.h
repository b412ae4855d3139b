// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/measure/frame_rows.h"
#include "core/measure/measure.h"
#include "core/study/settings.h"

namespace topline {

/// What goes with the outcome's score: per item its Johnson relative weight (a part of R²; they sum
/// to R²) with a percentile bootstrap, or a delete-a-group jackknife where rows are many. Over rows
/// that answered the outcome and every item (listwise), unweighted. The outcome is the raw score.
///
/// One measure per item: column is the item's, option the outcome's name, n the listwise base;
/// figures: share (% of R²), r_squared, r (Pearson), vif, beta, mean (of the item). Absent with
/// `why`: few_rows, constant_column, collinear, no_numbers, frame_limit, not_in_frame,
/// too_many_values.
std::vector<Measure> measure_drivers(const FrameRows& rows, const Declared::Driver& driver,
                                     const Plan& plan, const Settings& settings,
                                     std::vector<Finding>& findings);

}  // namespace topline
