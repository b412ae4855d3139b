// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/labels.h"
#include "core/report/render.h"
#include "core/report/text_line.h"

namespace topline {

/// The messages: questions first, then warnings, then what is good to know.
std::vector<Line> text_messages(const Report& report, const TextStyle& style);

/// One line per input: "survey.csv: 2,310 rows read · 2,293 used · 12 duplicate".
std::vector<Line> text_sources(const Report& report, const TextStyle& style, const Labels& labels);

/// "2,310 rows read · 2,293 used · 12 duplicate"
std::string rows_text(const RowCounts& rows, const Labels& labels);

}  // namespace topline
