// SPDX-License-Identifier: Apache-2.0

// Mean rank and first choices: Alvo & Yu (2014), Statistical Methods for Ranking Data, ch. 2.

#include "core/measure/ranking.h"

#include <algorithm>

#include "core/measure/measures.h"
#include "core/measure/scale_answers.h"
#include "core/measure/suppress.h"

namespace topline {
namespace {

// Who ranked the item first, or at all.
Answers::Option chosen(const RankedAnswers::Item& item, bool first) {
  Answers::Option option{item.text};
  for (const stats::WeightedValue& rank : item.ranks.scores) {
    if (first && rank.value != 1) continue;
    option.n += rank.n;
    option.sum_w += rank.sum_w;
    option.sum_w2 += rank.sum_w2;
  }
  return option;
}

Measure share_of(MeasureId id, const char* part, const Answers& people, const Answers::Option& option,
                 const MeasureContext& context) {
  Measure measure = start_measure(id, people, context);
  measure.parts = {{part, option.n}};
  if (people.n == 0) return measure;
  fill_share(measure,
             {{0, people.n - option.n, people.sum_w - option.sum_w, people.sum_w2 - option.sum_w2},
              {1, option.n, option.sum_w, option.sum_w2}},
             context);
  return measure;
}

std::vector<Measure> measures_of(const RankedAnswers& ranked, const MeasureContext& context) {
  std::vector<Measure> measures;
  const Scale scale{1, static_cast<int>(ranked.items.size())};
  for (const RankedAnswers::Item& item : ranked.items) {
    const size_t first = measures.size();
    measures.push_back(measure_mean(MeasureId::rank_mean, item.ranks, scale, context));
    measures.back().parts = {{"ranked", item.ranks.n}, {"left_out", ranked.invalid}};
    measures.push_back(share_of(MeasureId::rank_first, "first", ranked.people, chosen(item, true), context));
    measures.push_back(share_of(MeasureId::ranked, "ranked", ranked.people, chosen(item, false), context));
    for (size_t m = first; m < measures.size(); ++m) measures[m].option = item.text;
  }
  return measures;
}

// What nearly all of a group rank first tells on each of them.
AlikeAnswers alike_first(const std::vector<RankedAnswers>& ranked) {
  ColumnPlan choice;
  choice.role = Role::choice;
  std::vector<Answers> firsts;
  for (const RankedAnswers& cell : ranked) {
    Answers answers = cell.people;
    for (const RankedAnswers::Item& item : cell.items) {
      if (Answers::Option option = chosen(item, true); option.n != 0) answers.options.push_back(option);
    }
    firsts.push_back(std::move(answers));
  }
  return AlikeAnswers(firsts, choice, false);
}

std::vector<Measure> hidden_ranking(const std::vector<Measure>& measures, bool alike) {
  std::vector<Measure> hidden;
  for (const Measure& measure : measures) {
    if (!alike || measure.id != MeasureId::rank_first) continue;
    const auto bound = bound_of(measure);
    if (!bound || !bound->low) continue;
    hidden.push_back(hidden_measure(measure.id, true));
    hidden.back().bound = bound;
    hidden.back().option = measure.option;
  }
  if (hidden.empty()) hidden.push_back(hidden_measure(MeasureId::rank_mean));
  return hidden;
}

}  // namespace

std::vector<Measure> measure_ranking(const std::vector<RankedAnswers>& ranked, uint32_t column,
                                     const CellSet& cells, const MeasureContext& context,
                                     const Settings& settings, bool hide_all, uint64_t& hidden_count) {
  std::vector<uint64_t> bases;
  for (const RankedAnswers& cell : ranked) bases.push_back(cell.people.n);
  std::vector<bool> hidden(bases.size());
  const AlikeAnswers alike = alike_first(ranked);
  if (settings.audience != "customer") {
    hidden = hidden_cells(bases, cells.relations, settings.min_n, alike);
    for (size_t cell = 0; cell < hidden.size() && hide_all; ++cell) hidden[cell] = bases[cell] != 0;
  }
  std::vector<Measure> measures;
  for (uint32_t cell = 0; cell < ranked.size(); ++cell) {
    std::vector<Measure> own = measures_of(ranked[cell], context_of(context, cells, bases, cell));
    if (hidden[cell]) {
      ++hidden_count;
      own = hidden_ranking(own, !hide_all && may_be_bound(bases, cell, settings.min_n) && alike.alike({cell}));
    }
    for (Measure& measure : own) {
      measure.column = column;
      measure.cell = cell;
      measures.push_back(std::move(measure));
    }
  }
  return measures;
}

}  // namespace topline
