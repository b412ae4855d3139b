// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_card.h"

#include <algorithm>

#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/text_chart.h"

namespace topline {
namespace {

constexpr int kNarrowest = 36;  // a card's width, frame included
constexpr int kWidest = 58;
constexpr int kGap = 2;
constexpr int kHistogramHeight = 2;

// What stands inside one frame of `width` columns.
class CardText {
 public:
  CardText(const Report& report, const Card& card, int width, const TextStyle& style,
           const Labels& labels)
      : report_(report), card_(card), width_(width), style_(style), labels_(labels) {}

  std::vector<Line> lines() {
    question();
    lines_.emplace_back();
    if (card_.score->value) {
      score();
      lines_.emplace_back();
      picture();
    } else {
      lines_.emplace_back(Ink::strong, absence_text(*card_.score, labels_));
    }
    return std::move(lines_);
  }

 private:
  void question() {
    const std::string text = question_text(report_, *card_.score);
    std::vector<std::string> wrapped = wrap(printable(text), width_);
    if (wrapped.size() > 2) {
      wrapped[1] = cut_to(wrapped[1] + " " + wrapped[2], width_);
      wrapped.resize(2);
    }
    for (const std::string& line : wrapped) lines_.emplace_back(Ink::mute, line);
  }

  // The score in large digits; beside it the same in small ones with its interval.
  void score() {
    const Measure& score = *card_.score;
    const std::string_view unit = measure_info(score.id).unit;
    const std::string shown = figure(*score.value, unit);
    std::vector<Line> beside;
    beside.push_back(Line(Ink::strong, shown));
    if (score.interval) {
      beside[0].add(" ").add(bracketed(figure_range(*score.interval, unit, labels_), labels_));
      beside.emplace_back(Ink::mute,
                          labels_(Label::with_confidence, percent_text(score.interval->level)));
    }
    const auto digits = big_digits(shown);
    const int indent = style_.unicode ? display_width(digits[0]) + 3 : 0;
    std::string notes;
    for (const std::string& note : score.notes) {
      if (const auto label = find_label(note)) {
        if (!notes.empty()) notes += " · ";
        notes += labels_(*label);
      }
    }
    if (!notes.empty()) {
      for (const std::string& line : wrap(notes, width_ - indent)) beside.emplace_back(Ink::warning, line);
    }
    if (!style_.unicode) {
      for (Line& line : beside) lines_.push_back(std::move(line));
      return;
    }
    for (size_t row = 0; row < std::max<size_t>(3, beside.size()); ++row) {
      Line line;
      if (row < 3) line.add(Ink::title, digits[row]);
      if (row < beside.size()) line.fill_to(indent).add(beside[row]);
      lines_.push_back(line);
    }
  }

  void picture() {
    const Measure& score = *card_.score;
    if (is_net_score(score.id) && score.parts.size() == 3) {
      for (Line& line : stacked_bar({{Ink::detractor, score.parts[0].second},
                                     {Ink::passive, score.parts[1].second},
                                     {Ink::promoter, score.parts[2].second}},
                                    width_, style_.color)) {
        lines_.push_back(std::move(line));
      }
      lines_.push_back(Line(Ink::detractor, labels_(Label::detractors))
                           .add(Ink::mute, " · ")
                           .add(Ink::passive, labels_(Label::passives))
                           .add(Ink::mute, " · ")
                           .add(Ink::promoter, labels_(Label::promoters)));
      return;
    }
    std::vector<bool> inside;
    for (const auto& [value, count] : score.distribution) {
      inside.push_back(score.box.empty() || in_box(score, value));
    }
    for (Line& line : histogram(score.distribution, inside, width_, kHistogramHeight)) {
      lines_.push_back(std::move(line));
    }
    if (card_.mean != nullptr && card_.mean->value) mean();
  }

  void mean() {
    Line line(Ink::mute, labels_(Label::mean));
    line.add(" ").add(figure(*card_.mean->value, "score"));
    if (card_.mean->interval) {
      line.add(Ink::mute,
               " " + bracketed(figure_range(*card_.mean->interval, "score", labels_), labels_));
    }
    lines_.push_back(line);
  }

  const Report& report_;
  const Card& card_;
  int width_;
  const TextStyle& style_;
  const Labels& labels_;
  std::vector<Line> lines_;
};

std::string repeat_rule(int times) {
  std::string rule;
  for (int i = 0; i < times; ++i) rule += "─";
  return rule;
}

// ╭─ Net Promoter Score ──────╮
Line top_edge(const Measure& score, int width, const Labels& labels) {
  Line edge(Ink::mute, "╭─ ");
  edge.add(Ink::strong, cut_to(card_title(score, labels), width - 6)).add(Ink::mute, " ");
  return edge.add(Ink::mute, repeat_rule(width - edge.width() - 1)).add(Ink::mute, "╮");
}

// ╰── 2026-Q2 · 1,142 answers ─╯
Line bottom_edge(const Report& report, const Measure& score, int width, const Labels& labels) {
  std::string base = score.n ? answers_text(*score.n, labels) : std::string();
  if (const auto& wave = cell_of(report, score).wave) {
    base = printable(*wave) + (base.empty() ? "" : " · ") + base;
  }
  if (base.empty()) return Line(Ink::mute, "╰" + repeat_rule(width - 2) + "╯");
  base = cut_to(base, width - 6);
  Line edge(Ink::mute, "╰" + repeat_rule(width - display_width(base) - 5));
  return edge.add(" ").add(base).add(Ink::mute, " ─╯");
}

}  // namespace

std::vector<Line> text_cards(const Report& report, const std::vector<Card>& cards,
                             const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  if (cards.empty()) return lines;
  const int fit = std::max(1, (style.width + kGap) / (kNarrowest + kGap));
  const int side_by_side = std::min({fit, 3, static_cast<int>(cards.size())});
  const int width = std::min(kWidest, (style.width - kGap * (side_by_side - 1)) / side_by_side);
  for (size_t first = 0; first < cards.size(); first += static_cast<size_t>(side_by_side)) {
    const size_t last = std::min(cards.size(), first + static_cast<size_t>(side_by_side));
    std::vector<std::vector<Line>> columns;
    size_t height = 0;
    for (size_t i = first; i < last; ++i) {
      columns.push_back(CardText(report, cards[i], width - 4, style, labels).lines());
      height = std::max(height, columns.back().size());
    }
    Line top;
    Line bottom;
    for (size_t i = first; i < last; ++i) {
      const int start = static_cast<int>(i - first) * (width + kGap);
      top.fill_to(start).add(top_edge(*cards[i].score, width, labels));
      bottom.fill_to(start).add(bottom_edge(report, *cards[i].score, width, labels));
    }
    lines.push_back(top);
    for (size_t row = 0; row < height; ++row) {
      Line line;
      for (size_t i = 0; i < columns.size(); ++i) {
        const int start = static_cast<int>(i) * (width + kGap);
        line.fill_to(start).add(Ink::mute, "│ ");
        if (row < columns[i].size()) line.add(columns[i][row]);
        line.fill_to(start + width - 2).add(Ink::mute, " │");
      }
      lines.push_back(line);
    }
    lines.push_back(bottom);
  }
  return lines;
}

}  // namespace topline
