// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline {

/// Whom a comment is from: by the answer to the first NPS question; `unscored` gave none.
enum class CommentGroup : uint8_t { detractors, passives, promoters, unscored };
inline constexpr size_t kCommentGroups = 4;

/// A text and how many people of each group wrote it.
struct Comment {
  std::string_view text;
  std::array<uint64_t, kCommentGroups> people = {};
};

/// A word that sets one group's comments apart from those of the other two.
struct CommentTerm {
  std::string text;
  uint64_t here = 0;                  ///< people of the group whose comment has it
  std::optional<uint64_t> elsewhere;  ///< people of the other groups; absent where hidden
  std::optional<double> g_squared;    ///< Dunning's log-likelihood ratio; absent where hidden
};

/// Words counted once a person, without stop words, bare numbers, single letters and what
/// mask_contacts() masks.
class CommentTerms {
 public:
  explicit CommentTerms(const std::vector<Comment>& comments);

  /// At most `most` words that the group's comments have more often than the others' (p < 0.05, χ² of
  /// one degree), the largest G² first, then by text. Only words of at least `min_n` of its people.
  /// With `hide` no count of 1 to min_n − 1 people can be read off or worked out: a word is left out,
  /// or stands without what it was elsewhere.
  std::vector<CommentTerm> apart(CommentGroup group, uint64_t min_n, bool hide, size_t most) const;

 private:
  struct Term {
    std::string text;
    std::array<uint64_t, kCommentGroups> people = {};
  };
  std::vector<Term> terms_;  ///< by text
  std::array<uint64_t, kCommentGroups> people_ = {};
};

}  // namespace topline
