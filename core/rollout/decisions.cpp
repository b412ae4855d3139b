// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout.h"

namespace topline {

void measure_decisions(const Rollout&, RolloutResults&) {}

}  // namespace topline
