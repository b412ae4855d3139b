// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <map>

#include "core/base/text.h"
#include "core/rollout/goal_steps.h"

namespace topline {
namespace {

// The progress with the doubt of the value that it is made of.
void add_progress(const ResolvedGoal& resolved, const RolloutTable& table,
                  const std::optional<Measure>& source, RolloutResults& results) {
  const Goal& goal = resolved.goal;
  if (!goal.progress) {
    results.add_absent(MeasureId::goal_progress, table, resolved.why);
    results.measures.back().option = goal.kpi;
    return;
  }
  Measure& measure = results.add(MeasureId::goal_progress, table);
  measure.option = goal.kpi;
  measure.value = goal.progress;
  measure.headline = true;
  measure.method = source ? "measured" : "entered";
  measure.figures = {{"baseline", *goal.baseline}, {"target", *goal.target}, {"now", *goal.value}};
  if (!source) return;
  measure.census = source->census;
  measure.n = source->n;
  if (!source->interval) return;
  const auto at = [&](double value) {
    return 100 * (value - *goal.baseline) / (*goal.target - *goal.baseline);
  };
  const auto [low, high] = std::minmax({at(source->interval->low), at(source->interval->high)});
  measure.interval = MeasureInterval{source->interval->level, low, high, source->interval->method};
}

void say(const std::vector<ResolvedGoal>& goals, const std::vector<const RolloutTable*>& tables,
         RolloutResults& results) {
  struct Lack {
    const char* missing;
    Code code;
  };
  static constexpr Lack kLacks[] = {{"kpi", Code::goal_no_kpi},
                                    {"baseline", Code::goal_no_baseline},
                                    {"date", Code::goal_no_date},
                                    {"owner", Code::goal_no_owner}};
  for (size_t i = 0; i < goals.size(); ++i) {
    const ResolvedGoal& one = goals[i];
    const Params params = {{"kpi", one.goal.kpi}, {"target", one.goal.target_text}};
    if (one.goal.question == "relative_or_points") {
      results.find(*tables[i], Code::goal_relative_or_points, Severity::question, 1, params);
    } else if (one.goal.question == "change_or_value") {
      results.find(*tables[i], Code::goal_change_or_value, Severity::question, 1, params);
    } else if (one.why == "goal_relative_nps") {
      results.find(*tables[i], Code::goal_relative_nps, Severity::warning, 1, params);
    } else if (one.why == "goal_no_number") {
      results.find(*tables[i], Code::goal_no_number, Severity::warning, 1, params);
    }
  }
  for (const Lack& lack : kLacks) {
    std::map<const RolloutTable*, std::vector<std::string>> names;
    std::vector<const RolloutTable*> order;
    for (size_t i = 0; i < goals.size(); ++i) {
      const auto& missing = goals[i].goal.missing;
      if (std::find(missing.begin(), missing.end(), lack.missing) == missing.end()) continue;
      if (names[tables[i]].empty()) order.push_back(tables[i]);
      names[tables[i]].push_back("“" + goals[i].goal.kpi + "”");
    }
    for (const RolloutTable* table : order) {
      const bool stops = lack.code == Code::goal_no_kpi;
      results.find(*table, lack.code, stops ? Severity::warning : Severity::info,
                   names[table].size(), {{"names", join(names[table], ", ")}});
    }
  }
}

}  // namespace

void measure_goals(const Rollout& rollout, const SurveyMeasures& surveys, RolloutResults& results) {
  if (rollout.tables.empty()) return;
  std::vector<ResolvedGoal> goals;
  std::vector<const RolloutTable*> tables;
  std::vector<std::optional<Measure>> sources;
  {
    const KnownMeasures known(surveys, results);
    for (const WrittenGoal& written : written_goals(rollout)) {
      ResolvedGoal resolved = resolve_goal(written, rollout, known);
      follow_goal(written, rollout, known, resolved);
      const uint32_t index = written.table       ? *written.table
                             : resolved.measured ? known[*resolved.measured].table
                                                 : 0;
      const auto table = std::find_if(rollout.tables.begin(), rollout.tables.end(),
                                      [index](const RolloutTable& t) { return t.index == index; });
      tables.push_back(table == rollout.tables.end() ? &rollout.tables[0] : &*table);
      sources.push_back(resolved.measured ? std::optional(known[*resolved.measured])
                                          : std::nullopt);
      goals.push_back(std::move(resolved));
    }
  }
  for (size_t i = 0; i < goals.size(); ++i) add_progress(goals[i], *tables[i], sources[i], results);
  say(goals, tables, results);
  for (ResolvedGoal& resolved : goals) results.goals.push_back(std::move(resolved.goal));
}

}  // namespace topline
