// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/build_report.h"
#include "core/study/settings.h"

namespace topline {

/// Of several tables in one call each name that was told must stand in one of them at least. Errors:
/// unknown_column, ambiguous_column.
Result<void> check_names(const std::vector<MeasuredTable>& tables, const Settings& settings);

}  // namespace topline
