// SPDX-License-Identifier: Apache-2.0

// Profile + Settings -> Plan: the guesses, overruled by what was told, and the shape of the tally.

#include <algorithm>
#include <map>
#include <span>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/profile/amount.h"
#include "core/profile/export_columns.h"
#include "core/profile/guess_kind.h"
#include "core/profile/multi_choice.h"
#include "core/profile/profile.h"
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

// Of several tables in one call a name need only stand in one (the front door checks that).
bool is_of_another_table(const Error& error, const Settings& settings) {
  return settings.several_tables && error.code == Code::unknown_column;
}

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

DateOrder order_among(unsigned orders, bool& ambiguous) {
  ambiguous = (orders & 6) == 6 && (orders & 1) == 0;
  if (orders & 1) return DateOrder::ymd;
  if (orders == 2) return DateOrder::mdy;
  if (orders == 4) return DateOrder::dmy;
  return DateOrder::none;
}

DateOrder order_of(const TokenTable& table, bool& ambiguous) {
  return order_among(evidence_of(table).orders, ambiguous);
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

void take_as(ColumnPlan& column, Role role, Reason reason) {
  ColumnPlan taken;
  taken.name = column.name;
  taken.label = column.label;
  taken.role = role;
  taken.reason = reason;
  taken.confidence = 0.95;
  column = std::move(taken);
}

void plan_rows(Plan& plan) {
  std::vector<Shape::Skip>& skips = plan.shape.skips;
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    if (plan.columns[i].role == Role::frequency) plan.shape.frequency = i;
    if (auto skip = skip_by(plan.shape.layout, plan.columns[i], i)) skips.push_back(std::move(*skip));
  }
  // An unfinished preview is a preview.
  std::stable_sort(skips.begin(), skips.end(), [](const Shape::Skip& a, const Shape::Skip& b) {
    return !a.incomplete && b.incomplete;
  });
}

// Of a table that is no survey: its serial columns, and the id that its rows ascend by, if they do.
void plan_row_keys(Plan& plan, const Profile& profile, const Settings& settings) {
  Shape& shape = plan.shape;
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    if (plan.columns[i].role == Role::serial) shape.serials.push_back(i);
    if (plan.columns[i].field == Field::orders_order) shape.response_id = i;
  }
  // Where the ids of orders ascend their lines adjoin; else each order needs a fingerprint.
  shape.ids = shape.response_id != Shape::kNo && (settings.ids || !profile.ids_ascend);
}

void plan_keys(Plan& plan, const Profile& profile, const Settings& settings) {
  Shape& shape = plan.shape;
  if (shape.kind != TableKind::survey) return plan_row_keys(plan, profile, settings);
  uint32_t respondent = Shape::kNo;
  for (uint32_t i = 0; i < plan.columns.size(); ++i) {
    const ColumnPlan& column = plan.columns[i];
    if (column.role == Role::serial) shape.serials.push_back(i);
    const bool better =
        shape.response_id == Shape::kNo || (column.told && !plan.columns[shape.response_id].told);
    if (column.role == Role::response_id && better) shape.response_id = i;
    if (column.role == Role::respondent_id && respondent == Shape::kNo) respondent = i;
    if (column.role == Role::date || (i == shape.wave && shape.wave_unit != WaveUnit::none)) {
      bool ambiguous = false;
      const DateOrder order = order_of(profile.columns[i], ambiguous);
      if (order == DateOrder::none) continue;
      shape.dates.push_back(i);
      shape.date_orders.push_back(order);
    }
  }
  if (shape.response_id != Shape::kNo) {
    shape.key = {shape.response_id};
  } else if (respondent != Shape::kNo && shape.wave != Shape::kNo) {
    shape.key = {respondent, shape.wave};
  }
  // Ascending response ids cannot repeat: their range alone tells. Others need a fingerprint each.
  const bool range_is_enough = shape.response_id != Shape::kNo && profile.ids_ascend;
  shape.ids = settings.ids || (!shape.key.empty() && !range_is_enough);
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

// The parts that columns play in a table that is no survey; what else they hold is told, not scored.
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

// What is read of each row: the fields, then the columns that rows are grouped by.
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
