// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topline {

/// The words of a text that are written in letters (Latin, Greek, Cyrillic, digits), in their order,
/// lower-cased; an apostrophe within a word is part of it: "don't". Characters of other scripts part
/// words and are none.
std::vector<std::string> comment_words(std::string_view text);

/// Is there a character in it that no word of letters has: Chinese, Japanese, Korean?
bool has_unspaced_script(std::string_view text);

/// English words that say nothing by themselves: "the", "don't", "very".
bool is_stop_word(std::string_view word);

}  // namespace topline
