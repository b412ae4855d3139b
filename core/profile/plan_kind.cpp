// SPDX-License-Identifier: Apache-2.0

// A table that is no survey: the parts that its columns play, and what is read of each row.

#include <algorithm>

#include "core/profile/amount.h"
#include "core/profile/guess_kind.h"
#include "core/profile/plan_parts.h"

namespace topline {

void take_as(ColumnPlan& column, Role role, Reason reason) {
  ColumnPlan taken;
  taken.name = column.name;
  taken.label = column.label;
  taken.role = role;
  taken.reason = reason;
  taken.confidence = 0.95;
  column = std::move(taken);
}

void plan_kind(Plan& plan, const Profile& profile, std::span<const Evidence> evidence,
               std::optional<TableKind> told) {
  const KindGuess guess = guess_kind(profile, evidence, plan.columns, told);
  plan.shape.kind = guess.kind;
  plan.kind_confidence = guess.confidence;
  plan.kind_told = told.has_value();
  if (guess.kind == TableKind::survey) return;
  for (size_t c = 0; c < plan.columns.size(); ++c) {
    ColumnPlan& column = plan.columns[c];
    if (guess.fields[c]) {
      take_as(column, Role::field, Reason::kind_field);
      column.field = guess.fields[c];
    } else if ((column.role == Role::csat || column.role == Role::ces) && column.scored()) {
      continue;  // a rating of the service that was given is scored as in a survey
    } else if (is_question(column.role) || column.alternative || column.role == Role::option) {
      take_as(column, Role::ignore, Reason::no_part);
    }
  }
}

void plan_fields(Plan& plan, const Profile& profile) {
  Shape& shape = plan.shape;
  if (shape.kind == TableKind::survey) return;
  for (uint32_t c = 0; c < plan.columns.size(); ++c) {
    const ColumnPlan& column = plan.columns[c];
    if (!column.field) continue;
    FieldColumn field{column.field, c};
    bool ambiguous = false;
    const FieldType type = field_info(*column.field).type;
    if (type == FieldType::moment) {
      field.order = order_among(evidence_of(profile.columns[c]).most_orders, ambiguous);
    }
    if (type == FieldType::amount || type == FieldType::series) {
      field.decimal = find_number_style(profile.columns[c]).decimal;
    }
    if (ambiguous) {
      plan.findings.push_back({Code::dates_ambiguous, Severity::question, {"", 0, c + 1}, 1,
                               {{"name", column.name}}});
    }
    shape.fields.push_back(field);
  }
  std::stable_sort(shape.fields.begin(), shape.fields.end(),
                   [](const FieldColumn& a, const FieldColumn& b) { return *a.field < *b.field; });
  for (uint32_t column : shape.by) shape.fields.push_back({std::nullopt, column});
  if (!shape.questions.empty()) return;
  shape.by.clear();
  shape.cross.clear();
}

}  // namespace topline
