// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_open_answers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/open_answers_words.h"
#include "core/report/text_page.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr int kGap = 2;
constexpr std::array kGroups = {Label::detractors, Label::passives, Label::promoters};
constexpr std::array kInks = {Ink::detractor, Ink::passive, Ink::promoter};

void add_paragraph(std::vector<Line>& lines, Ink ink, const std::string& text, int width) {
  if (text.empty()) return;
  for (Line& line : paragraph(ink, text, width)) lines.push_back(std::move(line));
}

void add_themes(std::vector<Line>& lines, const OpenAnswers& answers, const TextStyle& style,
                const Labels& labels) {
  const ThemeCounts& counts = answers.themes;
  if (counts.themes.empty()) return;
  const bool grouped = answers.score_column != 0;
  int names = display_width(labels(Label::comments_theme));
  for (const ThemeCount& theme : counts.themes) {
    names = std::max(names, display_width(printable(theme.name)));
  }
  names = std::min(names, style.width * 2 / 5);
  // Theme, share of all, a bar, and a column for each group.
  std::vector<int> groups;
  int groups_wide = 0;
  for (size_t g = 0; g < kGroups.size() && grouped; ++g) {
    groups.push_back(std::max(4, display_width(labels(kGroups[g]))));
    groups_wide += groups.back() + kGap;
  }
  const int bar = std::clamp(style.width - names - 6 - 3 * kGap - groups_wide, 6, 24);
  const int bar_at = names + kGap + 6;
  Line head(Ink::mute, labels(Label::comments_theme));
  head.fill_to(names + kGap).add(Ink::mute, labels(Label::comments_all));
  int column = bar_at + bar + kGap;
  for (size_t g = 0; g < groups.size(); ++g) {
    head.fill_to(column).add(kInks[g], labels(kGroups[g]));
    column += groups[g] + kGap;
  }
  lines.push_back(std::move(head));
  for (const ThemeCount& theme : counts.themes) {
    Line line(Ink::plain, cut_to(printable(theme.name), names));
    line.fill_to(names + kGap).add(Ink::strong, theme_share(theme.n, counts.base));
    if (theme.n && counts.base && *counts.base != 0 && *theme.n != 0) {
      const double share = static_cast<double>(*theme.n) / static_cast<double>(*counts.base);
      const int filled = std::max(1, static_cast<int>(std::lround(share * bar)));
      std::string blocks;
      for (int i = 0; i < filled; ++i) blocks += "█";
      line.fill_to(bar_at).add(Ink::accent, blocks);
    }
    column = bar_at + bar + kGap;
    for (size_t g = 0; g < groups.size(); ++g) {
      line.fill_to(column).add(theme_share(theme.groups[g], counts.groups[g]));
      column += groups[g] + kGap;
    }
    lines.push_back(std::move(line));
  }
}

// "slow 24:3, crash 12:0": people of the group : people of the others.
void add_terms(std::vector<Line>& lines, Label title, const std::vector<CommentTerm>& terms,
               const TextStyle& style, const Labels& labels) {
  if (terms.empty()) return;
  std::string text = std::string(labels(title)) + " (" + std::string(labels(Label::comments_here)) + " : " +
                     std::string(labels(Label::comments_elsewhere)) + ", G²)";
  add_paragraph(lines, Ink::mute, text, style.width);
  text.clear();
  for (const CommentTerm& term : terms) {
    if (!text.empty()) text += " · ";
    text += term.text + " " + grouped(term.here) + ":" + (term.elsewhere ? grouped(*term.elsewhere) : "–");
    if (term.g_squared) text += " (" + rounded(*term.g_squared, 1, false) + ")";
  }
  add_paragraph(lines, Ink::plain, text, style.width);
}

}  // namespace

std::vector<Line> text_open_answers(const Report& report, const OpenAnswers& answers,
                                    const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  lines.emplace_back(Ink::title, printable(comments_heading(report, answers, labels)));
  add_paragraph(lines, Ink::plain, comments_rate_text(report, answers, labels), style.width);
  if (!answers.why.empty()) return lines;
  add_themes(lines, answers, style, labels);
  add_terms(lines, Label::comments_promoter_words, answers.promoter_terms, style, labels);
  add_terms(lines, Label::comments_detractor_words, answers.detractor_terms, style, labels);
  for (const std::string& note : comments_notes(answers, labels)) {
    add_paragraph(lines, Ink::mute, note, style.width);
  }
  if (!answers.quotes.empty()) lines.emplace_back(Ink::mute, labels(Label::comments_quotes));
  for (const std::string& quote : answers.quotes) {
    add_paragraph(lines, Ink::plain, "“" + quote + "”", style.width);
  }
  add_paragraph(lines, Ink::mute, no_quotes_text(answers, labels), style.width);
  return lines;
}

}  // namespace topline
