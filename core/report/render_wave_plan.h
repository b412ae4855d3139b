// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/measure/wave_plan.h"
#include "core/report/render.h"

namespace topline {

/// For people at a terminal. `measured`: the assumption comes from a table, of the name given; else it
/// is said where it could come from.
void render_wave_plan_text(const WavePlan& plan, const std::string& measured,
                           const std::string& language, const TextStyle& style, const Sink& sink);
/// {"plan": {…}}, with the keys of WaveQuestion and WavePlan; what can't be had is null.
void render_wave_plan_json(const WavePlan& plan, const std::string& measured, const Sink& sink);

}  // namespace topline
