// SPDX-License-Identifier: Apache-2.0
#pragma once

// Comparisons of surveys in the reader's words: one set of them on every surface. Two figures are
// never called the same, and a difference is never called real.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/figures.h"
#include "core/report/labels.h"
#include "core/report/outline.h"
#include "core/report/report.h"

namespace topline {

/// A difference in the measure's unit: "+12", "+5 pp" (percentage points), "−0.31".
std::string change_figure(double value, std::string_view unit, const Labels& labels,
                          Minus minus = Minus::typographic);

/// "clear difference (95% interval +2 to +16)", "no clear difference (−3 to +9)"; without an
/// interval the words alone.
std::string verdict_words(const Difference& difference, const Labels& labels,
                          Minus minus = Minus::typographic);

/// +1 clear and up, −1 clear and down, 0 not clear.
int clear_direction(const Difference& difference);

/// The named figure: "detectable", "n_b" …
std::optional<double> figure_of(const Difference& difference, std::string_view name);

/// What is to be said beneath segments or waves: who differs clearly, or that nobody does; which
/// differences would usually be missed; mix and rate; waves beyond the control limits. Sentences,
/// in order. Empty where nothing was compared.
std::vector<std::string> comparison_sentences(const Report& report, const Comparison& comparison,
                                              const Labels& labels);

}  // namespace topline
