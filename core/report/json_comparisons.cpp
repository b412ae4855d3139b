// SPDX-License-Identifier: Apache-2.0

// Differences of groups and waves, and trends, as JSON.

#include "core/report/json_fields.h"
#include "core/report/json_parts.h"

namespace topline {

void write_difference(const Report& report, const Difference& difference, JsonWriter& out) {
  const MeasureInfo& info = measure_info(difference.id);
  out.begin_object(true);
  out.field("id", info.name);
  out.field("table", report.tables[difference.table].name);
  if (difference.column != 0) {
    out.field("question", report.tables[difference.table].columns[difference.column - 1].name);
    out.field("column", difference.column);
  }
  write_known("option", difference.option, out);
  write_known("against", difference.against, out);
  const bool rest = difference.against == "rest";
  out.key("a");
  out.begin_object();
  write_cell(report.cells[difference.a], out);
  out.end_object();
  out.key("b");
  out.begin_object();
  // The rest is everyone in the wave but a.
  write_cell(report.cells[rest ? difference.a : difference.b], out);
  if (rest) out.field("rest", true);
  out.end_object();
  write_known("difference", difference.value, out);
  out.field("unit", difference.unit.empty() ? info.unit : std::string_view(difference.unit));
  if (difference.interval) write_interval(*difference.interval, "interval", out);
  write_known("p", difference.p, out);
  write_known("p_adjusted", difference.p_adjusted, out);
  out.field("test", difference.test);
  out.field("verdict", difference.verdict);
  if (!difference.figures.empty()) {
    out.key("parts");
    out.begin_object();
    for (const auto& [name, figure] : difference.figures) out.field(name, figure);
    out.end_object();
  }
  if (!difference.mix_rate.empty()) {
    out.key("mix_and_rate");
    out.begin_array();
    for (const MixRate& one : difference.mix_rate) {
      out.begin_object();
      out.field("by", one.by);
      out.field("mix", one.mix);
      out.field("rate", one.rate);
      out.end_object();
    }
    out.end_array();
  }
  write_strings("notes", difference.notes, out);
  out.end_object();
}

void write_trend(const Report& report, const Trend& trend, JsonWriter& out) {
  out.begin_object(true);
  out.field("id", measure_info(trend.id).name);
  out.field("table", report.tables[trend.table].name);
  out.field("question", report.tables[trend.table].columns[trend.column - 1].name);
  out.field("column", trend.column);
  write_known("option", trend.option, out);
  out.field("unit", measure_info(trend.id).unit);
  out.field("centre", trend.centre);
  out.key("points");
  out.begin_array();
  std::vector<std::string> beyond;
  for (const Trend::Point& point : trend.points) {
    const std::string wave = report.cells[point.cell].wave.value_or("");
    out.begin_object();
    out.field("wave", wave);
    write_known("value", point.value, out);
    write_known("low", point.low, out);
    write_known("high", point.high, out);
    if (point.value) out.field("out", point.out);
    out.end_object();
    if (point.out) beyond.push_back(wave);
  }
  out.end_array();
  write_strings("out", beyond, out);
  write_strings("notes", trend.notes, out);
  out.end_object();
}

}  // namespace topline
