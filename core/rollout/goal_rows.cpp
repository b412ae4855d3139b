// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "core/base/text.h"
#include "core/rollout/goal_steps.h"
#include "core/rollout/join.h"
#include "core/rollout/stages.h"

namespace topline {
namespace {

std::optional<Day> day_in(std::string_view iso) {
  const auto moment = parse_moment(iso, DateOrder::ymd);
  return moment ? std::optional(moment->day) : std::nullopt;
}

std::optional<Day> day_at(const Ledger& ledger, uint32_t row, Field field) {
  const auto moment = ledger.moment(row, field);
  if (!moment) return std::nullopt;
  return day_of_second(*moment);
}

std::string number_text(const std::optional<double>& number) {
  return number ? format_number(*number) : std::string();
}

void sort_milestones(WrittenGoal& goal) {
  std::stable_sort(goal.milestones.begin(), goal.milestones.end(),
                   [](const auto& a, const auto& b) {
                     return a.due.value_or(INT32_MAX) < b.due.value_or(INT32_MAX);
                   });
}

WrittenGoal of_study(const GoalChoice& choice) {
  WrittenGoal goal;
  goal.kpi = choice.kpi;
  goal.target = choice.target;
  goal.change = choice.change;
  goal.owner = choice.owner;
  goal.baseline = number_text(choice.baseline);
  goal.value = number_text(choice.value);
  goal.start = day_in(choice.start);
  goal.due = day_in(choice.due);
  for (const GoalChoice::Milestone& milestone : choice.milestones) {
    goal.milestones.push_back(
        {milestone.name, day_in(milestone.due), number_text(milestone.value), {}});
  }
  sort_milestones(goal);
  return goal;
}

WrittenGoal of_row(const Ledger& ledger, uint32_t row) {
  WrittenGoal goal;
  goal.kpi = std::string(trim(ledger.text(row, Field::goals_kpi)));
  goal.target = std::string(trim(ledger.text(row, Field::goals_target)));
  goal.owner = std::string(trim(ledger.text(row, Field::goals_owner)));
  goal.baseline = std::string(trim(ledger.text(row, Field::goals_baseline)));
  goal.value = std::string(trim(ledger.text(row, Field::goals_value)));
  goal.start = day_at(ledger, row, Field::goals_start);
  goal.due = day_at(ledger, row, Field::goals_due);
  return goal;
}

// What another row of the same KPI says where this one says nothing.
void complete(WrittenGoal& goal, const WrittenGoal& other) {
  if (goal.baseline.empty()) goal.baseline = other.baseline;
  if (goal.value.empty() && !yes_or_no(other.value)) goal.value = other.value;
  if (goal.owner.empty()) goal.owner = other.owner;
  if (!goal.start) goal.start = other.start;
}

auto order_of(const WrittenGoal& goal) {
  return std::tuple(goal.due.value_or(INT32_MAX), goal.start.value_or(INT32_MAX),
                    std::tie(goal.target, goal.owner, goal.baseline, goal.value, goal.kpi));
}

void add_goals_of_kpi(const RolloutTable& table, const std::vector<uint32_t>& rows,
                      std::vector<WrittenGoal>& goals) {
  const Ledger& ledger = table.ledger();
  struct Row {
    WrittenGoal goal;
    std::string milestone;
    Fingerprint contents;
  };
  std::vector<Row> read;
  for (uint32_t row : rows) {
    const Fingerprint& contents = ledger.contents(row);
    if (std::any_of(read.begin(), read.end(),
                    [&](const Row& r) { return r.contents == contents; })) {
      continue;
    }
    read.push_back({of_row(ledger, row),
                    std::string(trim(ledger.text(row, Field::goals_milestone))), contents});
  }
  std::sort(read.begin(), read.end(), [](const Row& a, const Row& b) {
    return std::tuple(order_of(a.goal), std::string_view(a.milestone)) <
           std::tuple(order_of(b.goal), std::string_view(b.milestone));
  });
  std::vector<WrittenGoal> found;
  std::vector<const Row*> steps;
  for (const Row& row : read) {
    if (row.milestone.empty()) {
      found.push_back(row.goal);
    } else {
      steps.push_back(&row);
    }
  }
  if (found.empty()) {
    found.push_back(steps.back()->goal);
    if (yes_or_no(found[0].value)) found[0].value.clear();
  }
  WrittenGoal& whole = found.back();
  for (const Row* step : steps) {
    complete(whole, step->goal);
    // Beside a number to reach, "1" is a figure, not a yes.
    const bool figure = !step->goal.target.empty() && parse_number(step->goal.value);
    whole.milestones.push_back({step->milestone, step->goal.due, step->goal.target,
                                figure ? std::nullopt : yes_or_no(step->goal.value)});
  }
  sort_milestones(whole);
  for (WrittenGoal& goal : found) {
    goal.table = table.index;
    goals.push_back(std::move(goal));
  }
}

}  // namespace

std::vector<WrittenGoal> written_goals(const Rollout& rollout) {
  std::vector<WrittenGoal> goals;
  for (const GoalChoice& choice : rollout.settings->goals) goals.push_back(of_study(choice));
  const size_t of_study = goals.size();
  for (const RolloutTable* table : rollout.of(TableKind::goals)) {
    for (const auto& [kpi, rows] : rows_by(table->ledger(), Field::goals_kpi)) {
      add_goals_of_kpi(*table, rows, goals);
    }
  }
  const auto told = [&](const WrittenGoal& goal) {
    return std::any_of(goals.begin(), goals.begin() + static_cast<std::ptrdiff_t>(of_study),
                       [&](const WrittenGoal& study) {
                         return fold(study.kpi) == fold(goal.kpi) && study.due == goal.due;
                       });
  };
  std::vector<WrittenGoal> kept;
  for (WrittenGoal& goal : goals) {
    if (!goal.table || !told(goal)) kept.push_back(goal);
  }
  return kept;
}

}  // namespace topline
