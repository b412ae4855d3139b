// SPDX-License-Identifier: Apache-2.0
#include "core/report/crosstab_words.h"

#include <cmath>

#include "core/report/figures.h"
#include "core/report/words.h"

namespace topline {
namespace {

// "p = 0.012", "p < 0.001"
std::string p_text(double p) {
  return p < 0.001 ? "p < 0.001" : "p = " + rounded(p, 3, false);
}

const ReportColumn& column_of(const Report& report, const Crosstab& crosstab, uint32_t column) {
  return report.tables[crosstab.table].columns[column - 1];
}

}  // namespace

std::string crosstab_title(const Report& report, const Crosstab& crosstab, const Labels& labels) {
  const ReportColumn& question = column_of(report, crosstab, crosstab.column);
  std::string title = labels.filled(
      Label::crosstab_title, {{"question", question.label.empty() ? question.name : question.label},
                              {"by", column_of(report, crosstab, crosstab.by).name}});
  if (!crosstab.wave.empty()) title += (labels.chinese() ? "，" : ", ") + crosstab.wave;
  return title;
}

std::string crosstab_answer(const Report& report, const Crosstab& crosstab, size_t answer,
                            const Labels& labels) {
  const std::string& role = column_of(report, crosstab, crosstab.column).role;
  if (role != "nps" && role != "enps") return crosstab.answers[answer];
  const auto label = find_label(crosstab.answers[answer]);
  return label ? std::string(labels(*label)) : crosstab.answers[answer];
}

std::vector<std::pair<std::string, const Crosstab::Column*>> crosstab_columns(
    const Crosstab& crosstab, const Labels& labels) {
  std::vector<std::pair<std::string, const Crosstab::Column*>> columns;
  for (const Crosstab::Column& segment : crosstab.segments) {
    columns.emplace_back(segment.name, &segment);
  }
  if (!columns.empty()) columns.emplace_back(labels(Label::crosstab_total), &crosstab.total);
  if (crosstab.no_answer) columns.emplace_back(labels(Label::no_answer), &*crosstab.no_answer);
  return columns;
}

std::string crosstab_percent(const Crosstab::Column& column, size_t answer) {
  const double percent = column.percent(answer);
  return std::isnan(percent) ? "–" : figure(percent, "%");
}

std::string crosstab_test(const Report& report, const Crosstab& crosstab, const Labels& labels) {
  if (!crosstab.p) {
    const auto label = find_label("crosstab_no_" + crosstab.why);
    return label ? std::string(labels(*label)) : crosstab.why;
  }
  const auto verdict = find_label("verdict_" + crosstab.verdict);
  const bool weighted = crosstab.f.has_value();
  return labels.filled(weighted ? Label::crosstab_test_weighted : Label::crosstab_test,
                       {{"verdict", verdict ? std::string(labels(*verdict)) : crosstab.verdict},
                        {"df", rounded(*crosstab.df, weighted ? 2 : 0, false)},
                        {"ddf", rounded(crosstab.ddf.value_or(0), 1, false)},
                        {"chi_squared", rounded(weighted ? *crosstab.f : *crosstab.chi_squared, 2, false)},
                        {"p", p_text(*crosstab.p)},
                        {"by", column_of(report, crosstab, crosstab.by).name},
                        {"p_adjusted", p_text(*crosstab.p_adjusted)},
                        {"v", rounded(*crosstab.cramers_v, 3, false)},
                        {"n", grouped(crosstab.total.n)}});
}

std::vector<std::string> crosstab_notes(const Crosstab& crosstab, const Labels& labels) {
  std::vector<std::string> notes;
  for (const std::string& note : crosstab.notes) {
    if (const auto label = find_label("crosstab_" + note)) notes.emplace_back(labels(*label));
  }
  if (crosstab.no_answer) notes.emplace_back(labels(Label::crosstab_no_answer_apart));
  if (crosstab.left_out != 0) {
    notes.push_back(labels(Label::crosstab_left_out, grouped(crosstab.left_out)));
  }
  return notes;
}

}  // namespace topline
