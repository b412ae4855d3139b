// SPDX-License-Identifier: Apache-2.0
#pragma once

// Waves compared by the people who answered in both, each with their own earlier answer. Rows tell
// who they are (Declared::respondent); counts cannot.

#include "core/measure/compute.h"
#include "core/measure/frame_rows.h"

namespace topline {

/// Restates the comparisons with an earlier wave in `measured` that have a paired test: net scores
/// (stats::paired_net_score()), means (stats::paired_t()) and shares of one answer or of a scale's
/// box (stats::paired_proportions()). value, interval and p are then of the
/// pairs, in figures `pairs` counts them, `unpaired_value` is the difference of the two waves as
/// they are shown; the note "unpaired" becomes "paired". As they were stay shares of several answers,
/// those with weights, and those of fewer than min_n pairs (of employees) or of two. Of somebody who answered a
/// question twice in one wave nothing is taken for it. Where rows or ids are missing a finding says
/// so. REQUIRES: plan.declared.paired.
void pair_waves(const FrameRows& rows, const Plan& plan, const Settings& settings,
                TableMeasures& measured);

}  // namespace topline
