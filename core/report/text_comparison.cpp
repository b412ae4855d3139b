// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_comparison.h"

#include <algorithm>

#include "core/base/number.h"
#include "core/profile/ranking.h"
#include "core/report/difference_words.h"
#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/text_chart.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr size_t kMostRows = 24;
constexpr int kWidestPlot = 56;
constexpr int kNarrowestPlot = 16;
constexpr int kNarrowestName = 12;

struct Row {
  std::string name;
  std::string base;
  std::string score;
  std::string range;
  std::string change;  // against the rest or the wave before, with its mark
  Ink ink = Ink::mute;
  const Measure* measure = nullptr;
};

// "▲ +12" where the difference is clear, "· +3" where it is not.
void mark_change(const Difference* difference, std::string_view unit, const Labels& labels,
                 Row& row) {
  if (difference == nullptr || !difference->value) return;
  const int direction = clear_direction(*difference);
  row.change = direction > 0 ? "▲ " : direction < 0 ? "▼ " : "· ";
  row.change += change_figure(*difference->value, unit, labels);
  if (direction != 0) row.ink = Ink::strong;
}

int widest(const std::vector<Row>& rows, std::string Row::*field, std::string_view heading) {
  int width = display_width(heading);
  for (const Row& row : rows) width = std::max(width, display_width(row.*field));
  return width;
}

std::pair<double, double> limits_of(const Measure& measure) {
  const std::string_view unit = measure_info(measure.id).unit;
  if (unit == "points") return {-100, 100};
  if (unit == "%") return {0, 100};
  // A mean stays within its scale: "1-5".
  const auto& distribution = measure.distribution;
  if (distribution.empty()) return {-1e300, 1e300};
  const auto low = parse_number(distribution.front().first);
  const auto high = parse_number(distribution.back().first);
  return {low.value_or(-1e300), high.value_or(1e300)};
}

Axis axis_over(const Comparison& comparison, int width) {
  const Measure& first = *comparison.rows.front();
  const bool share = measure_info(first.id).unit == "%";
  if (comparison.of == Comparison::Of::options && share) return Axis(0, 100, {0, 100}, width);
  double low = *first.value;
  double high = low;
  const auto cover = [&](const Measure& measure) {
    low = std::min(low, measure.interval ? measure.interval->low : *measure.value);
    high = std::max(high, measure.interval ? measure.interval->high : *measure.value);
  };
  for (const Measure* measure : comparison.rows) cover(*measure);
  if (comparison.everyone != nullptr) cover(*comparison.everyone);
  return Axis(low, high, limits_of(first), width);
}

// "┊ everyone +23" over its line in the plot.
Line reference_label(const Axis& axis, const Comparison& comparison, std::string_view unit,
                     const Labels& labels) {
  const std::string text =
      std::string(labels(Label::everyone)) + " " + figure(*comparison.everyone->value, unit);
  const int centred = axis.column(*comparison.everyone->value) - (display_width(text) - 1) / 2;
  const int start = std::clamp(centred, 0, std::max(0, axis.width() - display_width(text)));
  return Line().fill_to(start).add(Ink::mute, text);
}

void add_footnotes(const Report& report, const Comparison& comparison, size_t shown,
                   const TextStyle& style, const Labels& labels, std::vector<Line>& lines) {
  const auto note = [&](const std::string& text) {
    for (const std::string& line : wrap(text, style.width - 2)) {
      lines.push_back(Line(Ink::mute, "  ").add(Ink::mute, line));
    }
  };
  if (shown < comparison.rows.size()) {
    note(labels(Label::more_rows, grouped(comparison.rows.size() - shown)));
  }
  const std::string separator = labels.chinese() ? "、" : ", ";
  std::string hidden;
  for (const Measure* measure : comparison.hidden) {
    if (!measure->why.empty()) continue;
    if (!hidden.empty()) hidden += separator;
    hidden += printable(row_name(report, comparison, *measure, labels));
  }
  if (!hidden.empty()) {
    note(labels.filled(Label::hidden_cells,
                       {{"", hidden}, {"min_n", std::to_string(report.min_n)}}));
  }
  for (const auto* list : {&comparison.hidden, &comparison.absent}) {
    for (const Measure* measure : *list) {
      if (measure->why.empty()) continue;
      note(printable(row_name(report, comparison, *measure, labels)) + ": " +
           absence_text(*measure, labels));
    }
  }
  for (const std::string& sentence : comparison_sentences(report, comparison, labels)) {
    note(sentence);
  }
  const bool low_base = std::any_of(comparison.rows.begin(), comparison.rows.end(),
                                    [](const Measure* m) { return has_note(*m, "low_base"); });
  if (low_base) note("○ " + std::string(labels(Label::low_base_legend)));
}

}  // namespace

