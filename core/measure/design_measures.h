// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/measure/answers.h"
#include "core/measure/frame_rows.h"
#include "core/measure/measure.h"

namespace topline {

/// States the scores again as the sample's design has them: value by the calibrated weights, se
/// linearised over strata and clusters, n_effective and the score, Wilson or t interval on it;
/// figures kish_n and design_effect. A cell is a domain of its wave's sample (of all rows where it
/// has no wave). Measures without a value stay as they are; where rows can't be had the others
/// are absent too, with the reason of FrameRows::why_absent(). A wave that
/// cannot be calibrated by itself has no value (`why`: not_calibrated). Errors: those of
/// SurveySample::make() of all rows.
Result<void> restate_by_design(const FrameRows& rows, const Plan& plan, const CellSet& cells,
                               const MeasureContext& context, std::vector<Measure>& measures,
                               std::vector<Finding>& findings);

}  // namespace topline
