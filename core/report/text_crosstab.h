// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/labels.h"
#include "core/report/render.h"
#include "core/report/report.h"
#include "core/report/text_line.h"

namespace topline {

/// A question against a segment column: answers below each other, segments beside each other with
/// counts and percentages, in several bands where they are wider than the page; the test in words.
std::vector<Line> text_crosstab(const Report& report, const Crosstab& crosstab,
                                const TextStyle& style, const Labels& labels);

}  // namespace topline
