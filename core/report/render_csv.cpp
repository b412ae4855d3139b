// SPDX-License-Identifier: Apache-2.0
#include "core/base/number.h"
#include "core/report/difference_index.h"
#include "core/report/outline.h"
#include "core/report/render.h"
#include "core/report/rollout_figures.h"

namespace topline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // so that Excel reads UTF-8
constexpr std::string_view kHeader =
    "id,table,question,column,option,segment,segment_value,wave,headline,value,unit,n,n_effective,"
    "se,"
    "level,low,high,method,parts,box,notes,suppressed,why,"
    "against,difference,difference_low,difference_high,p,p_adjusted,test,verdict,"
    "control_low,control_high,out_of_control,bound_low,bound_high\r\n";

// A text as a cell. What a spreadsheet would run as a formula gets an apostrophe before it.
std::string cell(std::string_view text) {
  std::string safe;
  const char first = text.empty() ? '\0' : text[0];
  if (first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' ||
      first == '\r') {
    safe += '\'';
  }
  safe += text;
  if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string number(const std::optional<double>& value) {
  return value ? format_number(*value) : std::string();
}

std::string number(const std::optional<uint64_t>& value) {
  return value ? std::to_string(*value) : std::string();
}

// "detractors=3; passives=3; promoters=5"
std::string parts_text(const Measure& measure) {
  std::string text;
  for (const auto& [name, count] : measure.parts) {
    if (!text.empty()) text += "; ";
    text += name + "=" + std::to_string(count);
  }
  for (const auto& [name, value] : measure.figures) {
    if (!text.empty()) text += "; ";
    text += name + "=" + format_number(value);
  }
  return text;
}

std::string joined(const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& note : notes) {
    if (!text.empty()) text += "; ";
    text += note;
  }
  return text;
}

// Against the rest or the wave before, and the control limits of a wave.
void add_comparison(const DifferenceIndex& index, const Measure& measure, std::string& row) {
  const Difference* one = index.of(measure, "rest");
  if (one == nullptr) one = index.of(measure, "previous");
  const Trend::Point* point = index.point_of(measure);
  const bool ranged = one != nullptr && one->interval;
  const bool limited = point != nullptr && point->value;
  const std::string fields[] = {one ? one->against : "",
                                one ? number(one->value) : "",
                                ranged ? format_number(one->interval->low) : "",
                                ranged ? format_number(one->interval->high) : "",
                                one ? number(one->p) : "",
                                one ? number(one->p_adjusted) : "",
                                one ? one->test : "",
                                one ? one->verdict : "",
                                limited ? number(point->low) : "",
                                limited ? number(point->high) : "",
                                limited ? (point->out ? "true" : "false") : ""};
  for (const std::string& field : fields) row += "," + field;
}

std::string row_of(const Report& report, const DifferenceIndex& index, const Measure& measure) {
  const Cell& people = cell_of(report, measure);
  const auto& interval = measure.interval;
  const std::string fields[] = {std::string(measure_info(measure.id).name),
                                cell(report.tables[measure.table].name),
                                cell(question_of(report, measure)),
                                std::to_string(measure.column),
                                cell(measure.option),
                                cell(dimension_of(people)),
                                cell(segment_text(people, "")),
                                cell(people.wave.value_or("")),
                                measure.headline ? "true" : "false",
                                measure.exact ? exact_decimal(*measure.exact) : number(measure.value),
                                cell(unit_of(measure)),
                                number(measure.n),
                                number(measure.n_effective),
                                number(measure.se),
                                interval ? format_number(interval->level) : "",
                                interval ? format_number(interval->low) : "",
                                interval ? format_number(interval->high) : "",
                                interval ? interval->method : "",
                                cell(parts_text(measure)),
                                cell(measure.box),
                                cell(joined(measure.notes)),
                                measure.suppressed ? "true" : "false",
                                measure.why};
  std::string row;
  for (const std::string& field : fields) {
    if (&field != fields) row += ',';
    row += field;
  }
  add_comparison(index, measure, row);
  const MeasureBound bound = measure.bound.value_or(MeasureBound{});
  row += "," + number(bound.low) + "," + number(bound.high);
  return row + "\r\n";
}

}  // namespace

void render_csv(const Report& report, const Sink& sink) {
  sink(kByteOrderMark);
  sink(kHeader);
  const DifferenceIndex index(report);
  for (const Measure& measure : report.measures) sink(row_of(report, index, measure));
}

}  // namespace topline
