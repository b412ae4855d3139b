// SPDX-License-Identifier: Apache-2.0

// What was told of single columns overrules the guesses.

#include "core/profile/export_columns.h"
#include "core/profile/plan_parts.h"

namespace topline {
namespace {

// A part that only one column can play leaves the column that it was guessed for.
void play_part(Plan& plan, uint32_t index, Field field) {
  for (ColumnPlan& other : plan.columns) {
    if (other.field != field || other.told || field_info(field).type == FieldType::series) continue;
    other.field.reset();
    other.role = Role::ignore;
    other.reason = Reason::no_part;
  }
  ColumnPlan& column = plan.columns[index];
  column.role = Role::field;
  column.field = field;
}

std::string allowed_roles(TableKind kind) {
  std::string allowed;
  for (const FieldInfo& field : fields_of(kind)) {
    allowed += std::string(allowed.empty() ? "" : " ") + std::string(field.name);
  }
#define TOPLINE_ROLE(name) \
  if (Role::name != Role::field) allowed += allowed.empty() ? #name : " " #name;
#include "core/profile/roles.def"
#undef TOPLINE_ROLE
  return allowed;
}

}  // namespace

Result<void> apply_choices(Plan& plan, const Profile& profile, const Settings& settings) {
  for (const ColumnChoice& choice : settings.columns) {
    const auto index = find_column(profile, choice.name);
    if (!index) {
      if (is_of_another_table(index.error(), settings)) continue;
      return tl::unexpected<Error>(index.error());
    }
    ColumnPlan& column = plan.columns[*index];
    const auto field = field_from_name(plan.shape.kind, choice.role);
    const auto role = role_from_name(choice.role);
    if (!field && (!role || *role == Role::field)) {
      return fail(Code::bad_option, {},
                  {{"option", "column"},
                   {"value", choice.role},
                   {"allowed", allowed_roles(plan.shape.kind)}});
    }
    column.told = true;
    column.confidence = 1;
    column.reason = Reason::told;
    column.alternative.reset();
    column.why_unscored.clear();
    const std::optional<Scale> guessed = column.scale;
    column.field.reset();
    column.scale.reset();
    column.labels.clear();
    if (field) {
      play_part(plan, *index, *field);
      continue;
    }
    column.role = *role;
    if (!is_question(*role) || *role == Role::choice) continue;
    if (*role == Role::ranking && choice.scale.empty()) continue;
    if (!choice.scale.empty()) {
      column.scale = scale_from_name(choice.scale);
      if (!column.scale) {
        return fail(Code::bad_option, {},
                    {{"option", "column"}, {"value", choice.scale}, {"allowed", "0-10 1-5 1-7 …"}});
      }
    } else if (is_net_score(*role)) {
      column.scale = Scale{0, 10};
    } else {
      column.scale = guessed ? guessed : Scale{1, 5};
    }
    const int points = choice.scale.empty() || column.scale->low != 1 ? 0 : column.scale->high;
    if (const auto words = find_word_scale(profile.columns[*index], points,
                                            export_missing_codes(profile.layout));
        words && !is_net_score(*role) && evidence_of(profile.columns[*index]).by_words()) {
      column.labels = words->labels;
      if (choice.scale.empty()) column.scale = Scale{1, words->points};
    }
    if (is_net_score(*role) && column.scale != Scale{0, 10}) {
      return fail(Code::role_impossible, {},
                  {{"name", column.name}, {"role", std::string(role_name(*role))}, {"detail", scale_name(*column.scale)}});
    }
  }
  return {};
}

}  // namespace topline
