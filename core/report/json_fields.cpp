// SPDX-License-Identifier: Apache-2.0
#include "core/report/json_fields.h"

#include "core/report/json_parts.h"

namespace topline {

void write_cell(const Cell& cell, JsonWriter& out) {
  out.key("segment");
  out.begin_object();
  for (const auto& [name, value] : cell.segment) out.field(name, value);
  out.end_object();
  out.key("wave");
  if (cell.wave) {
    out.string(*cell.wave);
  } else {
    out.null();
  }
}

void write_interval(const MeasureInterval& interval, std::string_view name, JsonWriter& out) {
  out.key(name);
  out.begin_object();
  out.field("level", interval.level);
  out.field("low", interval.low);
  out.field("high", interval.high);
  out.field("method", interval.method);
  out.end_object();
}

void write_known(std::string_view name, const std::optional<double>& value, JsonWriter& out) {
  if (value) out.field(name, *value);
}

void write_known(std::string_view name, const std::string& value, JsonWriter& out) {
  if (!value.empty()) out.field(name, value);
}

void write_strings(std::string_view name, const std::vector<std::string>& texts, JsonWriter& out) {
  out.key(name);
  out.begin_array(true);
  for (const std::string& text : texts) out.string(text);
  out.end_array();
}

}  // namespace topline
