// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topline {

/// Without white space at either end: ASCII blanks, NBSP, the ideographic space U+3000 and the byte
/// order mark.
std::string_view trim(std::string_view text);

/// For comparing names: trimmed, full-width ASCII (Ａ, ９, ？) made narrow, ASCII letters
/// lower-cased, runs of white space made one space. Other bytes stand as they are.
std::string fold(std::string_view text);

/// "JobSatisfaction" and "customerID" as folded words: a space goes where lower case turns into upper
/// case.
std::string as_words(std::string_view header);

/// Does `text` (folded) hold `word` as whole ASCII word(s), or, for a word outside ASCII, anywhere?
bool has_word(std::string_view folded, std::string_view word);

/// Up to `limit` of `names` that are nearest to `name` by edit distance, the nearest first.
std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& names,
                                 size_t limit = 3);

/// `parts` with `separator` between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace topline
