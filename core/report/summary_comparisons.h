// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/report/difference_index.h"

namespace topline {

/// ": clear difference (95% interval +2 to +16)", said behind the figure of the wave before; empty
/// where the two were not compared. `before`: the earlier wave's cell.
std::string verdict_on_change(const Report& report, const DifferenceIndex& differences,
                              const Measure& headline, uint32_t before);

/// For each segment variable of the headline's question the highest and the lowest group, each only
/// where it differs clearly from the rest after correction: " Highest by department: Sales +45 …",
/// else " No department clearly differs from the rest." With the blank before it that English
/// needs; empty where nothing was compared.
std::string summarise_segments(const Report& report, const DifferenceIndex& differences,
                               const Measure& headline);

}  // namespace topline
