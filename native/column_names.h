// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns as they are named on the command line. In a NAME, "\=", "\:" and "\\" stand for =, : and
// \.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/study/settings.h"

namespace topline::native {

/// NAME with its escapes taken off; a backslash before anything else is a backslash.
std::string unescape(std::string_view name);

/// Where `mark` stands first without a backslash before it; npos: nowhere.
size_t find_unescaped(std::string_view text, char mark);

/// NAME=ROLE[:SCALE]; empty where there is no = or no role.
std::optional<ColumnChoice> column_choice(std::string_view text);
/// NAME=VALUE; empty where there is no =.
std::optional<std::pair<std::string, std::string>> name_and_value(std::string_view text);
/// NAME[:unit]: what follows the last colon is a unit only where it is one of day, week, month,
/// quarter and year, so "Date: submitted" is a name.
std::pair<std::string, std::string> name_and_unit(std::string_view text);

}  // namespace topline::native
