// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/analyses.h"
#include "core/report/render.h"
#include "core/report/text_line.h"

namespace topline {

/// What goes with an outcome: a bar for each item's part, its relative weight with the interval, r
/// and mean.
std::vector<Line> text_drivers(const Report& report, const DriverTable& table,
                               const TextStyle& style, const Labels& labels);

/// Reliability and usability of scales, with alpha if dropped per item.
std::vector<Line> text_scales(const std::vector<ScaleFigures>& scales, const TextStyle& style,
                              const Labels& labels);

/// Favourable, neutral and unfavourable answers as a stacked bar per item.
std::vector<Line> text_favourable(const Report& report, const std::vector<const Measure*>& items,
                                  const TextStyle& style, const Labels& labels);

}  // namespace topline
