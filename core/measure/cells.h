// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/profile/plan.h"
#include "core/tally/tally.h"

namespace topline {

/// A group of people whose answers are measured: everyone, a segment, or a crossing of two; in all
/// waves or in one.
struct PeopleCell {
  uint32_t grouping = 0;            ///< index into groupings(shape)
  std::vector<std::string> values;  ///< of the grouping's columns, trimmed; "" is "no answer"
  std::optional<std::string> wave;  ///< "" is "no date"; absent: all waves
};

/// A total that is the sum of its parts: what subtraction would use.
struct Relation {
  uint32_t total = 0;
  std::vector<uint32_t> parts;
};

/// Every cell of a table in the order of the report, and how they add up.
struct CellSet {
  std::vector<PeopleCell> cells;   ///< cells[0] is everyone, all waves
  std::vector<std::string> waves;  ///< in order of time, without ""
  std::vector<Relation> relations;
  /// For each grouping, for each of its GroupCounts cells: the two indices into `cells` that it
  /// counts towards (its wave, all waves). Without waves both are the same.
  struct Targets {
    uint32_t in_wave;
    uint32_t in_all;
  };
  std::vector<std::vector<Targets>> targets;
};

CellSet make_cells(const Tally& tally);

/// Does `a` stand before `b`? Numbers within texts by value ("Wave 2" before "Wave 10"), "" last.
bool natural_less(const std::string& a, const std::string& b);

}  // namespace topline
