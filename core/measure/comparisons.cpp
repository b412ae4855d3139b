// SPDX-License-Identifier: Apache-2.0
#include "core/measure/comparisons.h"

#include <algorithm>

#include "core/measure/mix_rate.h"
#include "core/measure/segment_rest.h"
#include "core/measure/wave_changes.h"

namespace topline {

SurveyComparisons::SurveyComparisons(const Tally& tally, const Plan& plan, const CellSet& cells,
                                     const std::string& headline_wave, const Settings& settings)
    : scope_(compare_scope(settings.compare)),
      columns_of_(groupings(tally.shape)),
      confidence_(settings.confidence),
      weighted_(tally.shape.weight != Shape::kNo),
      design_n_(tally.used),
      least_(settings.audience == "customer" ? 1 : settings.min_n) {
  cells_ = make_comparison_cells(cells, columns_of_, headline_wave, scope_);
  for (const ColumnPlan& column : plan.columns) {
    names_.push_back(column.name);
    may_repeat_ |= column.role == Role::respondent_id;
  }
}

bool SurveyComparisons::groups_by(uint32_t grouping, uint32_t column) const {
  const auto& columns = columns_of_[grouping];
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

void SurveyComparisons::add(uint32_t column, const ColumnPlan& plan,
                            const std::vector<Answers>& answers, const std::vector<bool>& hidden) {
  const bool every = scope_ == CompareScope::all;
  if ((plan.role == Role::choice && !every) || plan.role == Role::ranking) return;
  const ComparedQuestion question(column, plan, answers, hidden);
  for (const ComparedFigure& figure : question.figures(every)) {
    add_waves(question, figure);
    add_segments(question, figure);
    if (auto trend = trend_of(question, figure, cells_, design_n_, weighted_)) {
      trends.push_back(std::move(*trend));
    }
  }
}

void SurveyComparisons::add_waves(const ComparedQuestion& question, const ComparedFigure& figure) {
  for (const WavePair& pair : wave_pairs(question, cells_, scope_)) {
    auto change = compare_waves(question, figure, cells_, pair, {confidence_, weighted_}, design_n_,
                                may_repeat_);
    if (!change) continue;
    for (const ComparisonCells::Split& split : cells_.splits) {
      if (change->against != "previous" || groups_by(split.grouping, question.column())) continue;
      auto parts = mix_and_rate_of(question, figure, cells_, split, pair.earlier, pair.later);
      if (!parts) continue;
      parts->by = names_[columns_of_[split.grouping][0]];
      change->mix_rate.push_back(std::move(*parts));
    }
    differences.push_back(std::move(*change));
    // Families of one test each.
    if (scope_ != CompareScope::all) judge_family({&differences.back(), 1}, confidence_);
  }
}

void SurveyComparisons::add_segments(const ComparedQuestion& question,
                                     const ComparedFigure& figure) {
  for (const ComparisonCells::Family& family : cells_.families) {
    // A question compared by itself says nothing.
    if (groups_by(family.grouping, question.column())) continue;
    const size_t first = differences.size();
    compare_with_rest(question, figure, family, {confidence_, weighted_}, design_n_, least_,
                      differences);
    if (scope_ != CompareScope::all) {
      judge_family(std::span(differences).subspan(first), confidence_);
    }
  }
}

}  // namespace topline
