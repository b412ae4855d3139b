// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names and states of measures in the reader's language, shared by the renderers.

#include <string>
#include <string_view>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// "Net Promoter Score", "满意率": the catalogue's name.
std::string measure_name(MeasureId id, const Labels& labels);
/// The name with the box of satisfied answers where there is one: "Satisfied (4–5 of 5)".
std::string card_title(const Measure& measure, const Labels& labels);
/// The question as it was asked: the column's label, else its header.
std::string question_text(const Report& report, const Measure& measure);
/// Why a measure has no value: "hidden", "no answers" …
std::string absence_text(const Measure& measure, const Labels& labels);
/// "(…)", in Chinese with full-width brackets.
std::string bracketed(std::string_view text, const Labels& labels);
/// What a column was taken for: "NPS 0-10", "segment", "NPS or rating?".
/// An option as it is said: a class that Topline made ("over_90") by its label, other texts as they are.
std::string option_text(const Measure& measure, const Labels& labels);
std::string role_text(const ReportColumn& column, const Labels& labels);

}  // namespace topline
