// SPDX-License-Identifier: Apache-2.0
#include "core/report/markdown_text.h"
#include "core/report/open_answers_words.h"
#include "core/report/words.h"

namespace topline {
namespace {

std::string themes_table(const OpenAnswers& answers, const Labels& labels) {
  const ThemeCounts& counts = answers.themes;
  if (counts.themes.empty()) return {};
  const bool by_group = answers.score_column != 0;
  const auto label = [&](Label id) { return std::string(labels(id)); };
  std::vector<std::string> head = {label(Label::comments_theme), label(Label::base),
                                   label(Label::comments_all)};
  std::vector<std::string> rule = {"---", "---:", "---:"};
  if (by_group) {
    for (Label group : {Label::detractors, Label::passives, Label::promoters}) {
      head.push_back(label(group));
      rule.emplace_back("---:");
    }
  }
  std::string text = "\n" + markdown_row(head) + markdown_row(rule);
  for (const ThemeCount& theme : counts.themes) {
    std::vector<std::string> row = {markdown_escaped(theme.name),
                                    theme.n ? std::to_string(*theme.n) : "–",
                                    "**" + theme_share(theme.n, counts.base) + "**"};
    for (size_t g = 0; g < theme.groups.size() && by_group; ++g) {
      std::string share = theme_share(theme.groups[g], counts.groups[g]);
      if (theme.groups[g] && counts.groups[g]) share += " (" + std::to_string(*theme.groups[g]) + ")";
      row.push_back(std::move(share));
    }
    text += markdown_row(row);
  }
  return text;
}

std::string terms_table(Label title, const std::vector<CommentTerm>& terms, const Labels& labels) {
  if (terms.empty()) return {};
  const auto label = [&](Label id) { return std::string(labels(id)); };
  std::string text = "\n" + label(title) + "\n\n";
  text += markdown_row({label(Label::comments_word), label(Label::comments_here),
                        label(Label::comments_elsewhere), "G²"});
  text += markdown_row({"---", "---:", "---:", "---:"});
  for (const CommentTerm& term : terms) {
    text += markdown_row({markdown_escaped(term.text), std::to_string(term.here),
                          term.elsewhere ? std::to_string(*term.elsewhere) : "–",
                          term.g_squared ? rounded(*term.g_squared, 1, false) : "–"});
  }
  return text;
}

}  // namespace

std::string markdown_open_answers(const Report& report, uint32_t table, const Labels& labels) {
  std::string text;
  for (const OpenAnswers& answers : report.open_answers) {
    if (answers.table != table) continue;
    text += "\n## " + markdown_escaped(comments_heading(report, answers, labels)) + "\n\n";
    text += markdown_escaped(comments_rate_text(report, answers, labels)) + "\n";
    if (!answers.why.empty()) continue;
    text += themes_table(answers, labels);
    text += terms_table(Label::comments_promoter_words, answers.promoter_terms, labels);
    text += terms_table(Label::comments_detractor_words, answers.detractor_terms, labels);
    for (const std::string& note : comments_notes(answers, labels)) {
      text += "\n" + markdown_escaped(note) + "\n";
    }
    if (!answers.quotes.empty()) text += "\n" + std::string(labels(Label::comments_quotes)) + "\n";
    for (const std::string& quote : answers.quotes) text += "\n> " + markdown_escaped(quote) + "\n";
    const std::string none = no_quotes_text(answers, labels);
    if (!none.empty()) text += "\n" + markdown_escaped(none) + "\n";
  }
  return text;
}

}  // namespace topline
