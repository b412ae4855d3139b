// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/report/report.h"

namespace topline {

/// What a reader is told of the roll-out after its surveys: a short sentence for each headline
/// figure that is known, in a fixed order (adoption, sales, customers, service, money), then the
/// goals and the scorecard. Empty where nothing of it is measured.
std::string summarise_rollout(const Report& report);

}  // namespace topline
