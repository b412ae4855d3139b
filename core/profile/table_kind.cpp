// SPDX-License-Identifier: Apache-2.0
#include "core/profile/table_kind.h"

#include <algorithm>

namespace topline {
namespace {

struct KindInfo {
  TableKind kind;
  std::string_view name, english, chinese;
};

constexpr bool must = true, may = false;

constexpr KindInfo kKinds[] = {
#define TOPLINE_KIND(kind, english, chinese) {TableKind::kind, #kind, english, chinese},
#define TOPLINE_FIELD(...)
#include "core/profile/table_kinds.def"
#undef TOPLINE_KIND
#undef TOPLINE_FIELD
};

constexpr FieldInfo kFields[] = {
#define TOPLINE_KIND(...)
#define TOPLINE_FIELD(kind, field, type, need, english, chinese, words)                        \
  {Field::kind##_##field, TableKind::kind, #field, FieldType::type, need, english, chinese, words},
#include "core/profile/table_kinds.def"
#undef TOPLINE_KIND
#undef TOPLINE_FIELD
};

constexpr TableKind kAll[] = {
#define TOPLINE_KIND(kind, ...) TableKind::kind,
#define TOPLINE_FIELD(...)
#include "core/profile/table_kinds.def"
#undef TOPLINE_KIND
#undef TOPLINE_FIELD
};

}  // namespace

std::string_view kind_name(TableKind kind) { return kKinds[static_cast<size_t>(kind)].name; }

std::optional<TableKind> kind_from_name(std::string_view name) {
  for (const KindInfo& kind : kKinds) {
    if (kind.name == name) return kind.kind;
  }
  return std::nullopt;
}

std::string_view kind_label(TableKind kind, bool chinese) {
  const KindInfo& info = kKinds[static_cast<size_t>(kind)];
  return chinese ? info.chinese : info.english;
}

std::span<const TableKind> all_kinds() { return kAll; }

const FieldInfo& field_info(Field field) { return kFields[static_cast<size_t>(field)]; }

std::span<const FieldInfo> fields_of(TableKind kind) {
  const auto is_of = [kind](const FieldInfo& field) { return field.kind == kind; };
  const FieldInfo* const first = std::find_if(std::begin(kFields), std::end(kFields), is_of);
  const FieldInfo* const last = std::find_if_not(first, std::end(kFields), is_of);
  return {first, static_cast<size_t>(last - first)};
}

std::optional<Field> record_id(TableKind kind) {
  switch (kind) {
    case TableKind::pipeline:
      return Field::pipeline_deal;
    case TableKind::receivables:
      return Field::receivables_invoice;
    case TableKind::tickets:
      return Field::tickets_ticket;
    case TableKind::decisions:
      return Field::decisions_decision;
    case TableKind::processes:
      return Field::processes_process;
    case TableKind::campaigns:
      return Field::campaigns_campaign;
    case TableKind::requirements:
      return Field::requirements_requirement;
    case TableKind::controls:
      return Field::controls_risk;
    case TableKind::vendors:
      return Field::vendors_criterion;
    default:
      return std::nullopt;
  }
}

std::optional<Field> field_from_name(TableKind kind, std::string_view name) {
  for (const FieldInfo& field : fields_of(kind)) {
    if (field.name == name) return field.field;
  }
  return std::nullopt;
}

}  // namespace topline
