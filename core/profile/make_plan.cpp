// SPDX-License-Identifier: Apache-2.0

// Profile + Settings -> Plan: the guesses, overruled by what was told, and the shape of the tally.

#include "core/profile/export_columns.h"
#include "core/profile/guess_kind.h"
#include "core/profile/multi_choice.h"
#include "core/profile/plan_parts.h"
#include "core/profile/ranking.h"
#include "core/profile/whole_table.h"

namespace topline {
namespace {

// An 11 beside 0s on a 0–10 item is its form's code for "blank"; without any 0 it is asked about.
void plan_missing_codes(ColumnPlan& column, const TokenTable& table, bool scale_told) {
  if (!is_net_score(column.role) || column.scale != Scale{0, 10} || scale_told) return;
  const uint32_t eleven = table.find("11");
  if (eleven == TokenTable::kNone || table.count_of(eleven) == 0) return;
  const uint32_t zero = table.find("0");
  if (zero != TokenTable::kNone && table.count_of(zero) != 0) {
    column.missing_codes.push_back("11");
    column.code_found = true;
  } else {
    column.why_unscored = "scale_ambiguous";
  }
}

void propose(Plan& plan, const Profile& profile) {
  const Shape& shape = plan.shape;
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    const ColumnPlan& column = plan.columns[i];
    if (column.told) continue;
    const uint64_t distinct = profile.columns[i].distinct();
    if (column.role == Role::segment && distinct >= 2 && distinct <= 30) {
      plan.proposed_segments.push_back(i);
    }
    if (column.role == Role::wave && plan.proposed_wave == Shape::kNo) plan.proposed_wave = i;
    if (column.role == Role::weight && plan.proposed_weight == Shape::kNo) plan.proposed_weight = i;
  }
  for (size_t k = 0; k < shape.dates.size() && plan.proposed_wave == Shape::kNo; ++k) {
    if (!plan.columns[shape.dates[k]].told) plan.proposed_wave = shape.dates[k];
  }
  if (shape.wave != Shape::kNo) plan.proposed_wave = Shape::kNo;
  if (shape.weight != Shape::kNo) plan.proposed_weight = Shape::kNo;
}

// A list of costs or cash flows often ends in its total, which is left out when it is measured.
bool is_ledger_with_total(const Profile& profile, std::span<const Evidence> evidence,
                          const std::vector<ColumnPlan>& columns) {
  const TableKind kind = guess_kind(profile, evidence, columns, std::nullopt).kind;
  return kind == TableKind::costs || kind == TableKind::cashflows;
}

}  // namespace

Result<Plan> make_plan(const Profile& profile, const Settings& settings) {
  Plan plan;
  std::optional<TableKind> told_kind;
  if (!settings.kind.empty()) {
    told_kind = kind_from_name(settings.kind);
    if (!told_kind) {
      std::string allowed;
      for (TableKind kind : all_kinds()) allowed += std::string(kind_name(kind)) + " ";
      return fail(Code::bad_option, {},
                  {{"option", "kind"}, {"value", settings.kind}, {"allowed", allowed}});
    }
  }
  std::vector<Evidence> evidence_of_columns;
  for (size_t i = 0; i < profile.columns.size(); ++i) {
    ColumnHead head{.name = profile.headers[i], .layout = profile.layout};
    if (!profile.labels.empty()) head.label = profile.labels[i];
    const size_t dash = head.name.rfind(" – ");
    if (profile.layout == LayoutKind::surveymonkey && dash != std::string::npos) {
      head.option = head.name.substr(dash + std::string_view(" – ").size());
    }
    Evidence evidence = evidence_of(profile.columns[i], export_missing_codes(profile.layout));
    evidence.multiple = !find_option_mark(profile.columns[i], profile.layout).empty();
    const std::string& asked = head.label.empty() ? head.name : head.label;
    evidence.ordered =
        !find_order_mark(profile.columns[i], profile.layout, asks_for_order(asked)).empty();
    plan.columns.push_back(guess_column(head, evidence));
    evidence_of_columns.push_back(std::move(evidence));
  }
  guess_rankings(plan.columns, evidence_of_columns);
  plan.summary = is_summary(profile) && (!told_kind || *told_kind == TableKind::survey) &&
                 !is_ledger_with_total(profile, evidence_of_columns, plan.columns);
  const auto frequency = find_frequency(profile);
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    ColumnPlan& column = plan.columns[i];
    if (plan.summary) take_as(column, Role::ignore, Reason::summary);
    if (frequency == i) take_as(column, Role::frequency, Reason::counts_people);
  }
  if (!plan.summary) plan_kind(plan, profile, evidence_of_columns, told_kind);
  plan.shape.layout = profile.layout;
  plan.shape.headers = profile.headers;
  plan.shape.labels = profile.labels;
  plan.shape.export_ids = profile.export_ids;
  if (auto done = apply_choices(plan, profile, settings); !done) {
    return tl::unexpected<Error>(done.error());
  }
  if (auto done = apply_groups(plan, profile, settings); !done) {
    return tl::unexpected<Error>(done.error());
  }
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    ColumnPlan& column = plan.columns[i];
    bool scale_told = false;
    for (const ColumnChoice& choice : settings.columns) {
      const auto index = find_column(profile, choice.name);
      if (!index || *index != i) continue;
      scale_told = !choice.scale.empty();
      column.missing_codes = choice.missing;
    }
    plan_missing_codes(column, profile.columns[i], scale_told);
    if (column.role == Role::choice) {
      column.option_mark = find_option_mark(profile.columns[i], profile.layout);
    }
    if (column.role == Role::ranking) {
      column.option_mark = find_order_mark(profile.columns[i], profile.layout, true);
    }
    if (is_question(column.role)) {
      for (std::string_view code : export_missing_codes(profile.layout)) {
        column.missing_codes.emplace_back(code);
      }
    }
    if (plan.shape.grouped() && is_question(column.role)) plan.shape.questions.push_back(i);
  }
  plan_fields(plan, profile);
  plan_rows(plan);
  plan_keys(plan, profile, settings);
  if (auto done = plan_declared(plan, profile, settings); !done) {
    return tl::unexpected<Error>(done.error());
  }
  if (plan.shape.kind == TableKind::survey) propose(plan, profile);
  return plan;
}

}  // namespace topline
