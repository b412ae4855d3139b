// SPDX-License-Identifier: Apache-2.0

// The criteria by which the landing of a CRM is judged (docs: statistics, "CRM roll-out"). A
// verdict needs a target; nothing is averaged over what isn't known.

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

#include "core/base/text.h"
#include "core/rollout/kpi.h"
#include "core/rollout/rollout.h"
#include "core/rollout/target_text.h"

namespace topline {
namespace {

using Verdict = Criterion::Verdict;

enum class Of : uint8_t { all, employees, customers };  // whose answers a survey's measures must be

struct CriterionPlan {
  std::string_view name;
  std::vector<MeasureId> measures;
  std::vector<TableKind> kinds;
  Of survey = Of::all;
};

const std::vector<CriterionPlan>& criteria() {
  using M = MeasureId;
  using K = TableKind;
  static const std::vector<CriterionPlan> all = {
      {"lifetime_value",
       {M::purchase_value, M::purchase_frequency, M::customer_value, M::customer_lifespan, M::ltv,
        M::ltv_retention},
       {K::orders, K::accounts}},
      {"efficiency",
       {M::fcr, M::first_response_time, M::resolution_time_mean, M::resolution_time_median,
        M::time_saved},
       {K::tickets, K::processes}},
      {"decisions", {M::decision_time_mean, M::decision_time_median}, {K::decisions}},
      {"sales",
       {M::sales_total, M::sales_growth_pop, M::sales_growth_yoy, M::conversion_rate, M::win_rate,
        M::cycle_time, M::sales_per_rep, M::collections, M::collection_rate, M::overdue_rate,
        M::order_overdue_rate},
       {K::orders, K::pipeline, K::receivables}},
      {"people", {M::nps, M::enps, M::csat, M::csat_mean, M::ces}, {K::survey}, Of::employees},
      {"budget", {M::budget_variance, M::schedule_variance}, {K::costs}},
      {"requirements", {M::requirements_resolved}, {K::requirements}},
      {"control_points", {M::control_coverage}, {K::controls}},
      {"customers",
       {M::nps, M::csat, M::csat_mean, M::ces, M::retention_rate, M::churn_rate, M::new_customers,
        M::repeat_rate, M::nrr, M::grr, M::campaign_roi},
       {K::survey, K::orders, K::accounts, K::campaigns},
       Of::customers},
      {"goals", {M::goal_progress}, {K::goals}},
      {"selection", {M::vendor_score}, {K::vendors}},
      {"adoption",
       {M::adoption_rate, M::activation_rate, M::stickiness, M::breadth, M::data_completeness,
        M::data_validity, M::data_duplicates},
       {K::usage, K::roster}},
  };
  return all;
}

bool is_survey_measure(MeasureId id) { return measure_info(id).table == "survey"; }

Verdict judge(const Measure& measure, double target) {
  if (!measure.value) return Verdict::not_measured;
  double low = *measure.value, high = *measure.value;
  if (measure.interval) {
    low = measure.interval->low;
    high = measure.interval->high;
  } else if (!measure.census) {
    return Verdict::too_close;  // a sample too small to have an interval settles nothing
  }
  if (measure_info(measure.id).better == Better::lower) {
    return high <= target ? Verdict::met : low > target ? Verdict::not_met : Verdict::too_close;
  }
  return low >= target ? Verdict::met : high < target ? Verdict::not_met : Verdict::too_close;
}

class Scorecard {
 public:
  Scorecard(const Rollout& rollout, const SurveyMeasures& surveys, RolloutResults& results)
      : rollout_(rollout), results_(results), known_(surveys, results) {}

  void draw() {
    for (const CriterionPlan& plan : criteria())
      results_.scorecard.push_back(judge_criterion(plan));
    for (const TargetChoice& choice : rollout_.settings->targets) check(choice);
  }

 private:
  Criterion judge_criterion(const CriterionPlan& plan) const {
    Criterion criterion;
    criterion.name = std::string(plan.name);
    for (MeasureId id : plan.measures) {
      if (is_survey_measure(id) && plan.survey != surveyed_) continue;
      for (size_t index : known_.headlines(id)) criterion.evidence.push_back(weigh(index));
    }
    for (TableKind kind : plan.kinds) {
      const bool there =
          !rollout_.of(kind).empty() && (kind != TableKind::survey || plan.survey == surveyed_);
      const bool in_study = kind == TableKind::goals && !rollout_.settings->goals.empty();
      if (!there && !in_study) criterion.missing.emplace_back(kind_name(kind));
    }
    const auto any = [&](Verdict verdict) {
      return std::any_of(criterion.evidence.begin(), criterion.evidence.end(),
                         [verdict](const auto& evidence) { return evidence.verdict == verdict; });
    };
    criterion.verdict = any(Verdict::not_met)     ? Verdict::not_met
                        : any(Verdict::too_close) ? Verdict::too_close
                        : any(Verdict::met)       ? Verdict::met
                                                  : Verdict::not_measured;
    return criterion;
  }

