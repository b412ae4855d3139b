// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/study/settings.h"

namespace topline {

/// Where `settings` tells nothing, what the plan or tally that `from` came with was counted by.
void adopt_settings(Settings& settings, const Settings& from);

}  // namespace topline
