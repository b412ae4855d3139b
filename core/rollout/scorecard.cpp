// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout.h"

namespace topline {

void draw_scorecard(const Rollout&, const SurveyMeasures&, RolloutResults&) {}

}  // namespace topline
