// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/measure/compute.h"

namespace topline {

/// All measures of one table: those of compute_measures(), stated by the sample's design where one
/// is declared, then what was declared to need rows: drivers, scales and comments. REQUIRES: duplicates were
/// left out. Errors: those of SurveySample::make().
Result<TableMeasures> measure_table(const Tally& tally, const Plan& plan, const Settings& settings);

/// Looks for answers given without care, where that was asked for; says what it found in
/// measured.findings. Where rows are to be dropped takes them out of `tally`, counts them
/// as dropped and measures anew: measured.before_drop keeps the headline measures of all rows, but for
/// fewer than min_n dropped employees. `measured`: measure_table() of that tally.
Result<void> apply_quality(Tally& tally, const Plan& plan, const Settings& settings,
                           TableMeasures& measured);

}  // namespace topline
