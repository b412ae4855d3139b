// SPDX-License-Identifier: Apache-2.0
#pragma once

// What text and Markdown say alike of crosstabs.

#include <string>
#include <vector>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// "“Would you recommend us?” by Department, 2026-Q2"
std::string crosstab_title(const Report& report, const Crosstab& crosstab, const Labels& labels);
/// The name of an answer: the classes of an NPS in words, others as they are.
std::string crosstab_answer(const Report& report, const Crosstab& crosstab, size_t answer,
                            const Labels& labels);
/// The columns in reading order with their headings: segments, total, those who told no segment.
std::vector<std::pair<std::string, const Crosstab::Column*>> crosstab_columns(
    const Crosstab& crosstab, const Labels& labels);
/// "24%"; "–" where nobody has a weight.
std::string crosstab_percent(const Crosstab::Column& column, size_t answer);
/// "no clear difference: χ²(6) = 3.78, p = 0.706 …", or why there is no test.
std::string crosstab_test(const Report& report, const Crosstab& crosstab, const Labels& labels);
/// What must be said under the table: sentences.
std::vector<std::string> crosstab_notes(const Crosstab& crosstab, const Labels& labels);

}  // namespace topline
