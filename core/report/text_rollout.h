// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/labels.h"
#include "core/report/render.h"
#include "core/report/rollout_outline.h"
#include "core/report/text_line.h"

namespace topline {

/// A theme's figures: name, value, interval or base, why there is none.
std::vector<Line> text_figures(const Report& report, const RolloutTheme& theme,
                               const TextStyle& style, const Labels& labels);
/// One breakdown as bars with their values.
std::vector<Line> text_breakdown(const Report& report, const Breakdown& breakdown,
                                 const TextStyle& style, const Labels& labels);
/// Criterion, verdict, evidence; nothing where no criterion was drawn.
std::vector<Line> text_scorecard(const Report& report, const TextStyle& style, const Labels& labels);
std::vector<Line> text_goals(const Report& report, const TextStyle& style, const Labels& labels);
/// Differences before and after, with their intervals in words.
std::vector<Line> text_differences(const Report& report, const TextStyle& style,
                                   const Labels& labels);

}  // namespace topline
