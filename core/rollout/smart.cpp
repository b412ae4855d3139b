// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/base/text.h"
#include "core/rollout/goal_steps.h"

namespace topline {
namespace {

// The unit that an entered figure shows by itself.
std::string unit_of_texts(const WrittenGoal& written) {
  for (const std::string* text : {&written.value, &written.baseline}) {
    const std::string folded = fold(*text);
    if (!folded.empty() && folded.back() == '%') return "%";
  }
  return {};
}

// The wave that a day falls in, or the one before it.
std::optional<double> value_on(Day day, size_t measured, const KnownMeasures& known) {
  std::optional<double> value;
  for (size_t wave : known.waves(measured)) {
    const auto end = end_of_wave(*known.cell(wave).wave);
    if (!end) continue;
    if (value && *end > day) break;
    value = known[wave].value;
    if (*end >= day) break;
  }
  return value;
}

bool is_down(const ResolvedGoal& resolved) {
  if (resolved.target.bound == TargetText::Bound::at_most) return true;
  if (resolved.target.bound == TargetText::Bound::at_least) return false;
  if (resolved.id && measure_info(*resolved.id).better != Better::none) {
    return measure_info(*resolved.id).better == Better::lower;
  }
  const Goal& goal = resolved.goal;
  return goal.baseline && goal.target && *goal.target < *goal.baseline;
}

}  // namespace

ResolvedGoal resolve_goal(const WrittenGoal& written, const Rollout& rollout,
                          const KnownMeasures& known) {
  ResolvedGoal resolved;
  Goal& goal = resolved.goal;
  goal.kpi = written.kpi;
  goal.owner = written.owner;
  goal.target_text = written.target;
  resolved.start = written.start;
  resolved.due = written.due;
  if (written.start) goal.start = iso_date(*written.start);
  if (written.due) goal.due = iso_date(*written.due);
  const auto found = known.of_kpi(rollout, written.kpi);
  resolved.id = found ? std::optional(known[*found].id) : find_kpi(written.kpi);
  if (found && known[*found].value) resolved.measured = found;
  resolved.unit =
      resolved.id ? std::string(measure_info(*resolved.id).unit) : unit_of_texts(written);
  goal.unit = resolved.unit;
  if (resolved.measured && !known[*resolved.measured].unit.empty()) {
    goal.unit = known[*resolved.measured].unit;
  }
  goal.value = resolved.measured ? known[*resolved.measured].value
                                 : read_quantity(written.value, resolved.unit);
  goal.baseline = read_quantity(written.baseline, resolved.unit);
  if (!goal.baseline && resolved.measured && resolved.start) {
    goal.baseline = value_on(*resolved.start, *resolved.measured, known);
  }

  resolved.target = read_target(written.target, written.change, resolved.unit);
  const TargetText& target = resolved.target;
  switch (target.kind) {
    case TargetText::Kind::none:
      resolved.why = "goal_no_number";
      break;
    case TargetText::Kind::unclear:
      resolved.why = "goal_asked";
      goal.question = target.question;
      break;
    case TargetText::Kind::value:
      goal.target = target.number;
      break;
    case TargetText::Kind::points:
      if (goal.baseline) goal.target = *goal.baseline + target.number;
      break;
    case TargetText::Kind::relative:
      if (resolved.unit == "points") {
        resolved.why = "goal_relative_nps";
      } else if (goal.baseline) {
        goal.target = *goal.baseline * (1 + target.number / 100);
      }
      break;
  }
  const bool has_number =
      target.kind != TargetText::Kind::none && resolved.why != "goal_relative_nps";
  if (!resolved.id && !found && !goal.value) goal.missing.push_back("kpi");
  if (!has_number) goal.missing.push_back("number");
  if (!goal.baseline) goal.missing.push_back("baseline");
  if (goal.due.empty()) goal.missing.push_back("date");
  if (goal.owner.empty()) goal.missing.push_back("owner");
  resolved.down = is_down(resolved);
  if (!resolved.why.empty()) return resolved;
  if (!goal.value) {
    resolved.why = "goal_no_figure";
  } else if (!goal.baseline) {
    resolved.why = "goal_no_baseline";
  } else if (*goal.target == *goal.baseline) {
    resolved.why = "goal_no_way";
  }
  return resolved;
}

}  // namespace topline
