// SPDX-License-Identifier: Apache-2.0
#pragma once

// The comparisons and trends of one survey, question by question, from the answers of its cells.

#include <vector>

#include "core/measure/comparison_cells.h"
#include "core/measure/difference.h"
#include "core/measure/trend.h"
#include "core/study/settings.h"

namespace topline {

class SurveyComparisons {
 public:
  /// `headline_wave`: empty for all waves together.
  SurveyComparisons(const Tally& tally, const Plan& plan, const CellSet& cells,
                    const std::string& headline_wave, const Settings& settings);

  /// Adds those of one question: for each of its figures the waves, then each segment variable.
  /// With "headline" every family has its verdicts (a question × segment variable: Holm; a wave
  /// against another: one test); with "all" they are judge_together()'s to give. `hidden` by cell.
  void add(uint32_t column, const ColumnPlan& plan, const std::vector<Answers>& answers,
           const std::vector<bool>& hidden);

  std::vector<Difference> differences;  ///< `a` and `b` index the cells of the CellSet
  std::vector<Trend> trends;

 private:
  void add_waves(const ComparedQuestion& question, const ComparedFigure& figure);
  void add_segments(const ComparedQuestion& question, const ComparedFigure& figure);
  bool groups_by(uint32_t grouping, uint32_t column) const;

  CompareScope scope_;
  ComparisonCells cells_;
  std::vector<std::vector<uint32_t>> columns_of_;  ///< by grouping
  std::vector<std::string> names_;                 ///< by column
  double confidence_;
  bool weighted_;
  bool may_repeat_ = false;
  uint64_t design_n_;
  uint64_t least_;
};

}  // namespace topline
