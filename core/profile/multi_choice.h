// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/layout.h"
#include "core/profile/token_table.h"

namespace topline {

/// The options that one cell of a multiple choice names, trimmed, without empty ones, each once.
std::vector<std::string_view> split_options(std::string_view cell, std::string_view mark);

/// Do the cells of a column list options apart by `mark`: several in some, and the same ones again and
/// again? `sure`: the mark alone tells.
bool lists_options(const TokenTable& column, std::string_view mark, bool sure);

/// What stands between the options of a multiple choice in one column: "┋" (问卷星), ";" (Google and
/// Microsoft Forms), or ", " where Google Forms wrote the table; empty where the column is none. It is
/// one where answers name several options and the options are fewer than their combinations.
std::string_view find_option_mark(const TokenTable& column, LayoutKind layout);

}  // namespace topline
