// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/study/settings.h"

namespace topline {

/// The themes of a study, ready to be found in texts (see ThemeChoice).
class Codebook {
 public:
  explicit Codebook(const std::vector<ThemeChoice>& themes);

  size_t size() const { return themes_.size(); }
  /// Which themes the text speaks of, in the order of the study.
  std::vector<bool> themes_of(std::string_view text) const;

 private:
  struct Word {
    std::string text;
    bool any_ending = false;
  };
  struct Theme {
    std::vector<std::vector<Word>> phrases;  ///< words that follow each other
    std::vector<std::string> pieces;         ///< folded; anywhere in the folded text
  };
  static bool holds(const std::vector<std::string>& words, const std::vector<Word>& phrase);

  std::vector<Theme> themes_;
};

}  // namespace topline
