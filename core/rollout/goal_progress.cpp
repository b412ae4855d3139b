// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "core/rollout/goal_steps.h"
#include "core/stats/run_rate.h"

namespace topline {
namespace {

constexpr double kDaysOfMonth = 30.4375;

// The values that the figure had: those of its waves, else the baseline and the value now.
std::vector<stats::DatedValue> dated_values(const ResolvedGoal& resolved, Day as_of,
                                            const KnownMeasures& known) {
  std::vector<stats::DatedValue> values;
  if (resolved.measured) {
    for (size_t wave : known.waves(*resolved.measured)) {
      const auto end = end_of_wave(*known.cell(wave).wave);
      // A wave that still runs has come as far as its data.
      if (end) values.push_back({static_cast<double>(std::min(*end, as_of)), *known[wave].value});
    }
  }
  if (values.size() > 1) return values;
  values.clear();
  const Goal& goal = resolved.goal;
  if (goal.baseline && resolved.start && *resolved.start < as_of) {
    values.push_back({static_cast<double>(*resolved.start), *goal.baseline});
    values.push_back({static_cast<double>(as_of), *goal.value});
  }
  return values;
}

// Sales are buyers × frequency × value: the factor whose part of the change is the largest, where
// the sales measures carry those parts ("by_buyers", "by_frequency", "by_value") among their
// figures.
std::string moved_most(const ResolvedGoal& resolved, const KnownMeasures& known) {
  static constexpr std::string_view kFactors[] = {"buyers", "frequency", "value"};
  static constexpr MeasureId kSales[] = {MeasureId::sales_total, MeasureId::sales_growth_yoy,
                                         MeasureId::sales_growth_pop};
  if (!resolved.id ||
      std::find(std::begin(kSales), std::end(kSales), *resolved.id) == std::end(kSales)) {
    return {};
  }
  std::vector<size_t> sources;
  if (resolved.measured) sources.push_back(*resolved.measured);
  for (MeasureId id : kSales) {
    for (size_t i : known.headlines(id)) sources.push_back(i);
  }
  for (size_t source : sources) {
    std::string_view most;
    double largest = 0;
    for (const auto& [name, part] : known[source].figures) {
      for (std::string_view factor : kFactors) {
        if (name == "by_" + std::string(factor) && std::isfinite(part) &&
            std::fabs(part) > largest) {
          most = factor;
          largest = std::fabs(part);
        }
      }
    }
    if (!most.empty()) return std::string(most);
  }
  return {};
}

// Of a survey's figure: did people move between groups, or did the groups change? The segment
// variable whose mix explains most speaks for all.
std::string mix_or_rate(const ResolvedGoal& resolved, const KnownMeasures& known) {
  const Difference* change = resolved.measured ? known.change_of(*resolved.measured) : nullptr;
  if (change == nullptr || change->mix_rate.empty()) return {};
  const bool mix = std::any_of(change->mix_rate.begin(), change->mix_rate.end(),
                               [](const MixRate& one) {
                                 return std::fabs(one.mix) > std::fabs(one.rate);
                               });
  return mix ? "mix" : "rate";
}

void follow_milestones(const WrittenGoal& written, Day as_of, ResolvedGoal& resolved) {
  for (const WrittenGoal::Milestone& milestone : written.milestones) {
    Goal::Milestone out;
    out.name = milestone.name;
    if (milestone.due) out.due = iso_date(*milestone.due);
    const TargetText target = read_target(milestone.target, written.change, resolved.unit);
    if (target.kind == TargetText::Kind::value) {
      out.value = target.number;
    } else if (target.kind == TargetText::Kind::points && resolved.goal.baseline) {
      out.value = *resolved.goal.baseline + target.number;
    } else if (target.kind == TargetText::Kind::relative && resolved.goal.baseline &&
               resolved.unit != "points") {
      out.value = *resolved.goal.baseline * (1 + target.number / 100);
    }
    const bool reached =
        milestone.done.value_or(out.value && resolved.goal.value &&
                                reaches(*resolved.goal.value, *out.value, resolved.down));
    const bool past = milestone.due && as_of != INT32_MIN && *milestone.due < as_of;
    out.status = reached ? "reached" : past ? "late" : "open";
    resolved.goal.milestones.push_back(std::move(out));
  }
}

// Where the figure goes if it goes on as it did.
void look_ahead(const Rollout& rollout, const KnownMeasures& known, ResolvedGoal& resolved) {
  Goal& goal = resolved.goal;
  const double confidence = rollout.settings->confidence;
  const double due = resolved.due ? *resolved.due : rollout.as_of;
  const auto line = stats::project(dated_values(resolved, rollout.as_of, known), due, confidence);
  if (!line) return;
  goal.pace = line->slope * kDaysOfMonth;
  if (!resolved.due || *resolved.due <= rollout.as_of) return;
  goal.projected = line->expected;
  if (std::isfinite(line->prediction.low)) {
    goal.projection = MeasureInterval{confidence, line->prediction.low, line->prediction.high, "t"};
  }
}

void set_status(const Rollout& rollout, ResolvedGoal& resolved) {
  Goal& goal = resolved.goal;
  const Day as_of = rollout.as_of;
  if (reaches(*goal.value, *goal.target, resolved.down)) {
    goal.status = "reached";
  } else if (resolved.due && as_of != INT32_MIN && *resolved.due < as_of) {
    goal.status = "missed";
  } else if (goal.projected) {
    goal.status = reaches(*goal.projected, *goal.target, resolved.down) ? "on_track" : "behind";
  } else if (goal.deviation) {
    goal.status = reaches(*goal.deviation, 0, resolved.down) ? "on_track" : "behind";
  } else {
    goal.status = "open";
  }
}

}  // namespace

bool reaches(double value, double target, bool down) {
  return down ? value <= target : value >= target;
}

void follow_goal(const WrittenGoal& written, const Rollout& rollout, const KnownMeasures& known,
                 ResolvedGoal& resolved) {
  Goal& goal = resolved.goal;
  const Day as_of = rollout.as_of;
  follow_milestones(written, as_of, resolved);
  if (!goal.value || !goal.target) {
    goal.status = resolved.why == "goal_asked"          ? "asked"
                  : resolved.why == "goal_relative_nps" ? "refused"
                                                        : "not_measured";
    return;
  }
  if (goal.baseline) {
    if (const auto progress = stats::goal_progress(*goal.baseline, *goal.target, *goal.value)) {
      goal.progress = 100 * *progress;
    }
  }
  if (as_of != INT32_MIN) {
    look_ahead(rollout, known, resolved);
    if (resolved.due) {
      const auto rate = stats::needed_run_rate(*goal.value, *goal.target, as_of, *resolved.due);
      if (rate && !reaches(*goal.value, *goal.target, resolved.down)) {
        goal.run_rate = *rate * kDaysOfMonth;
      }
    }
    if (goal.baseline && resolved.start && resolved.due && *resolved.start < *resolved.due) {
      const double gone =
          static_cast<double>(as_of - *resolved.start) / (*resolved.due - *resolved.start);
      const double on_line =
          *goal.baseline + (*goal.target - *goal.baseline) * std::clamp(gone, 0.0, 1.0);
      goal.deviation = *goal.value - on_line;
    }
  }
  set_status(rollout, resolved);
  if (goal.deviation && *goal.deviation != 0) {
    goal.reason = moved_most(resolved, known);
    if (goal.reason.empty()) goal.reason = mix_or_rate(resolved, known);
  }
}

}  // namespace topline
