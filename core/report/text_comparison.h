// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/labels.h"
#include "core/report/outline.h"
#include "core/report/render.h"
#include "core/report/text_line.h"

namespace topline {

/// A comparison as a table with a picture: a name, the base, the score, its interval, and dot and
/// whisker on one axis against the line of everyone. What is hidden is named as hidden.
std::vector<Line> text_comparison(const Report& report, const Comparison& comparison,
                                  const TextStyle& style, const Labels& labels);

/// "Net Promoter Score by department"
std::string comparison_title(const Report& report, const Comparison& comparison,
                             const Labels& labels);
/// The name of one row: the segment, wave, question or answer that it speaks of.
std::string row_name(const Report& report, const Comparison& comparison, const Measure& measure,
                     const Labels& labels);

}  // namespace topline
