// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout.h"

namespace topline {

void measure_processes(const Rollout&, RolloutResults&) {}

}  // namespace topline
