// SPDX-License-Identifier: Apache-2.0
#pragma once

// From what is written of a goal to how far it has come, step by step: the goals of the study and
// the tables (goal_rows.cpp), their figures and what is missing of SMART (smart.cpp), progress,
// pace and status (goal_progress.cpp).

#include <optional>
#include <string>
#include <vector>

#include "core/profile/date.h"
#include "core/rollout/kpi.h"
#include "core/rollout/results.h"
#include "core/rollout/rollout.h"
#include "core/rollout/target_text.h"

namespace topline {

/// A goal as it is written, in the study or in the rows of a table.
struct WrittenGoal {
  std::string kpi, target, change, owner;
  std::string baseline, value;  ///< texts; numbers of the study in the figure's unit
  std::optional<Day> start, due;
  struct Milestone {
    std::string name;
    std::optional<Day> due;
    std::string target;        ///< a number, or empty
    std::optional<bool> done;  ///< told by a cell such as "yes", 已完成
  };
  std::vector<Milestone> milestones;  ///< by date
  std::optional<uint32_t> table;      ///< index into Rollout::tables; empty: of the study
};

/// The study's goals in their order, then those of the tables by the names of their KPIs. Rows of
/// one KPI that name a milestone are milestones of its goal; where all do, the last one is the goal
/// too. A table's row of the same KPI and due date as a goal of the study is left out, and so are
/// rows that are equal in all their cells.
std::vector<WrittenGoal> written_goals(const Rollout& rollout);

/// A goal with its figures, in one unit.
struct ResolvedGoal {
  Goal goal;
  std::optional<MeasureId> id;  ///< the measure that its KPI names
  std::optional<size_t>
      measured;      ///< where the value comes from, in KnownMeasures; empty: as entered
  std::string unit;  ///< of the catalogue: "money" where Goal::unit is "CNY"
  TargetText target;
  bool down = false;  ///< lower is better
  std::optional<Day> start, due;
  std::string
      why;  ///< why there is no progress: "goal_asked", "goal_relative_nps", "goal_no_number",
            ///< "goal_no_figure", "goal_no_baseline", "goal_no_way"; empty: there is
};

/// Finds the figures of a goal and what is missing of SMART. Relative changes of NPS are refused:
/// NPS runs from −100 to 100 through zero, so that 10 % of it mean nothing.
ResolvedGoal resolve_goal(const WrittenGoal& written, const Rollout& rollout,
                          const KnownMeasures& known);

/// Fills in progress, milestones, run rate, pace, projection, deviation and status as of
/// rollout.as_of; what needs a date that isn't there stays empty.
void follow_goal(const WrittenGoal& written, const Rollout& rollout, const KnownMeasures& known,
                 ResolvedGoal& resolved);

/// Is `value` at the target or past it?
bool reaches(double value, double target, bool down);

}  // namespace topline
