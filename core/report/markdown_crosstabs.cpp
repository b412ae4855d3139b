// SPDX-License-Identifier: Apache-2.0
#include "core/report/crosstab_words.h"
#include "core/report/markdown_text.h"

namespace topline {

std::string markdown_crosstabs(const Report& report, uint32_t table, const Labels& labels) {
  std::string text;
  for (const Crosstab& crosstab : report.crosstabs) {
    if (crosstab.table != table) continue;
    text += "\n## " + markdown_escaped(crosstab_title(report, crosstab, labels)) + "\n\n";
    const auto columns = crosstab_columns(crosstab, labels);
    std::vector<std::string> head = {""}, rule = {"---"};
    std::vector<std::string> bases = {std::string(labels(Label::base))};
    for (const auto& [heading, column] : columns) {
      head.push_back(markdown_escaped(heading));
      rule.emplace_back("---:");
      bases.push_back(std::to_string(column->n));
    }
    if (!columns.empty()) text += markdown_row(head) + markdown_row(rule);
    for (size_t row = 0; row < crosstab.answers.size() && !columns.empty(); ++row) {
      std::vector<std::string> cells = {
          markdown_escaped(crosstab_answer(report, crosstab, row, labels))};
      for (const auto& [heading, column] : columns) {
        cells.push_back(std::to_string(column->counts[row]) + " (" +
                        crosstab_percent(*column, row) + ")");
      }
      text += markdown_row(cells);
    }
    if (!columns.empty()) text += markdown_row(bases) + "\n";
    text += markdown_escaped(crosstab_test(report, crosstab, labels)) + "\n";
    for (const std::string& note : crosstab_notes(crosstab, labels)) {
      text += "\n" + markdown_escaped(note) + "\n";
    }
  }
  return text;
}

}  // namespace topline
