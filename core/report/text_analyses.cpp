// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_analyses.h"

#include <algorithm>
#include <cmath>

#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/text_chart.h"
#include "core/report/text_page.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr int kGap = 2;

std::string blocks(int count) {
  std::string bar;
  for (int i = 0; i < count; ++i) bar += "█";
  return bar;
}

// How wide the names' column is: as wide as they need, at most 40 % of the page.
int name_width(const std::vector<std::string>& names, const TextStyle& style) {
  int widest = 0;
  for (const std::string& name : names) widest = std::max(widest, display_width(printable(name)));
  return std::min(widest, style.width * 2 / 5);
}

void add_paragraph(std::vector<Line>& lines, Ink ink, const std::string& text, int width) {
  for (Line& line : paragraph(ink, text, width)) lines.push_back(std::move(line));
}

Line row_of(const std::vector<std::string>& cells, const std::vector<int>& widths, Ink ink) {
  Line line;
  int at = 0;
  for (size_t c = 0; c < cells.size(); ++c) {
    line.fill_to(at);
    line.add(ink, cut_to(cells[c], widths[c]));
    at += widths[c] + kGap;
  }
  return line;
}

}  // namespace

std::vector<Line> text_drivers(const Report& report, const DriverTable& table,
                               const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  lines.emplace_back(Ink::title, printable(labels(Label::drivers_title, table.outcome)));
  std::vector<std::string> names;
  for (const auto* list : {&table.rows, &table.absent}) {
    for (const Measure* measure : *list) names.push_back(question_text(report, *measure));
  }
  const int names_wide = name_width(names, style);
  const int bar_wide = std::clamp(style.width - names_wide - 42, 6, 24);
  const std::vector<int> widths = {names_wide, 4, bar_wide, 20, 6};
  for (const Measure* measure : table.rows) {
    const double share = figure_of(*measure, "share");
    const int filled = static_cast<int>(std::lround(share / 100 * bar_wide));
    Line line;
    line.add(cut_to(printable(question_text(report, *measure)), names_wide));
    line.fill_to(names_wide + kGap);
    line.add(Ink::strong, figure(share, "%"));
    line.fill_to(names_wide + 4 + 2 * kGap);
    line.add(Ink::accent, blocks(share > 0 ? std::max(1, filled) : 0));
    line.fill_to(names_wide + 4 + bar_wide + 3 * kGap);
    line.add(Ink::mute, with_range(*measure, labels));
    line.add(Ink::mute, "  r " + figure(figure_of(*measure, "r"), ""));
    lines.push_back(std::move(line));
  }
  for (const Measure* measure : table.absent) {
    lines.push_back(row_of({printable(question_text(report, *measure)), "–", notes_text(*measure, labels)},
                           {names_wide, 4, std::max(1, style.width - names_wide - 8)}, Ink::mute));
  }
  add_paragraph(lines, Ink::plain, driver_sentence(report, table, labels), style.width);
  add_paragraph(lines, Ink::mute, driver_base(table, labels), style.width);
  return lines;
}

std::vector<Line> text_scales(const std::vector<ScaleFigures>& scales, const TextStyle& style,
                              const Labels& labels) {
  std::vector<Line> lines;
  if (scales.empty()) return lines;
  lines.emplace_back(Ink::title, labels(Label::scales_title));
  for (const ScaleFigures& scale : scales) {
    const Measure& measure = *scale.figure;
    Line line(Ink::plain, printable(scale_title(measure, labels)));
    line.add("  ");
    if (measure.value) {
      line.add(Ink::strong, with_range(measure, labels));
      if (measure.n) line.add(Ink::mute, "  " + answers_text(*measure.n, labels));
    }
    const std::string notes = notes_text(measure, labels);
    if (!notes.empty()) line.add(Ink::warning, "  " + notes);
    lines.push_back(std::move(line));
    if (scale.items.empty()) continue;
    const int names_wide = name_width(scale.items, style);
    const int first = display_width(labels(Label::if_dropped));
    const int second = display_width(labels(Label::item_rest));
    lines.push_back(row_of({"", "", std::string(labels(Label::if_dropped)),
                            std::string(labels(Label::item_rest))},
                           {0, names_wide, first, second}, Ink::mute));
    for (const std::string& item : scale.items) {
      lines.push_back(row_of({"", printable(item), figure(figure_of(measure, "if_dropped:" + item), ""),
                              figure(figure_of(measure, "item_rest:" + item), "")},
                             {0, names_wide, first, second}, Ink::plain));
    }
  }
  return lines;
}

std::vector<Line> text_favourable(const Report& report, const std::vector<const Measure*>& items,
                                  const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  if (items.empty()) return lines;
  lines.emplace_back(Ink::title, labels(Label::favourable_title));
  for (const Measure* measure : items) {
    Line line(Ink::plain, cut_to(printable(question_text(report, *measure)), style.width * 3 / 5));
    line.add("  ");
    if (!measure->value) {
      lines.push_back(line.add(Ink::mute, absence_text(*measure, labels)));
      continue;
    }
    const std::string_view unit = measure_info(measure->id).unit;
    line.add(Ink::strong, figure(*measure->value, unit));
    if (measure->interval) {
      line.add(Ink::mute, " " + bracketed(figure_range(*measure->interval, unit, labels), labels));
    }
    line.add(Ink::mute, "  " + answers_text(measure->n.value_or(0), labels));
    lines.push_back(std::move(line));
    const int width = std::min(60, style.width);
    for (Line& bar : stacked_bar({{Ink::detractor, part_of(*measure, "unfavourable")},
                                  {Ink::passive, part_of(*measure, "neutral")},
                                  {Ink::promoter, part_of(*measure, "favourable")}},
                                 width, style.color)) {
      lines.push_back(std::move(bar));
    }
  }
  lines.push_back(Line(Ink::detractor, labels(Label::unfavourable))
                      .add(Ink::mute, " · ")
                      .add(Ink::passive, labels(Label::neutral))
                      .add(Ink::mute, " · ")
                      .add(Ink::promoter, labels(Label::favourable)));
  return lines;
}

}  // namespace topline
