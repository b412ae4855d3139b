// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader who reckons with whole numbers can know of hidden cells.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/measure/cells.h"

namespace topline {

/// Whole numbers, ends included.
struct WholeRange {
  int64_t low = 0;
  int64_t high = 0;
};

/// Of each cell the people who gave each answer of one measure; answers exclude each other.
using AnswerCounts = std::vector<std::vector<uint64_t>>;

/// What hidden cells can be: their bases, and how many gave each answer.
struct HiddenRanges {
  std::vector<WholeRange> bases;
  std::vector<std::vector<WholeRange>> answers;  ///< by cell, by answer; empty where none were given

  /// False where a range is empty: what was supposed cannot be.
  bool possible() const;

  /// Is there but one answer that anybody in the cell can have given?
  bool tells_answer(uint32_t cell) const;
};

struct SupposedAnswer {
  uint32_t cell = 0;
  size_t answer = 0;
};

/// `known`: what is known of each base beforehand. Every total = parts relation narrows the range of
/// each of its cells by those of the others, for the bases and for each answer, and a cell's answers
/// its base and each other, until nothing changes. `supposed`: that somebody in a cell gave an answer.
HiddenRanges hidden_ranges(const std::vector<uint64_t>& bases, const AnswerCounts& answers,
                           const std::vector<Relation>& relations, const std::vector<bool>& hidden,
                           const std::vector<WholeRange>& known,
                           std::optional<SupposedAnswer> supposed = {});

}  // namespace topline
