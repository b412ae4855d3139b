// SPDX-License-Identifier: Apache-2.0
#include "core/measure/codebook.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/measure/comment_words.h"

namespace topline {

Codebook::Codebook(const std::vector<ThemeChoice>& themes) {
  for (const ThemeChoice& choice : themes) {
    Theme theme;
    for (const std::string& told : choice.words) {
      std::string text = fold(told);
      if (has_unspaced_script(text)) {
        text.erase(std::remove(text.begin(), text.end(), '*'), text.end());
        theme.pieces.push_back(text);
        continue;
      }
      std::vector<Word> phrase;
      for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find(' ', at), text.size());
        const std::string part = text.substr(at, end - at);
        for (std::string& word : comment_words(part)) phrase.push_back({std::move(word), false});
        if (!phrase.empty() && !part.empty() && part.back() == '*') phrase.back().any_ending = true;
        at = end + 1;
      }
      // A sign that is no word, such as "$", is looked for as it stands.
      if (phrase.empty()) {
        theme.pieces.push_back(text);
      } else {
        theme.phrases.push_back(std::move(phrase));
      }
    }
    themes_.push_back(std::move(theme));
  }
}

bool Codebook::holds(const std::vector<std::string>& words, const std::vector<Word>& phrase) {
  const auto matches = [](const std::string& word, const Word& wanted) {
    return wanted.any_ending ? word.compare(0, wanted.text.size(), wanted.text) == 0
                             : word == wanted.text;
  };
  return std::search(words.begin(), words.end(), phrase.begin(), phrase.end(), matches) != words.end();
}

std::vector<bool> Codebook::themes_of(std::string_view text) const {
  const std::string folded = fold(text);
  const std::vector<std::string> words = comment_words(text);
  std::vector<bool> found(themes_.size());
  for (size_t t = 0; t < themes_.size(); ++t) {
    const Theme& theme = themes_[t];
    found[t] = std::any_of(theme.pieces.begin(), theme.pieces.end(),
                           [&](const std::string& piece) {
                             return folded.find(piece) != std::string::npos;
                           }) ||
               std::any_of(theme.phrases.begin(), theme.phrases.end(),
                           [&](const std::vector<Word>& phrase) { return holds(words, phrase); });
  }
  return found;
}

}  // namespace topline
