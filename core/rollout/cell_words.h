// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looking cells up in lists of words. The cells are folded (core/base/text.h).

#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/base/text.h"

namespace topline {

/// Does the text hold one of the words?
template <size_t N>
bool has_any(std::string_view folded, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return has_word(folded, word); });
}

/// Is the text one of the words?
template <size_t N>
bool is_any(std::string_view folded, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

}  // namespace topline