  Criterion::Evidence weigh(size_t index) const {
    const Measure& measure = known_[index];
    Criterion::Evidence evidence;
    evidence.measure = index;
    evidence.target = target_of(measure);
    if (!measure.value) {
      evidence.note = measure.suppressed ? "suppressed" : measure.why;
    } else if (!evidence.target) {
      evidence.note = "no_target";
    } else {
      evidence.verdict = judge(measure, *evidence.target);
    }
    return evidence;
  }

  std::optional<double> target_of(const Measure& measure) const {
    if (measure.id == MeasureId::goal_progress) return due_progress(measure);
    for (const TargetChoice& choice : rollout_.settings->targets) {
      if (find_measure(fold(choice.measure)) == measure.id) return choice.target;
    }
    if (const auto target = goal_target(measure.id)) return target;
    if (measure.id == MeasureId::budget_variance) return 0;
    return std::nullopt;
  }

  // Of the goals of one measure the next that is due, else the last one that was.
  std::optional<double> goal_target(MeasureId id) const {
    const Goal* chosen = nullptr;
    const std::string today =
        rollout_.as_of == INT32_MIN ? std::string() : iso_date(rollout_.as_of);
    const auto is_past = [&](const Goal& goal) { return !goal.due.empty() && goal.due < today; };
    for (const Goal& goal : results_.goals) {
      if (!goal.target || find_kpi(goal.kpi) != id) continue;
      if (chosen == nullptr || (is_past(*chosen) && (!is_past(goal) || goal.due > chosen->due)) ||
          (!is_past(*chosen) && !is_past(goal) && !goal.due.empty() &&
           (chosen->due.empty() || goal.due < chosen->due))) {
        chosen = &goal;
      }
    }
    return chosen == nullptr ? std::nullopt : chosen->target;
  }

  // How far a goal is to be by now: on a straight line from its start to its due date.
  std::optional<double> due_progress(const Measure& measure) const {
    // Goals and their measures are in the same order.
    size_t nth = 0;
    for (const Measure& other : results_.measures) {
      if (&other == &measure) break;
      nth += other.id == MeasureId::goal_progress;
    }
    if (nth >= results_.goals.size()) return std::nullopt;
    const Goal& goal = results_.goals[nth];
    if (goal.status == "reached") return 100;
    const auto due = parse_moment(goal.due, DateOrder::ymd);
    if (!due || rollout_.as_of == INT32_MIN) return std::nullopt;
    if (due->day <= rollout_.as_of) return 100;
    const auto start = parse_moment(goal.start, DateOrder::ymd);
    if (!start || start->day >= due->day) return std::nullopt;
    return 100.0 * std::max(0, rollout_.as_of - start->day) / (due->day - start->day);
  }

  void check(const TargetChoice& choice) const {
    const auto id = find_measure(fold(choice.measure));
    if (id && measure_info(*id).better != Better::none) return;
    std::vector<std::string> names;
    for (const MeasureInfo& info : catalogue()) {
      if (info.better != Better::none) names.emplace_back(info.name);
    }
    results_.find(
        rollout_.tables[0], Code::unknown_target, Severity::warning, 1,
        {{"name", choice.measure}, {"nearest", join(nearest(choice.measure, names), ", ")}});
  }

  const Rollout& rollout_;
  RolloutResults& results_;
  KnownMeasures known_;
  // Who isn't said to be a customer is taken for an employee, as for hiding small groups.
  Of surveyed_ = rollout_.settings->audience == "customer" ? Of::customers : Of::employees;
};

}  // namespace

void draw_scorecard(const Rollout& rollout, const SurveyMeasures& surveys,
                    RolloutResults& results) {
  const Settings& settings = *rollout.settings;
  const bool asked =
      !settings.targets.empty() || !settings.goals.empty() ||
      std::any_of(rollout.tables.begin(), rollout.tables.end(),
                  [](const RolloutTable& table) { return table.kind() != TableKind::survey; });
  // A survey alone isn't judged as a roll-out.
  if (rollout.tables.empty() || !asked) return;
  Scorecard(rollout, surveys, results).draw();
}

}  // namespace topline
