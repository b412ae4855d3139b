// SPDX-License-Identifier: Apache-2.0
#include "core/report/measure_words.h"

#include "core/report/figures.h"
#include "core/report/rollout_figures.h"

namespace topline {
namespace {

std::string role_word(const std::string& role, const Labels& labels) {
  const auto label = find_label("role_" + role);
  return label ? std::string(labels(*label)) : role;
}

}  // namespace

std::string measure_name(MeasureId id, const Labels& labels) {
  const MeasureInfo& info = measure_info(id);
  return std::string(labels.chinese() ? info.chinese : info.english);
}

std::string card_title(const Measure& measure, const Labels& labels) {
  if (measure.box.empty()) return measure_name(measure.id, labels);
  // "4-5 of 5" is said with an en dash; in Chinese "5 分制 4–5 分".
  std::string box = measure.box;
  const size_t dash = box.find('-', 1);
  if (dash != std::string::npos) box.replace(dash, 1, "–");
  const size_t of = box.find(" of ");
  if (of == std::string::npos) return measure_name(measure.id, labels);
  return labels.filled(Label::satisfied_box,
                       {{"box", box.substr(0, of)}, {"top", box.substr(of + 4)}});
}

std::string question_text(const Report& report, const Measure& measure) {
  const auto& columns = report.tables[measure.table].columns;
  if (measure.column >= 1 && measure.column <= columns.size() &&
      !columns[measure.column - 1].label.empty()) {
    return columns[measure.column - 1].label;
  }
  return question_of(report, measure);
}

std::string option_text(const Measure& measure, const Labels& labels) {
  const auto label = find_label("option_" + measure.option);
  return label ? std::string(labels(*label)) : measure.option;
}

std::string bound_text(const MeasureBound& bound, std::string_view unit, const Labels& labels) {
  if (bound.low && bound.high) {
    return figure_range({0, *bound.low, *bound.high, {}}, unit, labels);
  }
  if (bound.low) return "≥ " + figure(*bound.low, unit);
  return bound.high ? "≤ " + figure(*bound.high, unit) : std::string();
}

std::string absence_text(const Measure& measure, const Labels& labels) {
  if (measure.suppressed && measure.why.empty()) return std::string(labels(Label::hidden));
  if (measure.bound) {
    return bound_text(*measure.bound, unit_of(measure), labels) + (labels.chinese() ? "" : " ") +
           bracketed(labels(Label::nearly_alike), labels);
  }
  const auto label = find_label(measure.why);
  return label ? std::string(labels(*label)) : labels(Label::not_computed, measure.why);
}

std::string bracketed(std::string_view text, const Labels& labels) {
  std::string out = labels.chinese() ? "（" : "(";
  out += text;
  out += labels.chinese() ? "）" : ")";
  return out;
}

std::string role_text(const ReportColumn& column, const Labels& labels) {
  std::string text = role_word(column.role, labels);
  if (!column.alternative.empty()) {
    return labels.filled(Label::or_else,
                         {{"role", text}, {"other", role_word(column.alternative, labels)}});
  }
  if (!column.scale.empty()) text += " " + column.scale;
  return text;
}

}  // namespace topline
