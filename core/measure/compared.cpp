// SPDX-License-Identifier: Apache-2.0
#include "core/measure/compared.h"

#include <algorithm>

#include "core/measure/scale_answers.h"

namespace topline {

ComparedQuestion::ComparedQuestion(uint32_t column, const ColumnPlan& plan,
                                   const std::vector<Answers>& answers,
                                   const std::vector<bool>& hidden)
    : column_(column), plan_(&plan), answers_(&answers), hidden_(&hidden) {
  if (plan.role != Role::choice) return;
  for (const Answers& cell : answers) {
    std::vector<const Answers::Option*> options;
    for (const Answers::Option& option : cell.options) options.push_back(&option);
    std::sort(options.begin(), options.end(),
              [](const auto* a, const auto* b) { return a->text < b->text; });
    by_text_.push_back(std::move(options));
  }
}

std::vector<ComparedFigure> ComparedQuestion::figures(bool every) const {
  using Kind = ComparedFigure::Kind;
  std::vector<ComparedFigure> figures;
  const auto boxed = [&](MeasureId share, const std::optional<Scale>& box, MeasureId mean) {
    if (box) figures.push_back({share, Kind::share, box->low});
    if (!box || every) figures.push_back({mean, Kind::mean});
  };
  switch (plan_->role) {
    case Role::nps:
    case Role::enps:
      figures.push_back({plan_->role == Role::nps ? MeasureId::nps : MeasureId::enps, Kind::net});
      break;
    case Role::csat:
      boxed(MeasureId::csat, top_box(*plan_->scale), MeasureId::csat_mean);
      break;
    case Role::ces:
      boxed(MeasureId::ces, easy_box(*plan_->scale), MeasureId::ces_mean);
      break;
    case Role::rating:
      figures.push_back({MeasureId::rating_mean, Kind::mean});
      break;
    case Role::choice:
      if (!every || hidden(0)) break;
      for (const Answers::Option& option : (*answers_)[0].options) {
        figures.push_back({MeasureId::share, Kind::share, 0, option.text});
      }
      break;
    default:
      break;
  }
  return figures;
}

const Answers::Option* ComparedQuestion::option_of(uint32_t cell, const std::string& text) const {
  const auto& options = by_text_[cell];
  const auto at = std::lower_bound(options.begin(), options.end(), text,
                                   [](const auto* a, const std::string& b) { return a->text < b; });
  return at != options.end() && (*at)->text == text ? *at : nullptr;
}

void ComparedQuestion::code(const ComparedFigure& figure, uint32_t cell, CodedAnswers& into) const {
  const Answers& answers = (*answers_)[cell];
  if (figure.kind == ComparedFigure::Kind::mean) {
    into = answers.scores;
    return;
  }
  const double lowest = figure.kind == ComparedFigure::Kind::net ? -1 : 0;
  into.clear();
  for (double value = lowest; value <= 1; ++value) into.push_back({value, 0, 0, 0});
  if (plan_->role == Role::choice) {
    const Answers::Option* option = option_of(cell, figure.option);
    if (option != nullptr) into[1] = {1, option->n, option->sum_w, option->sum_w2};
    into[0] = {0, answers.n, answers.sum_w, answers.sum_w2};
    take_out(into, {{0, into[1].n, into[1].sum_w, into[1].sum_w2}});
    return;
  }
  for (const stats::WeightedValue& score : answers.scores) {
    const double value = figure.kind == ComparedFigure::Kind::net ? net_class(score.value)
                                                                  : score.value >= figure.box_low;
    stats::WeightedValue& coded = into[static_cast<size_t>(value - lowest)];
    coded.n += score.n;
    coded.sum_w += score.sum_w;
    coded.sum_w2 += score.sum_w2;
  }
}

void take_out(CodedAnswers& whole, const CodedAnswers& part) {
  auto at = whole.begin();
  for (const stats::WeightedValue& gone : part) {
    while (at != whole.end() && at->value < gone.value) ++at;
    if (at == whole.end()) return;
    if (at->value != gone.value) continue;
    at->n -= gone.n;
    // Nobody left has no weight, whatever rounding left behind.
    at->sum_w = at->n == 0 ? 0 : std::max(0.0, at->sum_w - gone.sum_w);
    at->sum_w2 = at->n == 0 ? 0 : std::max(0.0, at->sum_w2 - gone.sum_w2);
  }
}

}  // namespace topline
