// SPDX-License-Identifier: Apache-2.0
#include "core/report/json_parts.h"

#include <set>

#include "core/report/labels.h"
#include "core/report/measure_words.h"
#include "core/report/rollout_outline.h"

namespace topline {
namespace {

// "segment" and "wave" of what an entry speaks of.
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

}  // namespace

void write_strings(std::string_view name, const std::vector<std::string>& texts, JsonWriter& out) {
  out.key(name);
  out.begin_array(true);
  for (const std::string& text : texts) out.string(text);
  out.end_array();
}

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

void write_catalogue(const Report& report, JsonWriter& out) {
  const Labels labels(report.language);
  std::set<MeasureId> ids;
  std::set<std::string> words;
  for (const Measure& measure : report.measures) {
    ids.insert(measure.id);
    if (const auto theme = theme_of(measure_info(measure.id))) words.emplace(label_name(*theme));
    if (measure.column == 0 && !measure.option.empty()) words.insert("option_" + measure.option);
    if (!measure.why.empty()) words.insert(measure.why);
    words.insert(measure.notes.begin(), measure.notes.end());
  }
  for (const Criterion& criterion : report.scorecard) words.insert("criterion_" + criterion.name);
  for (const Difference& difference : report.differences) {
    words.insert(difference.notes.begin(), difference.notes.end());
    words.insert("verdict_" + difference.verdict);
  }
  for (const Crosstab& crosstab : report.crosstabs) {
    for (const std::string& note : crosstab.notes) words.insert("crosstab_" + note);
    if (!crosstab.why.empty()) words.insert("crosstab_no_" + crosstab.why);
    words.insert("verdict_" + crosstab.verdict);
  }
  out.key("catalogue");
  out.begin_object();
  for (MeasureId id : ids) {
    const MeasureInfo& info = measure_info(id);
    static constexpr std::string_view kBetter[] = {"higher", "lower", "none"};
    out.key(info.name);
    out.begin_object(true);
    out.field("name", measure_name(id, labels));
    out.field("unit", info.unit);
    out.field("better", kBetter[static_cast<size_t>(info.better)]);
    if (const auto theme = theme_of(info)) {
      out.field("theme", label_name(*theme).substr(std::string_view("theme_").size()));
    }
    out.end_object();
  }
  out.end_object();
  out.key("words");
  out.begin_object();
  for (const std::string& word : words) {
    if (const auto label = find_label(word)) out.field(word, labels(*label));
  }
  out.end_object();
}

}  // namespace topline
