// SPDX-License-Identifier: Apache-2.0

// The plan by all rows, beside the one that the pass obeyed: where it asks for other counts the inputs
// are read once more.

#include "core/analysis/state.h"
#include "core/profile/profile.h"

namespace topline {

Settings Analysis::State::settings_of(const Tally& tally) const {
  Settings own = settings_for(settings, tally.inputs[0].name);
  own.several_tables |= tables.size() > 1;
  return own;
}

Result<Plan> Analysis::State::full_plan(const Tally& tally) const {
  const Settings own = settings_of(tally);
  if (ids_are_apart(tally)) return make_plan(tally.profile, own);
  Profile profile = tally.profile;
  profile.ids_ascend = false;
  return make_plan(profile, own);
}

bool Analysis::must_read_again() const {
  for (const State::Table& table : state_->tables) {
    if (table.obeyed) continue;
    const auto plan = state_->full_plan(table.tally);
    if (plan && plan->shape != table.tally.shape) return true;
  }
  return false;
}

Analysis Analysis::again() const {
  Analysis next(state_->settings);
  for (const State::Table& table : state_->tables) {
    const auto plan = state_->full_plan(table.tally);
    next.state_->pinned.push_back(plan ? plan->shape : table.tally.shape);
  }
  return next;
}

}  // namespace topline
