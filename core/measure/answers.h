// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/measure/cells.h"
#include "core/profile/plan.h"
#include "core/stats/weighted.h"
#include "core/tally/tally.h"

namespace topline {

/// What the people of one cell answered to one question.
struct Answers {
  /// Scores, ascending; sum_w and sum_w2 are counts where there are no weights.
  std::vector<stats::WeightedValue> scores;
  /// The options of a choice, the most frequent first, then by text.
  struct Option {
    std::string text;
    uint64_t n = 0;
    double sum_w = 0;
    double sum_w2 = 0;
  };
  std::vector<Option> options;
  uint64_t n = 0;    ///< people who answered
  double sum_w = 0;  ///< their weights, and those squared
  double sum_w2 = 0;
};

/// What every measure needs to know of the whole.
struct MeasureContext {
  double confidence = 0.95;
  std::string interval = "score";
  bool weighted = false;
  uint64_t design_n = 0;  ///< all rows of the design
  double population = 0;  ///< people who could have answered; 0: not told
  /// Of a part of the people: the answers of all of them, since it is their share of the population
  /// that narrows an interval; 0: those of the measure itself.
  double population_answers = 0;
};

/// The answers of every cell to the question in `column`, in the order of cells.cells.
std::vector<Answers> answers_by_cell(const Tally& tally, const CellSet& cells, uint32_t column,
                                     const ColumnPlan& plan);

/// Calls `each` with every (cell, code of the column's text, count) that is not empty; without waves
/// and weights everyone is counted by the profile.
void for_each_count(const Tally& tally, const CellSet& cells, uint32_t column,
                    const std::function<void(uint32_t, uint32_t, const Count&)>& each);

/// So many people who said `value`, with their weights as doubles; without weights both are counts.
stats::WeightedValue weighted_value(double value, const Count& count, bool weighted);

/// The answers to the question in `column` of rows that are left out: filtered, duplicate, unfinished.
uint64_t answers_left_out(const Tally& tally, uint32_t column, const ColumnPlan& plan);

/// How the used rows of a column divide: answered + missing + invalid = used.
struct ColumnCounts {
  uint64_t answered = 0;
  uint64_t missing = 0;
  uint64_t invalid = 0;
  Place first_invalid;
  std::string invalid_text;    ///< of the first invalid cell
  uint64_t coded_missing = 0;  ///< cells that hold one of the plan's missing codes
};
ColumnCounts column_counts(const Tally& tally, uint32_t column, const ColumnPlan& plan);

}  // namespace topline
