// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout.h"

namespace topline {

void measure_customers(const Rollout&, RolloutResults&) {}

}  // namespace topline
