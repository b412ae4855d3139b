// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/measure/codebook.h"
#include "core/measure/comment_terms.h"

namespace topline {

/// How many people speak of a theme; absent where hidden.
struct ThemeCount {
  std::string name;
  std::optional<uint64_t> n;
  std::array<std::optional<uint64_t>, 3> groups = {};  ///< detractors, passives, promoters
};

/// The themes of comments by group. A comment may have several themes.
struct ThemeCounts {
  std::optional<uint64_t> base;                       ///< people that the themes are of
  bool scored_only = false;                           ///< those few without a score are left out
  std::array<std::optional<uint64_t>, 3> groups = {};  ///< the bases of the groups
  std::vector<ThemeCount> themes;
};

/// `min_n` 0: nothing is hidden. Else no count of 1 to min_n − 1 people, with the theme or without it,
/// can be read off or worked out from the others (hidden_cells()). People without a score that are
/// fewer are left out, since they would hide a group.
ThemeCounts count_themes(const std::vector<Comment>& comments, const std::vector<ThemeChoice>& themes,
                         bool scored, uint32_t min_n);

}  // namespace topline
