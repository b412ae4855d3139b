// SPDX-License-Identifier: Apache-2.0
#include "core/report/json_parts.h"

namespace topline {
namespace {

void write_column(const Crosstab::Column& column, JsonWriter& out) {
  out.begin_object(true);
  out.field("name", column.name);
  out.field("n", column.n);
  out.key("counts");
  out.begin_array();
  for (const uint64_t count : column.counts) out.integer(count);
  out.end_array();
  out.key("percent");
  out.begin_array();
  for (size_t row = 0; row < column.counts.size(); ++row) out.number(column.percent(row));
  out.end_array();
  out.end_object();
}

void write_figure(std::string_view name, const std::optional<double>& value, JsonWriter& out) {
  if (value) out.field(name, *value);
}

}  // namespace

void write_crosstab(const Report& report, const Crosstab& crosstab, JsonWriter& out) {
  const ReportTable& table = report.tables[crosstab.table];
  out.begin_object();
  out.field("table", table.name);
  out.field("question", table.columns[crosstab.column - 1].name);
  out.field("column", crosstab.column);
  out.field("by", table.columns[crosstab.by - 1].name);
  out.key("wave");
  if (crosstab.wave.empty()) {
    out.null();
  } else {
    out.string(crosstab.wave);
  }
  write_strings("answers", crosstab.answers, out);
  out.key("segments");
  out.begin_array();
  for (const Crosstab::Column& segment : crosstab.segments) write_column(segment, out);
  out.end_array();
  out.key("total");
  write_column(crosstab.total, out);
  if (crosstab.no_answer) {
    out.key("no_answer");
    write_column(*crosstab.no_answer, out);
  }
  out.field("left_out", crosstab.left_out);
  out.field("n", crosstab.total.n);
  write_figure("chi_squared", crosstab.chi_squared, out);
  write_figure("f", crosstab.f, out);
  write_figure("df", crosstab.df, out);
  write_figure("ddf", crosstab.ddf, out);
  write_figure("p", crosstab.p, out);
  write_figure("p_adjusted", crosstab.p_adjusted, out);
  write_figure("cramers_v", crosstab.cramers_v, out);
  if (!crosstab.why.empty()) out.field("why", crosstab.why);
  out.field("verdict", crosstab.verdict);
  write_strings("notes", crosstab.notes, out);
  out.end_object();
}

}  // namespace topline
