// SPDX-License-Identifier: Apache-2.0
#pragma once

// What text and Markdown say alike of open answers.

#include <optional>
#include <string>
#include <vector>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// "Comments: “What could be better?”"
std::string comments_heading(const Report& report, const OpenAnswers& answers, const Labels& labels);
/// How many commented, or why that is not told; with the interval.
std::string comments_rate_text(const Report& report, const OpenAnswers& answers, const Labels& labels);
/// "40%" of a base; "–" where either is hidden or the base is none.
std::string theme_share(const std::optional<uint64_t>& n, const std::optional<uint64_t>& base);
/// What must be said under the themes and words: paragraphs.
std::vector<std::string> comments_notes(const OpenAnswers& answers, const Labels& labels);
/// Why no comments are quoted though they were asked for; else empty.
std::string no_quotes_text(const OpenAnswers& answers, const Labels& labels);

}  // namespace topline
