// SPDX-License-Identifier: Apache-2.0
#include "core/measure/compute.h"

#include <algorithm>
#include <iterator>

#include "core/measure/alike.h"
#include "core/measure/answers.h"
#include "core/measure/comparisons.h"
#include "core/measure/measures.h"
#include "core/measure/ranking.h"
#include "core/measure/suppress.h"

namespace topline {
namespace {

MeasureId first_measure(Role role) {
  switch (role) {
    case Role::nps:
      return MeasureId::nps;
    case Role::enps:
      return MeasureId::enps;
    case Role::csat:
      return MeasureId::csat;
    case Role::ces:
      return MeasureId::ces;
    case Role::rating:
      return MeasureId::rating_mean;
    case Role::ranking:
      return MeasureId::rank_mean;
    default:
      return MeasureId::share;
  }
}

std::vector<Measure> scores_of(const ColumnPlan& column, const Answers& answers,
                               const MeasureContext& context) {
  switch (column.role) {
    case Role::nps:
    case Role::enps:
      return {measure_nps(first_measure(column.role), answers, context)};
    case Role::csat: {
      std::vector<Measure> measures;
      if (const auto box = top_box(*column.scale)) {
        measures.push_back(measure_box(MeasureId::csat, answers, *column.scale, *box, context));
      }
      measures.push_back(measure_mean(MeasureId::csat_mean, answers, *column.scale, context));
      return measures;
    }
    case Role::ces: {
      std::vector<Measure> measures;
      if (const auto box = easy_box(*column.scale)) {
        measures.push_back(measure_box(MeasureId::ces, answers, *column.scale, *box, context));
      }
      measures.push_back(measure_mean(MeasureId::ces_mean, answers, *column.scale, context));
      return measures;
    }
    case Role::rating:
      return {measure_mean(MeasureId::rating_mean, answers, *column.scale, context)};
    case Role::choice:
      return measure_shares(answers, context);
    default:
      return {};
  }
}

std::vector<Measure> measure_question(const ColumnPlan& column, const Answers& answers,
                                      const MeasureContext& context, bool favourable) {
  std::vector<Measure> measures = scores_of(column, answers, context);
  const bool likert = column.role == Role::csat || column.role == Role::rating;
  if (favourable && likert && middle_of(*column.scale)) {
    measures.push_back(measure_favourable(answers, *column.scale, context));
  }
  return measures;
}

// Why a question is shown without a score; empty where it has one.
std::string why_absent(const ColumnPlan& column, const TokenTable& table) {
  if (!table.complete()) return "too_many_values";
  if (!column.why_unscored.empty()) return column.why_unscored;
  if (!column.scored()) return "unsure_role";
  return {};
}

uint64_t filtered_rows(const Tally& tally) {
  uint64_t rows = 0;
  for (const InputTally& input : tally.inputs) rows += input.filtered;
  return rows;
}

// Of a cell that answered alike, the bound that is published in place of its figures.
std::vector<Measure> hidden_measures(std::vector<Measure> measures, bool choice, bool alike) {
  std::vector<Measure> hidden;
  for (const Measure& measure : measures) {
    const auto bound = alike ? bound_of(measure) : std::nullopt;
    // Options say who chose what: only that which nearly all chose stays.
    if (choice && !(bound && bound->low)) continue;
    hidden.push_back(hidden_measure(measure.id, alike));
    hidden.back().bound = bound;
    if (choice) hidden.back().option = measure.option;
  }
  // A hidden cell of a choice is one line without them.
  if (hidden.empty() && !measures.empty()) hidden.push_back(hidden_measure(measures[0].id, false));
  return hidden;
}

// The wave that headlines speak of: the latest in which the first scored question has 30 answers.
std::string choose_headline(const Tally& tally, const Plan& plan, const CellSet& cells) {
  std::string latest;
  if (cells.waves.empty()) return latest;
  for (uint32_t column = 0; column < plan.columns.size(); ++column) {
    const ColumnPlan& from = plan.columns[column];
    if (!is_question(from.role) || from.role == Role::choice || from.role == Role::ranking) continue;
    if (!why_absent(from, tally.profile.columns[column]).empty()) continue;
    const std::vector<Answers> answers = answers_by_cell(tally, cells, column, from);
    for (uint32_t c = 0; c < cells.cells.size(); ++c) {
      const PeopleCell& cell = cells.cells[c];
      if (cell.grouping != 0 || !cell.wave || cell.wave->empty()) continue;
      if (answers[c].n >= kLowBase) latest = *cell.wave;
    }
    return latest;
  }
  return latest;
}

}  // namespace

bool filter_leaves_few(const Tally& tally, const Settings& settings) {
  return !tally.shape.where.empty() && is_few(filtered_rows(tally), settings);
}

bool filter_tells(const Tally& tally, uint32_t column, const ColumnPlan& plan,
                  const Settings& settings) {
  if (tally.shape.where.empty()) return false;
  const uint64_t left = std::min(filtered_rows(tally), answers_left_out(tally, column, plan));
  return is_few(left, settings) || filter_leaves_few(tally, settings);
}

MeasureContext context_of(const MeasureContext& context, const CellSet& cells,
                          const std::vector<uint64_t>& bases, uint32_t cell) {
  if (context.population <= 0) return context;
  MeasureContext own = context;
  const PeopleCell& people = cells.cells[cell];
  uint64_t all = 0;
  for (size_t c = 0; c < cells.cells.size(); ++c) {
    if (cells.cells[c].grouping == 0 && cells.cells[c].wave == people.wave) all = bases[c];
  }
  const bool pooled = !people.wave && !cells.waves.empty();
  if (pooled || static_cast<double>(all) > own.population) own.population = 0;
  if (people.grouping != 0) own.population_answers = static_cast<double>(all);
  return own;
}

MeasureContext make_context(const Tally& tally, const Settings& settings) {
  MeasureContext context{settings.confidence, settings.interval, tally.shape.weight != Shape::kNo,
                         tally.used};
  context.population = static_cast<double>(settings.roster_size.value_or(0));
  return context;
}

namespace {

// Room for all scores at once: of a report of hundreds of thousands, moving them to more room would take
// twice the memory. Choices, whose options aren't known yet, come on top.
size_t likely_measures(const Plan& plan, size_t cells, bool favourable) {
  size_t each = 0;
  for (const ColumnPlan& column : plan.columns) {
    if (!is_question(column.role) || column.role == Role::choice) continue;
    each += column.role == Role::csat || column.role == Role::ces ? 2 : 1;
    if (favourable) ++each;
  }
  return each * cells;
}

}  // namespace

TableMeasures compute_measures(const Tally& tally, const Plan& plan, const Settings& settings) {
  TableMeasures result;
  result.cells = make_cells(tally);
  result.measures.reserve(likely_measures(plan, result.cells.cells.size(), settings.favourable));
  const MeasureContext context = make_context(tally, settings);
  const bool hide = settings.audience != "customer";
  uint64_t most_answers = 0, bounded = 0, told_by_filter = 0;
  result.headline_wave = choose_headline(tally, plan, result.cells);
  SurveyComparisons comparisons(tally, plan, result.cells, result.headline_wave, settings);
  SurveyCrosstabs crosstabs(tally, plan, result.cells, result.headline_wave, settings);
  for (uint32_t c = 0; c < plan.columns.size(); ++c) {
    const ColumnPlan& column = plan.columns[c];
    // Of a ranking with a column an item, the rows are needed (measure_table.h).
    if (!is_question(column.role) || (column.role == Role::ranking && column.option_mark.empty())) {
      continue;
    }
    const std::string why = why_absent(column, tally.profile.columns[c]);
    if (!why.empty()) {
      Measure absent{first_measure(column.role)};
      absent.column = c + 1;
      absent.why = why;
      result.measures.push_back(std::move(absent));
      continue;
    }
    if (column.role == Role::ranking) {
      const bool told = hide && filter_tells(tally, c, column, settings);
      told_by_filter += told;
      auto ranked = measure_ranking(ranked_in_cells(tally, result.cells, c, column), c + 1,
                                    result.cells, context, settings, told, result.hidden);
      std::move(ranked.begin(), ranked.end(), std::back_inserter(result.measures));
      continue;
    }
    const std::vector<Answers> answers = answers_by_cell(tally, result.cells, c, column);
    std::vector<uint64_t> bases;
    for (const Answers& one : answers) bases.push_back(one.n);
    for (size_t cell = 0; cell < bases.size(); ++cell) {
      const PeopleCell& people = result.cells.cells[cell];
      if (people.grouping != 0 || (!people.wave && !result.cells.waves.empty())) continue;
      most_answers = std::max(most_answers, bases[cell]);
    }
    std::vector<bool> hidden(bases.size());
    AlikeAnswers alike;
    if (hide && filter_tells(tally, c, column, settings)) {
      for (size_t cell = 0; cell < bases.size(); ++cell) hidden[cell] = bases[cell] != 0;
      ++told_by_filter;
    } else if (hide) {
      alike = AlikeAnswers(answers, column, settings.favourable);
      hidden = hidden_cells(bases, result.cells.relations, settings.min_n, alike);
    }
    for (uint32_t cell = 0; cell < answers.size(); ++cell) {
      const PeopleCell& people = result.cells.cells[cell];
      // A question compared by itself says nothing.
      const auto columns = groupings(tally.shape)[people.grouping];
      if (std::find(columns.begin(), columns.end(), c) != columns.end()) continue;
      std::vector<Measure> measures =
          measure_question(column, answers[cell], context_of(context, result.cells, bases, cell),
                           settings.favourable);
      if (hidden[cell]) {
        measures = hidden_measures(std::move(measures), column.role == Role::choice,
                                   may_be_bound(bases, cell, settings.min_n) && alike.alike({cell}));
        ++(measures[0].why.empty() ? result.hidden : bounded);
      }
      const bool everyone = people.grouping == 0;
      const bool in_headline =
          result.headline_wave.empty() ? !people.wave : people.wave == result.headline_wave;
      for (Measure& measure : measures) {
        measure.column = c + 1;
        measure.cell = cell;
        measure.headline = everyone && in_headline && measure.id != MeasureId::share &&
                           measure.id != MeasureId::favourable;
        result.measures.push_back(std::move(measure));
      }
    }
    comparisons.add(c, column, answers, hidden);
    crosstabs.add(c, column, answers, hidden);
  }
  if (bounded != 0) {
    result.findings.push_back({Code::cells_alike, Severity::info, {}, bounded, {}});
  }
  if (told_by_filter != 0) {
    result.findings.push_back({Code::filter_leaves_few,
                               Severity::warning,
                               {},
                               told_by_filter,
                               {{"min_n", std::to_string(settings.min_n)}}});
  }
  if (settings.roster_size && most_answers > *settings.roster_size) {
    result.findings.push_back({Code::roster_too_small,
                               Severity::warning,
                               {},
                               most_answers,
                               {{"roster", std::to_string(*settings.roster_size)}}});
  }
  result.differences = std::move(comparisons.differences);
  result.trends = std::move(comparisons.trends);
  result.crosstabs = std::move(crosstabs).judged();
  return result;
}

}  // namespace topline
