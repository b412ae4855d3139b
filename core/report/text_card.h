// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/report/labels.h"
#include "core/report/outline.h"
#include "core/report/render.h"
#include "core/report/text_line.h"

namespace topline {

/// The cards of one table, framed, as many side by side as the width holds.
std::vector<Line> text_cards(const Report& report, const std::vector<Card>& cards,
                             const TextStyle& style, const Labels& labels);

}  // namespace topline
