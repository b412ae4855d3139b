// SPDX-License-Identifier: Apache-2.0

// Adoption from a list of users alone: when each logged in last, or that they never did. It tells
// who was there in the last 30 and 7 days, but neither who was active on a day nor what they did.

#include <algorithm>

#include "core/rollout/adoption_parts.h"

namespace topline {
namespace {

constexpr const char* kMethod = "last_login";

// −1 for never. A login after as_of (where that was told) counts as one on that day.
int64_t days_since(const Subject& subject, Day as_of) {
  if (!subject.person->last_login) return -1;
  return std::max<int64_t>(0, int64_t{as_of} - *subject.person->last_login);
}

}  // namespace

void measure_last_logins(const AdoptionContext& context, RolloutResults& results) {
  const auto licensed = [](const Subject& one) { return one.licensed(); };
  const std::vector<bool> hidden = context.groups.hidden(licensed);
  struct Window {
    MeasureId id;
    int64_t days;
  };
  constexpr Window kWindows[] = {
      {MeasureId::adoption_rate, 30}, {MeasureId::wau, 7}, {MeasureId::mau, 30}};
  for (const Window& window : kWindows) {
    for (size_t g = 0; g < hidden.size(); ++g) {
      const UserGroup& group = context.groups.groups()[g];
      if (hidden[g]) {
        add_hidden(results, window.id, context.table, group.cell);
        continue;
      }
      uint64_t people = 0, active = 0;
      for (const Subject& subject : group.subjects) {
        if (!subject.licensed()) continue;
        ++people;
        const int64_t days = days_since(subject, context.last());
        active += days >= 0 && days < window.days;
      }
      Measure& measure = results.add(window.id, context.table, group.cell);
      measure.method = kMethod;
      measure.n = people;
      if (people == 0) {
        measure.census = false;
        measure.why = "no_licensed_users";
        continue;
      }
      measure.value = static_cast<double>(active);
      if (window.id != MeasureId::adoption_rate) continue;
      measure.parts = {{"active", active}, {"licensed", people}};
      measure.value = 100 * static_cast<double>(active) / static_cast<double>(people);
      measure.headline = g == 0;
    }
  }
  std::vector<int64_t> days;
  for (const Subject& subject : context.groups.groups()[0].subjects) {
    if (subject.licensed()) days.push_back(days_since(subject, context.last()));
  }
  add_recency(context, days, true, kMethod, results);
}

}  // namespace topline
