// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/labels.h"
#include "core/report/report.h"

namespace topline {

/// Text of the table's own, with everything that Markdown or HTML would act on made literal.
std::string markdown_escaped(std::string_view text);
/// A row of a pipe table with its line end; cells are escaped already.
std::string markdown_row(const std::vector<std::string>& cells);

/// Drivers, scales and favourable answers of one table as headings and pipe tables; empty where it
/// has none.
std::string markdown_analyses(const Report& report, uint32_t table, const Labels& labels);

/// The crosstabs of one table in the same way.
std::string markdown_crosstabs(const Report& report, uint32_t table, const Labels& labels);

/// The open answers of one table in the same way; a quote is a block of its own.
std::string markdown_open_answers(const Report& report, uint32_t table, const Labels& labels);

}  // namespace topline
