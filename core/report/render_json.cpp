// SPDX-License-Identifier: Apache-2.0
#include "core/base/json_writer.h"
#include "core/report/json_parts.h"
#include "core/report/render.h"

namespace topline {
namespace {

void write_rows(const RowCounts& rows, JsonWriter& out) {
  out.key("rows");
  out.begin_object(true);
  out.field("read", rows.read);
  out.field("used", rows.used);
  out.field("duplicate", rows.duplicate);
  out.field("incomplete", rows.incomplete);
  out.field("excluded", rows.excluded);
  out.field("filtered", rows.filtered);
  out.field("blank", rows.blank);
  out.field("rejected", rows.rejected);
  out.end_object();
}

void write_column(const ReportColumn& column, JsonWriter& out) {
  out.begin_object(true);
  out.field("column", column.column);
  out.field("name", column.name);
  if (!column.label.empty()) out.field("label", column.label);
  out.field("role", column.role);
  if (!column.scale.empty()) out.field("scale", column.scale);
  out.field("confidence", column.confidence);
  out.field("told", column.told);
  out.field("reason", column.reason);
  if (!column.alternative.empty()) out.field("alternative", column.alternative);
  out.field("answered", column.answered);
  out.field("missing", column.missing);
  out.field("invalid", column.invalid);
  out.field("distinct", column.distinct);
  out.field("many", column.many);
  out.key("top");
  out.begin_array();
  for (const auto& [text, count] : column.top) {
    out.begin_array();
    out.string(text);
    if (count != 0) {
      out.integer(count);
    } else {
      out.null();  // hidden
    }
    out.end_array();
  }
  out.end_array();
  out.end_object();
}

void write_input(const ReportInput& input, JsonWriter& out) {
  out.begin_object();
  out.field("name", input.name);
  out.field("table", input.table);
  out.field("kind", input.kind);
  out.field("layout", input.layout);
  out.field("encoding", input.encoding);
  if (!input.sheet.empty()) out.field("sheet", input.sheet);
  out.field("delimiter", input.delimiter);
  if (input.preamble != 0) out.field("preamble", input.preamble);
  if (input.table_rows != 0) out.field("table_rows", input.table_rows);
  out.field("header_rows", input.header_rows);
  out.field("bytes", input.bytes);
  write_rows(input.rows, out);
  out.key("columns");
  out.begin_array();
  for (const ReportColumn& column : input.columns) write_column(column, out);
  out.end_array();
  out.end_object();
}

void write_table(const ReportTable& table, JsonWriter& out) {
  out.begin_object();
  out.field("name", table.name);
  out.field("kind", kind_name(table.kind));
  if (!table.data_through.empty()) out.field("data_through", table.data_through);
  write_strings("waves", table.waves, out);
  out.field("headline_wave", table.headline_wave);
  write_strings("proposed_segments", table.proposed_segments, out);
  out.field("proposed_wave", table.proposed_wave);
  out.field("proposed_weight", table.proposed_weight);
  out.end_object();
}

void write_message(const Message& message, JsonWriter& out) {
  static constexpr std::string_view kLevels[] = {"info", "warning", "question"};
  out.begin_object(true);
  out.field("level", kLevels[static_cast<size_t>(message.severity)]);
  out.field("code", code_name(message.code));
  out.field("text", message.text);
  out.field("count", message.count);
  out.key("where");
  out.begin_object();
  if (!message.where.input.empty()) out.field("input", message.where.input);
  if (message.where.line != 0) out.field("line", message.where.line);
  if (message.where.column != 0) out.field("column", message.where.column);
  if (!message.where.value.empty()) out.field("value", message.where.value);
  out.end_object();
  out.end_object();
}

}  // namespace

void render_json(const Report& report, const Sink& sink, int indent) {
  JsonWriter out(sink, indent);
  out.begin_object();
  out.field("topline", report.version);
  out.field("schema", uint64_t{1});
  out.field("title", report.title);
  out.field("language", report.language);
  out.key("as_of");
  if (report.as_of.empty()) {
    out.null();
  } else {
    out.string(report.as_of);
  }
  out.key("settings");
  out.begin_object(true);
  out.field("confidence", report.confidence);
  out.field("interval", report.interval);
  out.field("compare", report.compare);
  out.field("min_n", report.min_n);
  out.field("seed", report.seed);
  out.end_object();
  out.field("summary", report.summary);
  out.key("tables");
  out.begin_array();
  for (const ReportTable& table : report.tables) write_table(table, out);
  out.end_array();
  out.key("inputs");
  out.begin_array();
  for (const ReportInput& input : report.inputs) write_input(input, out);
  out.end_array();
  out.key("measures");
  out.begin_array();
  for (const Measure& measure : report.measures) write_measure(report, measure, out);
  out.end_array();
  out.key("comparisons");
  out.begin_array();
  for (const Difference& difference : report.differences) write_difference(report, difference, out);
  out.end_array();
  out.key("trends");
  out.begin_array();
  for (const Trend& trend : report.trends) write_trend(report, trend, out);
  out.end_array();
  out.key("crosstabs");
  out.begin_array();
  for (const Crosstab& crosstab : report.crosstabs) write_crosstab(report, crosstab, out);
  out.end_array();
  out.key("open_answers");
  out.begin_array();
  for (const OpenAnswers& answers : report.open_answers) write_open_answers(report, answers, out);
  out.end_array();
  out.key("goals");
  out.begin_array();
  for (const Goal& goal : report.goals) write_goal(goal, out);
  out.end_array();
  out.key("scorecard");
  out.begin_array();
  for (const Criterion& criterion : report.scorecard) write_criterion(report, criterion, out);
  out.end_array();
  out.key("joins");
  out.begin_array();
  for (const Join& join : report.joins) write_join(report, join, out);
  out.end_array();
  out.key("proof");
  out.begin_array();
  for (const Proof& proof : prove_headlines(report)) write_proof(report, proof, out);
  out.end_array();
  write_catalogue(report, out);
  out.key("messages");
  out.begin_array();
  for (const Message& message : report.messages) write_message(message, out);
  out.end_array();
  out.end_object();
  out.flush();
  if (indent != 0) sink("\n");
}

}  // namespace topline
