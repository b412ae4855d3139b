// SPDX-License-Identifier: Apache-2.0

// Cronbach (1951), Psychometrika 16; Feldt (1965), Psychometrika 30; McDonald (1999), Test Theory, 6;
// Brooke (1996), SUS; Lewis, Utesch & Maher (2013), CHI '13.

#include "core/measure/scale_measures.h"

#include <cmath>
#include <limits>
#include <map>

#include "core/base/text.h"
#include "core/measure/compute.h"
#include "core/measure/measures.h"
#include "core/measure/suppress.h"
#include "core/stats/reliability.h"
#include "core/stats/usability.h"

namespace topline {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::string names_of(const std::vector<size_t>& items, const Declared::Scale& scale,
                     const Plan& plan) {
  std::vector<std::string> names;
  for (size_t item : items) names.push_back(plan.columns[scale.items[item]].name);
  return join(names, ", ");
}

std::string why_of(stats::OneFactorProblem problem) {
  switch (problem) {
    case stats::OneFactorProblem::too_few_items:
      return "too_few_items";
    case stats::OneFactorProblem::heywood:
      return "heywood";
    case stats::OneFactorProblem::singular:
      return "singular";
    default:
      return "undetermined";
  }
}

// The items' scores, row after row.
std::vector<double> scores_of(const FrameRows& rows, const Declared::Scale& scale) {
  std::vector<double> values(rows.size() * scale.items.size());
  for (size_t i = 0; i < scale.items.size(); ++i) {
    const std::vector<double> scores = rows.scores(scale.items[i]);
    for (size_t row = 0; row < scores.size(); ++row) values[row * scale.items.size() + i] = scores[row];
  }
  return values;
}

// What an item or the sum of them is short of, said once.
void say_items(const stats::Reliability& found, const Declared::Scale& scale, const Plan& plan,
               std::vector<Finding>& findings) {
  const auto say = [&](Code code, const std::vector<size_t>& items) {
    if (items.empty()) return;
    findings.push_back({code,
                        Severity::warning,
                        {"", 0, scale.items[items[0]] + 1},
                        items.size(),
                        {{"scale", scale.name}, {"names", names_of(items, scale, plan)}}});
  };
  say(Code::items_reversed, found.reversed_items);
  say(Code::items_constant, found.constant_items);
}

std::vector<Measure> measure_reliability(const FrameRows& rows, const Declared::Scale& scale,
                                         const Plan& plan, const Settings& settings,
                                         std::vector<Finding>& findings) {
  Measure alpha{MeasureId::alpha};
  Measure omega{MeasureId::omega};
  alpha.option = omega.option = scale.name;
  const auto both_absent = [&](const std::string& why) {
    alpha.why = omega.why = why;
    return std::vector<Measure>{alpha, omega};
  };
  if (const std::string why = rows.why_absent(scale.items); !why.empty()) return both_absent(why);
  const stats::Covariance covariance = stats::covariance(scores_of(rows, scale), scale.items.size());
  if (covariance.n == 0) return both_absent("no_numbers");
  if (is_few(covariance.n, settings)) {
    alpha.suppressed = omega.suppressed = true;
    alpha.notes = omega.notes = {"min_n"};
    return {alpha, omega};
  }
  alpha.n = omega.n = covariance.n;
  const stats::Reliability found = stats::reliability(covariance, settings.confidence);
  say_items(found, scale, plan, findings);
  if (found.problem == stats::ReliabilityProblem::zero_variance) return both_absent("zero_variance");
  if (found.problem != stats::ReliabilityProblem::none || !std::isfinite(found.alpha)) {
    return both_absent("few_rows");
  }
  alpha.value = found.alpha;
  alpha.interval = MeasureInterval{settings.confidence, found.alpha_interval.low,
                                   found.alpha_interval.high, "feldt"};
  alpha.parts = {{"items", scale.items.size()}, {"left_out", rows.size() - covariance.n}};
  alpha.figures = {{"standardized", found.alpha_standardized}, {"mean_r", found.mean_r}};
  for (size_t i = 0; i < found.items.size(); ++i) {
    const std::string& name = plan.columns[scale.items[i]].name;
    const auto add = [&](const char* what, double figure) {
      if (std::isfinite(figure)) alpha.figures.emplace_back(what + (":" + name), figure);
    };
    add("if_dropped", found.items[i].alpha_if_dropped);
    add("item_rest", found.items[i].item_rest_r);
  }
  if (covariance.n < kLowBase) alpha.notes.push_back("low_base");
  if (found.few_items) alpha.notes.push_back("few_items");
  if (!found.reversed_items.empty()) alpha.notes.push_back("reversed_items");
  if (std::isfinite(found.omega)) {
    omega.value = found.omega;
    omega.parts = alpha.parts;
    omega.figures = {{"standardized", found.omega_standardized}};
    omega.notes = alpha.notes;
  } else {
    omega.why = why_of(found.omega_problem);
  }
  return {alpha, omega};
}

// Each row's score on a published questionnaire; NaN where it is not complete.
struct Usability {
  std::vector<double> scores;
  std::vector<bool> all_equal;
};

Usability usability_of(const FrameRows& rows, const Declared::Scale& scale) {
  const std::vector<double> values = scores_of(rows, scale);
  const size_t items = scale.items.size();
  Usability found{std::vector<double>(rows.size(), kNan), std::vector<bool>(rows.size())};
  for (size_t row = 0; row < rows.size(); ++row) {
    const auto answers = std::span(values).subspan(row * items, items);
    if (scale.kind == "sus") {
      const auto score = stats::sus(answers);
      if (score) found.scores[row] = score->score;
      found.all_equal[row] = score && score->all_equal;
    } else {
      const auto score = stats::umux_lite(answers);
      if (score) found.scores[row] = score->raw;
      found.all_equal[row] = score && score->all_equal;
    }
  }
  return found;
}

// The scores of the rows of one cell as answers, so that they are averaged as any others are.
Answers answers_of(const std::vector<double>& scores, const std::vector<bool>& members,
                   const std::vector<double>& weights) {
  std::map<double, stats::WeightedValue> by_score;
  Answers answers;
  for (size_t row = 0; row < scores.size(); ++row) {
    if (!members[row] || std::isnan(scores[row])) continue;
    stats::WeightedValue& group = by_score[scores[row]];
    group.value = scores[row];
    ++group.n;
    group.sum_w += weights[row];
    group.sum_w2 += weights[row] * weights[row];
    ++answers.n;
  }
  for (const auto& [score, group] : by_score) answers.scores.push_back(group);
  return answers;
}

std::vector<Measure> measure_usability(const FrameRows& rows, const CellSet& cells,
                                       const Declared::Scale& scale, const Plan& plan,
                                       const Settings& settings, const MeasureContext& context,
                                       std::vector<Finding>& findings) {
  const MeasureId id = scale.kind == "sus" ? MeasureId::sus : MeasureId::umux_lite;
  std::vector<uint32_t> columns = scale.items;
  columns.insert(columns.end(), plan.shape.by.begin(), plan.shape.by.end());
  columns.insert(columns.end(), plan.shape.cross.begin(), plan.shape.cross.end());
  if (const std::string why = rows.why_absent(columns); !why.empty()) {
    Measure absent{id};
    absent.option = scale.name;
    absent.why = why;
    return {absent};
  }
  const Usability found = usability_of(rows, scale);
  const std::vector<double> weights = rows.weights();
  std::vector<std::vector<bool>> members;
  std::vector<Answers> answers;
  std::vector<uint64_t> bases;
  for (const PeopleCell& cell : cells.cells) {
    members.push_back(rows.members(cell));
    answers.push_back(answers_of(found.scores, members.back(), weights));
    bases.push_back(answers.back().n);
  }
  std::vector<bool> hidden(bases.size());
  AlikeAnswers alike;
  if (settings.audience != "customer") {
    alike = AlikeAnswers(answers);
    hidden = hidden_cells(bases, cells.relations, settings.min_n, alike);
  }
  std::vector<Measure> measures;
  for (uint32_t cell = 0; cell < answers.size(); ++cell) {
    Measure measure{id};
    if (hidden[cell]) {
      measure = hidden_measure(id, may_be_bound(bases, cell, settings.min_n) && alike.alike({cell}));
    } else {
      measure = measure_mean(id, answers[cell], {0, 100}, context_of(context, cells, bases, cell));
      measure.distribution.clear();
      uint64_t equal = 0;
      for (size_t row = 0; row < rows.size(); ++row) equal += members[cell][row] && found.all_equal[row];
      measure.parts = {{"all_equal", equal}};
      // Every second item of SUS is worded the other way round: one answer to all can't be meant.
      if (cell == 0 && equal != 0 && id == MeasureId::sus) {
        measure.notes.push_back("all_equal");
        findings.push_back({Code::sus_all_equal, Severity::warning, {"", 0, scale.items[0] + 1}, equal,
                            {{"scale", scale.name}}});
      }
    }
    measure.option = scale.name;
    measure.cell = cell;
    measures.push_back(std::move(measure));
  }
  return measures;
}

}  // namespace

std::vector<double> usability_scores(const FrameRows& rows, const Declared::Scale& scale) {
  return usability_of(rows, scale).scores;
}

std::vector<Measure> measure_scale(const FrameRows& rows, const CellSet& cells,
                                   const Declared::Scale& scale, const Plan& plan,
                                   const Settings& settings, const MeasureContext& context,
                                   std::vector<Finding>& findings) {
  if (scale.kind == "alpha") return measure_reliability(rows, scale, plan, settings, findings);
  return measure_usability(rows, cells, scale, plan, settings, context, findings);
}

}  // namespace topline
