// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/profile/plan.h"

namespace topline {

/// The population's totals of each margin's categories, all margins with the same sum. Margins that
/// sum to 1 (shares) or to 100 (per cent) are set to the sum of those that count people, or to
/// `people` where none does. Errors: margins_disagree (two counts of people that differ, or shares
/// that don't sum to 1).
Result<std::vector<std::vector<double>>> margin_totals(const Plan& plan, double people);

}  // namespace topline
