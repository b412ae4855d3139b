// SPDX-License-Identifier: Apache-2.0
#pragma once

// A question against a segment column: answers × segments, and whether the answers are spread alike.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/measure/answers.h"
#include "core/measure/comparison_cells.h"
#include "core/study/settings.h"

namespace topline {

/// Counts are people; percentages are of the column, with weights those of the weights. Segments do
/// not overlap: a row has one value of the segment column.
struct Crosstab {
  struct Column {
    std::string name;              ///< the segment's value
    uint64_t n = 0;                ///< people who answered: the base of its percentages
    double sum_w = 0;              ///< their weights
    std::vector<uint64_t> counts;  ///< by answer
    std::vector<double> weights;   ///< by answer; the counts where there are no weights
    std::vector<double> squares;   ///< by answer: Σw²
    /// 100 × weights ÷ sum_w; NaN where nobody has a weight. Of several answers they add up to more
    /// than 100.
    double percent(size_t answer) const;
  };
  uint32_t table = 0;
  uint32_t column = 0;  ///< 1-based column of the question
  uint32_t by = 0;      ///< 1-based column of the segments
  std::string wave;     ///< empty: all rows
  /// "detractors", "passives", "promoters"; scores, ascending; options, the most frequent first.
  std::vector<std::string> answers;
  std::vector<Column> segments;     ///< those shown, in the order of the report
  Column total;                     ///< of the segments shown
  std::optional<Column> no_answer;  ///< who did not tell their segment: in no total and no test
  uint64_t left_out = 0;            ///< segments that are hidden, "no answer" among them
  std::optional<double> chi_squared, df, p, p_adjusted, cramers_v;
  std::optional<double> f, ddf;  ///< with weights, in place of chi_squared: on df and ddf
  /// Why there is no test: "several_answers", "weighted", "designed", "one_segment", "one_answer".
  std::string why;
  std::string verdict = "no_verdict";  ///< "clear", "not_clear"
  std::vector<std::string> notes;      ///< "few_expected", "weighted"
};

struct CrosstabRules {
  bool weighted = false;
  bool designed = false;  ///< strata, clusters or margins were told
  uint32_t min_n = 0;     ///< 0: nothing is hidden (customers)
};

/// The table of one question by the segments of one family; none where nobody answered. `answers` and
/// `hidden` by cell.
///
/// Privacy: hidden segments are in no column and no total. So are those of whom all gave one answer,
/// since the table would tell each one's; and where what all published answers leave beyond the
/// shown columns would be one segment, fewer than min_n people, or again of one answer, the smallest
/// shown segment goes too.
///
/// Test: Pearson's χ² without correction over the shown segments and Cramér's V
/// (core/stats/contingency.h); with weights Rao and Scott's F (core/stats/rao_scott.h). None where
/// people tick several answers, since the rows of the table then share people; none with strata,
/// clusters or margins, and "weighted" where too many cells are empty for F. "few_expected", and no verdict, where an expected count is below 1 or more than a
/// fifth are below 5 (Cochran 1954).
std::optional<Crosstab> crosstab_of(const ColumnPlan& plan, const std::vector<Answers>& answers,
                                    const std::vector<bool>& hidden, const CellSet& cells,
                                    const ComparisonCells::Family& family,
                                    const CrosstabRules& rules);

/// Adjusts the p of all crosstabs by one column of one table after Holm, and gives verdicts: "clear"
/// where the adjusted p is below 1 − confidence. REQUIRES: all are of one table.
void judge_crosstabs(std::vector<Crosstab>& crosstabs, double confidence);

/// The crosstabs of one survey, question by question, in the wave that headlines speak of.
class SurveyCrosstabs {
 public:
  /// Empty unless settings.crosstabs. `cells` must outlive it.
  SurveyCrosstabs(const Tally& tally, const Plan& plan, const CellSet& cells,
                  const std::string& headline_wave, const Settings& settings);

  /// Those of one question; `answers` and `hidden` by cell.
  void add(uint32_t column, const ColumnPlan& plan, const std::vector<Answers>& answers,
           const std::vector<bool>& hidden);

  /// All of them, with their verdicts.
  std::vector<Crosstab> judged() &&;

 private:
  const CellSet* cells_;
  std::vector<std::vector<uint32_t>> columns_of_;  ///< by grouping
  std::vector<ComparisonCells::Family> families_;  ///< of groupings by one column
  std::string wave_;
  CrosstabRules rules_;
  double confidence_;
  std::vector<Crosstab> crosstabs_;
};

}  // namespace topline
