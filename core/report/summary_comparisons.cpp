// SPDX-License-Identifier: Apache-2.0
#include "core/report/summary_comparisons.h"

#include <algorithm>
#include <vector>

#include "core/report/difference_words.h"
#include "core/report/figures.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr size_t kMostVariables = 3;

// The compared groups of one segment variable.
struct Variable {
  std::string name;
  const Measure* highest = nullptr;  ///< of those that differ clearly and lie above the rest
  const Measure* lowest = nullptr;
};

std::string group_text(const Report& report, const DifferenceIndex& differences,
                       const Measure& measure, const Labels& labels) {
  const Difference& one = *differences.of(measure, "rest");
  const std::string_view unit = measure_info(measure.id).unit;
  const std::string name = segment_text(cell_of(report, measure), labels(Label::no_answer));
  const std::string score = figure(*measure.value, unit, Minus::ascii);
  const std::string change = labels.filled(
      Label::from_the_rest, {{"change", change_figure(*one.value, unit, labels, Minus::ascii)},
                             {"verdict", verdict_words(one, labels, Minus::ascii)}});
  return labels.chinese() ? name + " " + score + "（" + change + "）"
                          : name + " " + score + " (" + change + ")";
}

std::string sentence_of(const Report& report, const DifferenceIndex& differences,
                        const Variable& variable, const Labels& labels) {
  if (variable.highest == nullptr && variable.lowest == nullptr) {
    return labels(Label::summary_none_differs, variable.name);
  }
  std::string text;
  const auto add = [&](const Measure* measure, Label label) {
    if (measure == nullptr) return;
    if (!text.empty()) text += labels.chinese() ? "；" : "; ";
    text += labels.filled(label, {{"by", variable.name},
                                  {"group", group_text(report, differences, *measure, labels)}});
  };
  add(variable.highest, Label::summary_highest);
  add(variable.lowest,
      variable.highest == nullptr ? Label::summary_lowest : Label::summary_and_lowest);
  return text + (labels.chinese() ? "。" : ".");
}

}  // namespace

std::string verdict_on_change(const Report& report, const DifferenceIndex& differences,
                              const Measure& headline, uint32_t before) {
  const Difference* one = differences.of(headline, "previous");
  if (one == nullptr || one->b != before) return {};
  const Labels labels(report.language);
  std::string text = (labels.chinese() ? "，" : ": ") + verdict_words(*one, labels, Minus::ascii);
  for (const auto& [name, pairs] : one->figures) {
    if (name == "pairs") text += labels(Label::among_pairs, grouped(static_cast<uint64_t>(pairs)));
  }
  return text;
}

std::string summarise_segments(const Report& report, const DifferenceIndex& differences,
                               const Measure& headline) {
  const Labels labels(report.language);
  std::vector<Variable> variables;
  for (const Measure& measure : report.measures) {
    if (measure.table != headline.table || measure.column != headline.column ||
        measure.id != headline.id || !measure.value) {
      continue;
    }
    const Cell& cell = cell_of(report, measure);
    if (cell.segment.empty() || cell.wave != cell_of(report, headline).wave) continue;
    const Difference* one = differences.of(measure, "rest");
    if (one == nullptr) continue;
    const std::string name = dimension_of(cell);
    auto at = std::find_if(variables.begin(), variables.end(),
                           [&](const Variable& variable) { return variable.name == name; });
    if (at == variables.end()) at = variables.insert(variables.end(), {name});
    const int direction = clear_direction(*one);
    const auto further = [&](const Measure* than) {
      return than == nullptr ||
             (direction > 0 ? *measure.value > *than->value : *measure.value < *than->value);
    };
    if (direction > 0 && further(at->highest)) at->highest = &measure;
    if (direction < 0 && further(at->lowest)) at->lowest = &measure;
  }
  std::string text;
  for (size_t i = 0; i < std::min(variables.size(), kMostVariables); ++i) {
    if (!labels.chinese()) text += " ";
    text += sentence_of(report, differences, variables[i], labels);
  }
  return text;
}

}  // namespace topline
