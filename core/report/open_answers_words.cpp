// SPDX-License-Identifier: Apache-2.0
#include "core/report/open_answers_words.h"

#include <algorithm>

#include "core/report/analyses.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/words.h"

namespace topline {

std::string comments_heading(const Report& report, const OpenAnswers& answers, const Labels& labels) {
  const ReportColumn& column = report.tables[answers.table].columns[answers.column - 1];
  return labels(Label::comments_title, column.label.empty() ? column.name : column.label);
}

std::string comments_rate_text(const Report& report, const OpenAnswers& answers, const Labels& labels) {
  for (const Measure& measure : report.measures) {
    if (measure.id != MeasureId::comment_rate || measure.table != answers.table ||
        measure.column != answers.column) {
      continue;
    }
    if (!measure.value) return absence_text(measure, labels);
    std::string share = figure(*measure.value, "%");
    if (measure.interval) {
      share += (labels.chinese() ? "" : " ") +
               bracketed(figure_range(*measure.interval, "%", labels), labels);
    }
    return labels.filled(Label::comments_rate, {{"n", grouped(part_of(measure, "comments"))},
                                                {"used", grouped(measure.n.value_or(0))},
                                                {"share", share}});
  }
  return {};
}

std::string theme_share(const std::optional<uint64_t>& n, const std::optional<uint64_t>& base) {
  if (!n || !base || *base == 0) return "–";
  return share_text(*n, *base);
}

std::vector<std::string> comments_notes(const OpenAnswers& answers, const Labels& labels) {
  std::vector<std::string> notes;
  const auto& counts = answers.themes;
  const auto is_hidden = [&](const std::optional<uint64_t>& n) { return answers.hidden && !n; };
  bool hidden = is_hidden(counts.base);
  for (const ThemeCount& theme : counts.themes) {
    hidden |= is_hidden(theme.n);
    for (const auto& n : theme.groups) hidden |= answers.score_column != 0 && is_hidden(n);
  }
  for (const auto* terms : {&answers.promoter_terms, &answers.detractor_terms}) {
    for (const CommentTerm& term : *terms) hidden |= is_hidden(term.elsewhere);
  }
  if (hidden && answers.why.empty()) {
    notes.push_back(labels(Label::comments_hidden, grouped(answers.min_n)));
  }
  if (counts.scored_only) notes.emplace_back(labels(Label::comments_scored_only));
  if (!answers.promoter_terms.empty() || !answers.detractor_terms.empty()) {
    notes.emplace_back(labels(Label::comments_words_note));
  }
  return notes;
}

std::string no_quotes_text(const OpenAnswers& answers, const Labels& labels) {
  if (answers.why_no_quotes.empty()) return {};
  const auto label = find_label("comments_" + answers.why_no_quotes);
  return label ? std::string(labels(*label)) : answers.why_no_quotes;
}

}  // namespace topline
