// SPDX-License-Identifier: Apache-2.0

// When people used the system last, and whether those who began in the same calendar month stay.

#include <algorithm>
#include <map>

#include "core/measure/suppress.h"
#include "core/rollout/adoption_parts.h"

namespace topline {
namespace {

int month_of(Day day) {
  const Civil date = civil(day);
  return date.year * 12 + date.month - 1;
}

struct Cohort {
  uint64_t users = 0;
  std::vector<double> active;  ///< users with a key action, by months since the first
};

// By the month of each user's first key action.
std::map<int, Cohort> cohorts_of(const UsageLog& log, int last) {
  std::map<int, Cohort> cohorts;
  for (const UsageLog::User& user : log.users) {
    Cohort* cohort = nullptr;
    int began = 0, counted = 0;
    for (const UsageLog::Use& use : user.uses) {
      if (!use.key) continue;
      const int month = month_of(use.day);
      if (cohort != nullptr && month == counted) continue;
      if (cohort == nullptr) {
        began = month;
        cohort = &cohorts[month];
        cohort->active.resize(static_cast<size_t>(last - month) + 1);
        ++cohort->users;
      }
      counted = month;
      cohort->active[static_cast<size_t>(month - began)] += 1;
    }
  }
  return cohorts;
}

void measure_cohorts(const AdoptionContext& context, RolloutResults& results) {
  const MeasureId id = MeasureId::cohort_retention;
  const int last = month_of(context.last());
  const bool ends = month_of(context.last() + 1) != last;  // is the month of as_of over?
  const std::map<int, Cohort> cohorts = cohorts_of(context.log, last);
  std::vector<uint64_t> bases(1);
  Relation all;
  for (const auto& [month, cohort] : cohorts) {
    all.parts.push_back(static_cast<uint32_t>(bases.size()));
    bases.push_back(cohort.users);
    bases[0] += cohort.users;
  }
  const std::vector<bool> hidden = hidden_cells(bases, {all}, context.rollout.settings->min_n);
  size_t at = 0;
  for (const auto& [month, cohort] : cohorts) {
    const Day day = day_number(month / 12, month % 12 + 1, 1);
    const Cell cell{{{"cohort", wave_of(day, WaveUnit::month)}}, std::nullopt};
    if (hidden[++at]) {
      add_hidden(results, id, context.table, cell);
      continue;
    }
    Measure& measure = results.add(id, context.table, cell);
    measure.n = cohort.users;
    measure.series = {{"active", cohort.active}};
    // The value is that of the latest whole month after the first.
    const int whole = (ends ? last : last - 1) - month;
    if (whole < 1) {
      measure.census = false;
      measure.why = "no_whole_month";
      continue;
    }
    measure.parts = {{"months", static_cast<uint64_t>(whole)}};
    measure.value =
        100 * cohort.active[static_cast<size_t>(whole)] / static_cast<double>(cohort.users);
  }
}

}  // namespace

void add_recency(const AdoptionContext& context, const std::vector<int64_t>& days, bool knows_never,
                 std::string method, RolloutResults& results) {
  const MeasureId id = MeasureId::recency;
  if (days.empty()) return;
  if (days.size() < context.rollout.settings->min_n) {
    return add_hidden(results, id, context.table);
  }
  struct Class {
    std::string_view name;
    int64_t first, last;
  };
  static constexpr Class kClasses[] = {{"0-7", 0, 7},
                                       {"8-30", 8, 30},
                                       {"31-90", 31, 90},
                                       {"over_90", 91, INT64_MAX},
                                       {"never", -1, -1}};
  for (const Class& one : kClasses) {
    if (one.first < 0 && !knows_never) continue;
    Measure& measure = results.add(id, context.table);
    measure.option = one.name;
    measure.method = method;
    measure.n = days.size();
    measure.value = static_cast<double>(std::count_if(days.begin(), days.end(), [&](int64_t ago) {
      return ago >= one.first && ago <= one.last;
    }));
  }
}

void measure_usage_cohorts(const AdoptionContext& context, RolloutResults& results) {
  // Of licensed users; without a roster of those whom the log knows, of whom none never came.
  const bool roster = context.roster.table != nullptr;
  std::vector<int64_t> days;
  for (const Subject& subject : context.groups.groups()[0].subjects) {
    if (roster && !subject.licensed()) continue;
    days.push_back(
        subject.user == nullptr ? -1 : int64_t{context.last()} - subject.user->uses.back().day);
  }
  add_recency(context, days, roster, {}, results);
  measure_cohorts(context, results);
}

}  // namespace topline
