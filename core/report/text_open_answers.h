// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/labels.h"
#include "core/report/render.h"
#include "core/report/report.h"
#include "core/report/text_line.h"

namespace topline {

/// The open answers of one table: how many comment, themes as bars with the shares of promoters,
/// passives and detractors, the words that set two of them apart, quotes.
std::vector<Line> text_open_answers(const Report& report, const OpenAnswers& answers,
                                    const TextStyle& style, const Labels& labels);

}  // namespace topline
