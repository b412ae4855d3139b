// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/number.h"

namespace topline {

/// Answers of people who gave one text to one question: how many, and their weights.
struct Count {
  uint64_t n = 0;
  Int128 weight = 0;          ///< Σw in units of 1e-12
  Int128 weight_squared = 0;  ///< Σw² in units of 1e-24
};

/// The histograms of every question within each cell of one grouping: everyone, each segment, or
/// each pair of two segments, by wave. A cell is known by the token codes that it is made of.
class GroupCounts {
 public:
  struct Key {
    uint32_t first = 0;   ///< code of the first segment column; 0 where the grouping has none
    uint32_t second = 0;  ///< code of the second one of a crossing
    uint32_t wave = 0;    ///< code in Tally::waves; 0 where there are none or the cell is blank
    bool operator==(const Key&) const = default;
  };

  explicit GroupCounts(size_t questions = 0, bool weighted = false);

  /// The index of a cell, made where it is new.
  uint32_t cell(const Key& key) {
    const uint64_t packed = pack(key);
    const Recent& recent = recent_[(packed >> 42 ^ packed >> 15 ^ packed) % kRecent];
    if (recent.packed == packed) return recent.cell;
    return find_or_add(key, packed);
  }
  /// Counts one question for many rows: row k has the code codes[k] and belongs to cells[k]; codes
  /// of UINT32_MAX are passed over. REQUIRES: every cell < cells().
  void count_question(size_t question, const std::vector<uint32_t>& cells, const uint32_t* codes);
  /// Adds a count of any sign of weight; false where 128 bits overflow.
  bool add(uint32_t cell, size_t question, uint32_t code, const Count& count);
  /// Takes one answer back.
  void take_away(uint32_t cell, size_t question, uint32_t code, Int128 weight);

  const std::vector<Key>& cells() const { return cells_; }
  size_t questions() const { return stride_.size(); }
  bool weighted() const { return weighted_; }
  /// Codes run from 0 to codes(question) - 1 (some with no count).
  uint32_t codes(size_t question) const { return stride_[question]; }
  Count at(uint32_t cell, size_t question, uint32_t code) const;

 private:
  static uint64_t pack(const Key& key) {
    return uint64_t{key.first} << 42 | uint64_t{key.second} << 21 | key.wave;
  }
  size_t index(uint32_t cell, size_t question, uint32_t code) const {
    return size_t{cell} * width_ + offset_[question] + code;
  }
  uint32_t find_or_add(const Key& key, uint64_t packed);
  void widen(size_t question, uint32_t code);

  struct Weights {
    Int128 sum = 0;
    Int128 squares = 0;
  };
  /// Cells met lately, by their key: most rows need no search.
  struct Recent {
    uint64_t packed = UINT64_MAX;
    uint32_t cell = 0;
  };
  static constexpr size_t kRecent = 64;

  bool weighted_;
  std::vector<Key> cells_;
  std::vector<uint32_t> slots_;  ///< cell + 1 by hash of the packed key; 0 is free
  std::array<Recent, kRecent> recent_;
  // A cell is a row of width_ counts: question after question, code after code.
  std::vector<uint32_t> stride_;  ///< codes that a question has room for
  std::vector<size_t> offset_;    ///< where a question's codes begin in a row
  size_t width_ = 0;
  std::vector<uint64_t> n_;
  std::vector<Weights> weights_;
};

}  // namespace topline
