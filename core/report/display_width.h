// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many columns of a terminal a text takes. Chinese, Japanese and Korean characters and emoji
// take two, combining marks none (Unicode Standard Annex 11, East Asian Width).

#include <string>
#include <string_view>
#include <vector>

namespace topline {

/// Columns that `text` (printable UTF-8) takes.
int display_width(std::string_view text);

/// `text` made safe to print on one line: line breaks and tabs are spaces; control characters
/// (escape sequences!) and marks that turn the direction of writing are left out; what is no UTF-8
/// is U+FFFD.
std::string printable(std::string_view text);

/// `text` cut to at most `width` columns, the cut shown by "…".
std::string cut_to(std::string_view text, int width);

/// `text` cut to `width` columns, or filled up to them with blanks.
std::string fit_left(std::string_view text, int width);
std::string fit_right(std::string_view text, int width);

/// `text` in lines of at most `width` columns: broken at blanks and between East Asian characters,
/// no line beginning with a closing mark (，。）…). A word longer than a line is cut through.
std::vector<std::string> wrap(std::string_view text, int width);

}  // namespace topline
