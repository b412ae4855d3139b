// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who answered alike: a group of which all, or all but one, gave one answer tells of each of them
// what they said, whatever its size.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/measure/answers.h"
#include "core/measure/hidden_ranges.h"
#include "core/measure/measure.h"
#include "core/profile/plan.h"

namespace topline {

/// From so many people on a group in which one differs counts as alike, too: so the bound that is
/// published instead of its figures stands for both, and does not say which it is.
inline constexpr uint64_t kAlikeSlackFrom = 10;

/// By cell: which of a question's answers, as they are published, nearly all in it gave.
class AlikeAnswers {
 public:
  /// Nobody is alike.
  AlikeAnswers() = default;
  /// Counts a net score's three groups, a box and what is outside it (`favourable`: and below, in
  /// and above the middle), the options of a choice; of other questions the scores.
  AlikeAnswers(const std::vector<Answers>& answers, const ColumnPlan& column, bool favourable);
  /// Counts the scores.
  explicit AlikeAnswers(const std::vector<Answers>& answers);

  /// Did the people of these cells together answer alike: all of them, or from kAlikeSlackFrom
  /// people on all but one?
  bool alike(const std::vector<uint32_t>& cells) const;

  /// Per measure whose answers exclude each other, the people of each cell by answer; the answers
  /// beyond the first kMostKinds are counted as one. Empty where a person may give several.
  std::vector<AnswerCounts> counts() const;
  static constexpr size_t kMostKinds = 16;

  bool empty() const { return cells_.empty(); }

 private:
  /// An answer as one measure publishes it. Those of one measure exclude each other, unless several
  /// options may be chosen.
  struct Key {
    uint32_t measure = 0;
    uint32_t answer = 0;
    auto operator<=>(const Key&) const = default;
  };
  using People = std::map<Key, uint64_t>;
  struct Cell {
    uint64_t n = 0;
    People people;
  };
  Cell sum_of(const std::vector<uint32_t>& cells) const;

  std::vector<Cell> cells_;
  bool several_ = false;  ///< a person may give several of the answers
};

/// What may be said of a share or a net score that nearly all share: at least 90 %, at most 10 %; at
/// least 80, at most −80, within ±10 points. Empty for a mean, under kAlikeSlackFrom people, where it
/// is not so, and where weights make it untrue.
std::optional<MeasureBound> bound_of(const Measure& measure);

}  // namespace topline