std::string comparison_title(const Report& report, const Comparison& comparison,
                             const Labels& labels) {
  const std::string measure = measure_name(comparison.measure, labels);
  switch (comparison.of) {
    case Comparison::Of::segments:
      return labels.filled(Label::by, {{"measure", measure}, {"name", comparison.dimension}});
    case Comparison::Of::waves:
      return labels.filled(Label::over_waves, {{"measure", measure}});
    case Comparison::Of::questions:
      return labels.filled(Label::questions_on,
                           {{"measure", measure}, {"scale", comparison.dimension}});
    case Comparison::Of::options:
      break;
  }
  const auto& list = comparison.rows.empty() ? comparison.hidden : comparison.rows;
  const std::string question = question_text(report, *list.front());
  if (comparison.measure == MeasureId::share) return question;
  return std::string(split_item(question).question) + (labels.chinese() ? "：" : ": ") + measure;
}

std::string row_name(const Report& report, const Comparison& comparison, const Measure& measure,
                     const Labels& labels) {
  const Cell& cell = cell_of(report, measure);
  std::string name;
  switch (comparison.of) {
    case Comparison::Of::segments:
      name = segment_text(cell, labels(Label::no_answer));
      break;
    case Comparison::Of::waves:
      name = cell.wave.value_or("");
      break;
    case Comparison::Of::questions:
      name = question_text(report, measure);
      break;
    case Comparison::Of::options:
      name = measure.option;
      break;
  }
  return name.empty() ? std::string(labels(Label::no_answer)) : name;
}

std::vector<Line> text_comparison(const Report& report, const Comparison& comparison,
                                  const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  const std::string title = printable(comparison_title(report, comparison, labels));
  for (const std::string& line : wrap(title, style.width)) lines.emplace_back(Ink::strong, line);
  const size_t shown = std::min(comparison.rows.size(), kMostRows);
  const std::string_view unit = measure_info(comparison.measure).unit;
  std::vector<Row> rows;
  for (size_t i = 0; i < shown; ++i) {
    const Measure& measure = *comparison.rows[i];
    rows.push_back({printable(row_name(report, comparison, measure, labels)),
                    measure.n ? grouped(*measure.n) : "",
                    figure(*measure.value, unit),
                    measure.interval ? figure_range(*measure.interval, unit, labels) : "",
                    {},
                    Ink::mute,
                    &measure});
    if (!comparison.differences.empty()) {
      mark_change(comparison.differences[i], unit, labels, rows.back());
    }
  }
  if (!rows.empty()) {
    const int base = widest(rows, &Row::base, labels(Label::base));
    const int score = widest(rows, &Row::score, "");
    const int range = widest(rows, &Row::range, "");
    const std::string_view change_heading = labels(
        comparison.of == Comparison::Of::waves ? Label::against_previous : Label::against_rest);
    int change =
        widest(rows, &Row::change, "") == 0 ? 0 : widest(rows, &Row::change, change_heading);
    // Where the names would have no room left, the sentences beneath say it alone.
    if (style.width - base - score - range - change - 10 < kNarrowestName) change = 0;
    const int changes = change == 0 ? 0 : change + 2;
    const int numbers = base + score + range + changes + 8;  // with the gaps between them
    const int room = style.width - numbers;
    int name = std::min(widest(rows, &Row::name, ""), std::max(8, style.width / 4));
    if (room - name < kNarrowestPlot) name = std::min(widest(rows, &Row::name, ""), room - 2);
    const int plot = std::min(kWidestPlot, room - name - 2);
    const int plot_start = 2 + name + numbers;
    const bool drawn = plot >= kNarrowestPlot;
    const Axis axis = axis_over(comparison, std::max(plot, kNarrowestPlot));
    const bool with_reference = drawn && comparison.everyone != nullptr;
    if (with_reference) {
      lines.push_back(
          Line().fill_to(plot_start).add(reference_label(axis, comparison, unit, labels)));
    }
    Line heading;
    heading.fill_to(2 + name + 2).add(Ink::mute, fit_right(labels(Label::base), base));
    if (change != 0) {
      heading.fill_to(2 + name + 2 + base + 2 + score + 2 + range + 2);
      heading.add(Ink::mute, fit_left(change_heading, change));
    }
    if (drawn) heading.fill_to(plot_start).add(axis.ticks(unit));
    lines.push_back(heading);
    for (const Row& row : rows) {
      Line line;
      line.add("  ").add(fit_left(row.name, name)).add("  ");
      line.add(Ink::mute, fit_right(row.base, base)).add("  ");
      line.add(Ink::strong, fit_right(row.score, score)).add("  ");
      line.add(Ink::mute, fit_left(row.range, range));
      if (change != 0) line.add("  ").add(row.ink, fit_left(row.change, change));
      if (drawn) {
        line.fill_to(plot_start);
        const Measure& m = *row.measure;
        if (comparison.of == Comparison::Of::options) {
          line.add(axis.bar(*m.value));
        } else {
          line.add(axis.whisker(
              m.interval ? std::optional(std::pair(m.interval->low, m.interval->high))
                         : std::nullopt,
              *m.value, with_reference ? std::optional(*comparison.everyone->value) : std::nullopt,
              has_note(m, "low_base")));
        }
      }
      lines.push_back(line);
    }
  }
  add_footnotes(report, comparison, shown, style, labels, lines);
  return lines;
}

}  // namespace topline
