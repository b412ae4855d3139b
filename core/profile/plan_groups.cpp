// SPDX-License-Identifier: Apache-2.0

// What rows are compared by, weighed and filtered, as it was told: segments, waves, a weight, conditions.

#include <algorithm>

#include "core/base/text.h"
#include "core/profile/amount.h"
#include "core/profile/plan_parts.h"

namespace topline {

bool is_of_another_table(const Error& error, const Settings& settings) {
  return settings.several_tables && error.code == Code::unknown_column;
}

Result<void> apply_groups(Plan& plan, const Profile& profile, const Settings& settings) {
  Shape& shape = plan.shape;
  const auto resolve = [&](const std::string& name, Role role,
                           std::vector<uint32_t>& into) -> Result<void> {
    const auto index = find_column(profile, name);
    if (!index && is_of_another_table(index.error(), settings)) return {};
    if (!index) return tl::unexpected<Error>(index.error());
    if (std::find(into.begin(), into.end(), *index) != into.end()) return {};
    into.push_back(*index);
    ColumnPlan& column = plan.columns[*index];
    // A question or a field may also be compared by; anything else becomes what it is used as.
    if (!column.told && !is_question(column.role) && !column.field) {
      column.role = role;
      column.told = true;
      column.confidence = 1;
      column.reason = Reason::told;
      column.alternative.reset();
    }
    return {};
  };
  for (const std::string& name : settings.by) {
    if (auto done = resolve(name, Role::segment, shape.by); !done) return done;
  }
  for (const std::string& name : settings.cross) {
    if (auto done = resolve(name, Role::segment, shape.cross); !done) return done;
  }
  if (shape.cross.size() == 1 && !settings.several_tables) {
    return fail(
        Code::bad_option, {},
        {{"option", "cross"}, {"value", settings.cross[0]}, {"allowed", "--cross A --cross B"}});
  }
  if (!settings.wave.empty()) {
    std::vector<uint32_t> wave;
    if (auto done = resolve(settings.wave, Role::wave, wave); !done) return done;
    if (!wave.empty()) shape.wave = wave[0];
  }
  if (shape.wave != Shape::kNo) {
    const auto unit = wave_unit_from_name(settings.wave_unit);
    if (!unit) {
      return fail(Code::bad_option, {},
                  {{"option", "wave"},
                   {"value", settings.wave_unit},
                   {"allowed", "day week month quarter year"}});
    }
    shape.wave_unit = *unit;
    bool ambiguous = false;
    shape.wave_order = order_of(profile.columns[shape.wave], ambiguous);
    // Dates make waves by the quarter unless told; other texts are the waves themselves.
    if (shape.wave_order != DateOrder::none && *unit == WaveUnit::none) {
      shape.wave_unit = WaveUnit::quarter;
    }
    if (shape.wave_order == DateOrder::none) shape.wave_unit = WaveUnit::none;
    if (ambiguous) {
      plan.findings.push_back({Code::dates_ambiguous,
                               Severity::question,
                               {"", 0, shape.wave + 1},
                               1,
                               {{"name", plan.columns[shape.wave].name}}});
    }
  }
  if (!settings.weight.empty()) {
    std::vector<uint32_t> weight;
    if (auto done = resolve(settings.weight, Role::weight, weight); !done) return done;
    if (!weight.empty()) shape.weight = weight[0];
  }
  if (shape.weight != Shape::kNo) {
    shape.weight_decimal = find_number_style(profile.columns[shape.weight]).decimal;
  }
  for (const auto& [name, value] : settings.where) {
    const auto index = find_column(profile, name);
    if (!index && is_of_another_table(index.error(), settings)) continue;
    if (!index) return tl::unexpected<Error>(index.error());
    shape.where.emplace_back(*index, fold(value));
  }
  return {};
}

}  // namespace topline
