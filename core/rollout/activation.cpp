// SPDX-License-Identifier: Apache-2.0

// Activation: a first key action within k days of the start, of those whose k days are over.

#include <algorithm>

#include "core/rollout/adoption_parts.h"

namespace topline {

void measure_activation(const AdoptionContext& context, RolloutResults& results) {
  const MeasureId id = MeasureId::activation_rate;
  if (context.roster.table == nullptr) return results.add_absent(id, context.table, "no_roster");
  if (!context.roster.has_start) return results.add_absent(id, context.table, "no_start_dates");
  const auto days = static_cast<int64_t>(context.rollout.settings->activation_days);
  const auto is_over = [&](const Subject& subject) {
    return subject.licensed() && subject.person->start &&
           *subject.person->start + days <= context.last();
  };
  const auto is_activated = [&](const Subject& subject) {
    if (subject.user == nullptr) return false;
    const auto& uses = subject.user->uses;
    const auto first =
        std::find_if(uses.begin(), uses.end(), [](const auto& use) { return use.key; });
    return first != uses.end() && first->day <= *subject.person->start + days;
  };
  const std::vector<bool> hidden = context.groups.hidden(is_over);
  uint64_t before_log = 0;
  for (size_t g = 0; g < hidden.size(); ++g) {
    const UserGroup& group = context.groups.groups()[g];
    if (hidden[g]) {
      add_hidden(results, id, context.table, group.cell);
      continue;
    }
    uint64_t over = 0, activated = 0;
    for (const Subject& subject : group.subjects) {
      if (!is_over(subject)) continue;
      ++over;
      activated += is_activated(subject);
      before_log += g == 0 && *subject.person->start < context.log.first;
    }
    Measure& measure = results.add(id, context.table, group.cell);
    measure.n = over;
    measure.parts = {{"activated", activated}, {"days", static_cast<uint64_t>(days)}};
    if (over == 0) {
      measure.census = false;
      measure.why = "no_matured_users";
      continue;
    }
    measure.value = 100 * static_cast<double>(activated) / static_cast<double>(over);
  }
  if (before_log != 0) {
    results.find(context.table, Code::starts_before_log, Severity::warning, before_log,
                 {{"date", iso_date(context.log.first)}});
  }
}

}  // namespace topline
