// SPDX-License-Identifier: Apache-2.0

// Measures and their proofs as JSON.

#include "core/base/number.h"
#include "core/report/json_fields.h"
#include "core/report/json_parts.h"

namespace topline {

void write_measure(const Report& report, const Measure& measure, JsonWriter& out) {
  const MeasureInfo& info = measure_info(measure.id);
  const Cell& cell = report.cells[measure.cell];
  out.begin_object(true);
  out.field("id", info.name);
  out.field("table", report.tables[measure.table].name);
  out.field("question", question_of(report, measure));
  out.field("column", measure.column);
  if (!measure.option.empty()) out.field("option", measure.option);
  write_cell(cell, out);
  if (measure.exact) {
    out.key("value");
    out.raw(exact_decimal(*measure.exact));
  } else if (measure.value) {
    out.field("value", *measure.value);
  }
  out.field("unit", measure.unit.empty() ? info.unit : std::string_view(measure.unit));
  if (!measure.method.empty()) out.field("method", measure.method);
  if (measure.n) out.field("n", *measure.n);
  if (measure.se) out.field("se", *measure.se);
  if (measure.n_effective) out.field("n_effective", *measure.n_effective);
  if (measure.interval) {
    write_interval(*measure.interval, "interval", out);
  } else if (measure.census) {
    out.key("interval");
    out.null();
  }
  if (!measure.box.empty()) out.field("box", measure.box);
  if (!measure.parts.empty() || !measure.figures.empty() || !measure.series.empty()) {
    out.key("parts");
    out.begin_object();
    for (const auto& [name, count] : measure.parts) out.field(name, count);
    for (const auto& [name, figure] : measure.figures) out.field(name, figure);
    for (const auto& [name, figures] : measure.series) {
      out.key(name);
      out.begin_array();
      for (double figure : figures) out.number(figure);
      out.end_array();
    }
    out.end_object();
  }
  if (!measure.distribution.empty()) {
    out.key("distribution");
    out.begin_array();
    for (const auto& [score, count] : measure.distribution) {
      out.begin_array();
      out.string(score);
      out.integer(count);
      out.end_array();
    }
    out.end_array();
  }
  write_strings("notes", measure.notes, out);
  if (!measure.why.empty()) {
    out.field("why", measure.why);
  } else if (measure.census) {
    out.field("why", "census");  // why there is no interval
  }
  if (measure.suppressed) out.field("suppressed", true);
  if (measure.bound) {
    out.key("bound");
    out.begin_object(true);
    write_known("low", measure.bound->low, out);
    write_known("high", measure.bound->high, out);
    out.end_object();
  }
  if (measure.headline) out.field("headline", true);
  out.end_object();
}

void write_proof(const Report& report, const Proof& proof, JsonWriter& out) {
  const Measure& measure = *proof.measure;
  out.begin_object();
  out.field("id", measure_info(measure.id).name);
  out.field("table", report.tables[measure.table].name);
  out.field("question", question_of(report, measure));
  out.field("column", measure.column);
  write_cell(report.cells[measure.cell], out);
  out.field("formula", proof.formula);
  out.field("n", *measure.n);
  out.field("rows", proof.rows);
  out.field("missing", proof.missing);
  out.field("invalid", proof.invalid);
  write_known("r", proof.r, out);
  out.key("other_rules");
  out.begin_array();
  for (const Proof::Rule& rule : proof.others) {
    out.begin_object(true);
    out.field("rule", rule.id);
    out.field("text", rule.text);
    out.field("value", rule.value);
    out.field("unit", rule.unit);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

}  // namespace topline
