// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/measure/answers.h"
#include "core/measure/frame_rows.h"

namespace topline {

/// How the people of one cell ranked the items of a question.
struct RankedAnswers {
  struct Item {
    std::string text;
    Answers ranks;  ///< of those who ranked it; scores are ranks, 1 the first
  };
  std::vector<Item> items;
  Answers people;        ///< who answered: ranked any item; no scores
  uint64_t invalid = 0;  ///< who gave a rank twice or one that is none: not among people
};

/// By cell, from the counts of a column of lists ("A→B→C"). Items in the order of their texts.
std::vector<RankedAnswers> ranked_in_cells(const Tally& tally, const CellSet& cells,
                                           uint32_t column, const ColumnPlan& plan);

/// By cell, from the rows of columns that hold one item's rank each; all blank is not answered. Items
/// in the order of the columns. REQUIRES: rows.why_absent() of them is empty.
std::vector<RankedAnswers> ranked_in_columns(const FrameRows& rows, const CellSet& cells,
                                             const std::vector<uint32_t>& columns, const Plan& plan);

}  // namespace topline
