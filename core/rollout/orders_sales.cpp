// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout.h"

namespace topline {

void measure_orders_sales(const Rollout&, RolloutResults&) {}

}  // namespace topline
