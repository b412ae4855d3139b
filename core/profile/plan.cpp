// SPDX-License-Identifier: Apache-2.0
#include "core/profile/plan.h"

#include <charconv>

namespace topline {

std::string_view role_name(Role role) {
  switch (role) {
#define TOPLINE_ROLE(name) \
  case Role::name:         \
    return #name;
#include "core/profile/roles.def"
#undef TOPLINE_ROLE
  }
  return "ignore";
}

std::string_view role_name(const ColumnPlan& column) {
  return column.field ? field_info(*column.field).name : role_name(column.role);
}

std::optional<Role> role_from_name(std::string_view name) {
#define TOPLINE_ROLE(role) \
  if (name == #role) return Role::role;
#include "core/profile/roles.def"
#undef TOPLINE_ROLE
  return std::nullopt;
}

bool is_question(Role role) {
  return is_net_score(role) || role == Role::csat || role == Role::ces || role == Role::rating ||
         role == Role::choice || role == Role::ranking;
}

bool is_net_score(Role role) { return role == Role::nps || role == Role::enps; }

std::string_view reason_name(Reason reason) {
  switch (reason) {
#define TOPLINE_REASON(name) \
  case Reason::name:         \
    return #name;
#include "core/profile/reasons.def"
#undef TOPLINE_REASON
  }
  return "no_clue";
}

const std::vector<Reason>& all_reasons() {
  static const std::vector<Reason> reasons = {
#define TOPLINE_REASON(name) Reason::name,
#include "core/profile/reasons.def"
#undef TOPLINE_REASON
  };
  return reasons;
}

std::string scale_name(const Scale& scale) {
  return std::to_string(scale.low) + "-" + std::to_string(scale.high);
}

std::optional<Scale> scale_from_name(std::string_view name) {
  const size_t dash = name.find('-', 1);
  if (dash == std::string_view::npos) return std::nullopt;
  Scale scale;
  const auto low = std::from_chars(name.data(), name.data() + dash, scale.low);
  const auto high = std::from_chars(name.data() + dash + 1, name.data() + name.size(), scale.high);
  const bool whole = low.ec == std::errc() && low.ptr == name.data() + dash &&
                     high.ec == std::errc() && high.ptr == name.data() + name.size();
  if (!whole || scale.low >= scale.high || scale.high - scale.low > 1000) return std::nullopt;
  return scale;
}

std::optional<Scale> top_box(const Scale& scale) {
  if (scale.low == 0 && scale.high == 10) return Scale{8, 10};
  if (scale.low == -2 && scale.high == 2) return Scale{1, 2};
  if (scale.low != 1) return std::nullopt;
  switch (scale.high) {
    case 3:
      return Scale{3, 3};
    case 4:
      return Scale{3, 4};
    case 5:
      return Scale{4, 5};
    case 6:
      return Scale{5, 6};
    case 7:
      return Scale{6, 7};
    case 10:
      return Scale{8, 10};
    default:
      return std::nullopt;
  }
}

std::optional<Scale> easy_box(const Scale& scale) {
  if (scale == Scale{1, 7}) return Scale{5, 7};
  if (scale == Scale{1, 5}) return Scale{4, 5};
  return std::nullopt;
}

bool ColumnPlan::scored() const {
  return is_question(role) && (told || !alternative) && why_unscored.empty();
}

std::optional<WaveUnit> wave_unit_from_name(std::string_view name) {
  for (WaveUnit unit : {WaveUnit::none, WaveUnit::day, WaveUnit::week, WaveUnit::month,
                        WaveUnit::quarter, WaveUnit::year}) {
    if (name == wave_unit_name(unit)) return unit;
  }
  return std::nullopt;
}

std::string_view wave_unit_name(WaveUnit unit) {
  switch (unit) {
    case WaveUnit::none:
      return "";
    case WaveUnit::day:
      return "day";
    case WaveUnit::week:
      return "week";
    case WaveUnit::month:
      return "month";
    case WaveUnit::quarter:
      return "quarter";
    case WaveUnit::year:
      return "year";
  }
  return "";
}

Fingerprint shape_fingerprint(const Shape& shape) {
  // Every field behind its own separator: no two shapes write the same text.
  std::string text;
  const auto add = [&text](std::string_view part) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
  };
  const auto add_all = [&](const std::vector<uint32_t>& columns) {
    add(std::to_string(columns.size()));
    for (uint32_t column : columns) add(std::to_string(column));
  };
  add(std::to_string(shape.headers.size()));
  for (const std::string& header : shape.headers) add(header);
  add(layout_name(shape.layout));
  add(kind_name(shape.kind));
  for (const FieldColumn& field : shape.fields) {
    add(field.field ? field_info(*field.field).name : "");
    add(std::to_string(field.column));
    add(std::to_string(static_cast<int>(field.order)));
    add(std::string_view(&field.decimal, 1));
  }
  for (const std::string& label : shape.labels) add(label);
  for (const std::string& id : shape.export_ids) add(id);
  add_all(shape.questions);
  add_all(shape.by);
  add_all(shape.cross);
  add(std::to_string(shape.wave));
  add(wave_unit_name(shape.wave_unit));
  add(std::to_string(static_cast<int>(shape.wave_order)));
  add(std::to_string(shape.weight));
  add(std::string_view(&shape.weight_decimal, 1));
  add(std::to_string(shape.frequency));
  add(std::to_string(shape.where.size()));
  for (const auto& [column, value] : shape.where) {
    add(std::to_string(column));
    add(value);
  }
  for (const Shape::Skip& skip : shape.skips) {
    add(std::to_string(skip.column));
    add(skip.incomplete ? "incomplete" : "excluded");
    for (const std::string& value : skip.values) add(value);
  }
  add_all(shape.dates);
  for (DateOrder order : shape.date_orders) add(std::to_string(static_cast<int>(order)));
  add(std::to_string(shape.response_id));
  add_all(shape.key);
  add_all(shape.serials);
  add(shape.ids ? "ids" : "");
  add_all(shape.frame);
  add(shape.whole_rows ? "whole_rows" : "");
  return fingerprint(text);
}

}  // namespace topline
