// SPDX-License-Identifier: Apache-2.0

// Goals, the scorecard's criteria and joins of tables as JSON.

#include "core/report/json_fields.h"
#include "core/report/json_parts.h"

namespace topline {

void write_goal(const Goal& goal, JsonWriter& out) {
  out.begin_object();
  out.field("kpi", goal.kpi);
  write_known("owner", goal.owner, out);
  write_known("start", goal.start, out);
  write_known("due", goal.due, out);
  write_known("target_text", goal.target_text, out);
  write_known("unit", goal.unit, out);
  write_known("baseline", goal.baseline, out);
  write_known("target", goal.target, out);
  write_known("value", goal.value, out);
  write_known("progress", goal.progress, out);
  write_known("run_rate", goal.run_rate, out);
  write_known("pace", goal.pace, out);
  write_known("projected", goal.projected, out);
  if (goal.projection) write_interval(*goal.projection, "projection", out);
  write_known("deviation", goal.deviation, out);
  write_known("reason", goal.reason, out);
  out.field("status", goal.status);
  write_known("question", goal.question, out);
  write_strings("missing", goal.missing, out);
  out.key("milestones");
  out.begin_array();
  for (const Goal::Milestone& milestone : goal.milestones) {
    out.begin_object(true);
    out.field("name", milestone.name);
    write_known("due", milestone.due, out);
    write_known("value", milestone.value, out);
    out.field("status", milestone.status);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_criterion(const Report& report, const Criterion& criterion, JsonWriter& out) {
  out.begin_object();
  out.field("criterion", criterion.name);
  out.field("verdict", verdict_name(criterion.verdict));
  out.key("evidence");
  out.begin_array();
  for (const Criterion::Evidence& evidence : criterion.evidence) {
    const Measure& measure = report.measures[evidence.measure];
    out.begin_object(true);
    out.field("id", measure_info(measure.id).name);
    out.field("table", report.tables[measure.table].name);
    if (measure.column != 0) out.field("question", question_of(report, measure));
    write_known("option", measure.option, out);
    write_cell(report.cells[measure.cell], out);
    write_known("value", measure.value, out);
    write_known("target", evidence.target, out);
    out.field("verdict", verdict_name(evidence.verdict));
    write_known("note", evidence.note, out);
    out.end_object();
  }
  out.end_array();
  write_strings("missing", criterion.missing, out);
  out.end_object();
}

void write_join(const Report& report, const Join& join, JsonWriter& out) {
  out.begin_object();
  out.field("left", report.tables[join.left].name);
  out.field("right", report.tables[join.right].name);
  out.field("key", join.key);
  out.field("left_keys", join.left_keys);
  out.field("right_keys", join.right_keys);
  out.field("matched", join.matched);
  write_strings("left_only", join.left_only, out);
  write_strings("right_only", join.right_only, out);
  out.end_object();
}

}  // namespace topline
