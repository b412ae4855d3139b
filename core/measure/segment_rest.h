// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/measure/comparison_cells.h"
#include "core/measure/two_groups.h"

namespace topline {

/// Each shown segment of the family against the rest: everyone else in the same wave who told their
/// segment. Appended to `into` without verdicts, in the order of the cells; `level.tests` is set to
/// how many there are. Those without an answer to the segment's question are no segment, and no
/// part of the rest where their cell is shown; where it is hidden they stay in the rest, with the
/// note "rest_with_no_answer".
///
/// Privacy: the rest is always the shown total less shown cells, never a sum of cells, so that no
/// comparison says more than what is published beside it. There is none where the total is hidden,
/// or where fewer than `least` people are the rest.
void compare_with_rest(const ComparedQuestion& question, const ComparedFigure& figure,
                       const ComparisonCells::Family& family, ComparisonLevel level,
                       uint64_t design_n, uint64_t least, std::vector<Difference>& into);

}  // namespace topline
