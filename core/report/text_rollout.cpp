// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_rollout.h"

#include <algorithm>

#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/outline.h"
#include "core/report/rollout_figures.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr size_t kMostRows = 14;
constexpr int kWidestBar = 40;
constexpr int kNarrowestBar = 8;

using Row = std::vector<std::string>;

// Columns side by side: the first to the left, the others to the right, the last one wraps.
std::vector<Line> columns(const std::vector<Row>& rows, const std::vector<Ink>& inks, int width) {
  std::vector<Line> lines;
  if (rows.empty()) return lines;
  std::vector<int> widths(rows[0].size());
  for (const Row& row : rows) {
    for (size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], display_width(row[c]));
  }
  widths[0] = std::min(widths[0], std::max(16, width / 2));
  for (const Row& row : rows) {
    Line line;
    line.add("  ").add(inks[0], fit_left(row[0], widths[0]));
    for (size_t c = 1; c + 1 < row.size(); ++c) {
      line.add("  ").add(inks[c], fit_right(row[c], widths[c]));
    }
    const int indent = line.width() + 2;
    const int room = std::max(12, width - indent);
    std::vector<std::string> wrapped = wrap(row.back(), room);
    for (size_t i = 0; i < wrapped.size(); ++i) {
      if (i > 0) line = Line();
      line.fill_to(indent).add(inks.back(), wrapped[i]);
      lines.push_back(line);
    }
    if (wrapped.empty()) lines.push_back(line);
  }
  return lines;
}

std::string notes_text(const Measure& measure, const Labels& labels) {
  std::string text = beside_figure(measure, labels);
  const auto add = [&](std::string_view part) {
    if (!text.empty()) text += " · ";
    text += part;
  };
  if (measure.n) add("n " + grouped(*measure.n));
  for (const std::string& note : measure.notes) {
    if (const auto label = find_label(note)) add(labels(*label));
  }
  return text;
}

Row figure_row(const Measure& measure, const Labels& labels) {
  const std::string name = measure_name(measure.id, labels);
  if (!measure.value) return {name, "–", absence_text(measure, labels)};
  return {name, figure_in(*measure.value, unit_of(measure), labels), notes_text(measure, labels)};
}

Ink ink_of(Criterion::Verdict verdict) {
  return verdict == Criterion::Verdict::met       ? Ink::accent
         : verdict == Criterion::Verdict::not_met ? Ink::warning
                                                  : Ink::mute;
}

}  // namespace

std::vector<Line> text_figures(const Report& report, const RolloutTheme& theme,
                               const TextStyle& style, const Labels& labels) {
  std::vector<Row> rows;
  for (const Measure* measure : theme.figures) {
    Row row = figure_row(*measure, labels);
    const bool several = std::any_of(theme.figures.begin(), theme.figures.end(), [&](const Measure* m) {
      return m->id == measure->id && m->table != measure->table;
    });
    if (several) row[0] += " (" + printable(report.tables[measure->table].name) + ")";
    rows.push_back(std::move(row));
  }
  std::vector<Line> lines = {Line(Ink::strong, labels(theme.title))};
  const std::vector<Line> table = columns(rows, {Ink::plain, Ink::strong, Ink::mute}, style.width);
  lines.insert(lines.end(), table.begin(), table.end());
  return lines;
}

std::vector<Line> text_breakdown(const Report& report, const Breakdown& breakdown,
                                 const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines = {Line(Ink::mute, printable(breakdown_title(breakdown, labels)))};
  // Of a long run of periods the latest are shown, of others the first.
  const bool waves = breakdown.of == Breakdown::Of::waves;
  const size_t shown = std::min(kMostRows, breakdown.rows.size());
  const size_t from = waves ? breakdown.rows.size() - shown : 0;
  double most = 0;
  int name_width = 0, value_width = 0;
  std::vector<std::pair<std::string, std::string>> texts;
  for (size_t i = from; i < from + shown; ++i) {
    const Measure& measure = *breakdown.rows[i];
    most = std::max(most, *measure.value);
    texts.emplace_back(printable(breakdown_row(report, breakdown, measure, labels)),
                       figure_in(*measure.value, unit_of(measure), labels));
    name_width = std::max(name_width, display_width(texts.back().first));
    value_width = std::max(value_width, display_width(texts.back().second));
  }
  name_width = std::min(name_width, std::max(12, style.width / 3));
  const int bar = std::min(kWidestBar, style.width - name_width - value_width - 8);
  for (size_t i = 0; i < shown; ++i) {
    const Measure& measure = *breakdown.rows[from + i];
    Line line;
    line.add("  ").add(fit_left(texts[i].first, name_width)).add("  ");
    line.add(Ink::strong, fit_right(texts[i].second, value_width));
    if (bar >= kNarrowestBar && most > 0 && *measure.value > 0) {
      const int length = std::max(1, static_cast<int>(*measure.value / most * bar + 0.5));
      std::string blocks;
      for (int k = 0; k < length; ++k) blocks += "█";
      line.add("  ").add(Ink::accent, blocks);
    }
    lines.push_back(line);
  }
  if (shown < breakdown.rows.size()) {
    lines.push_back(Line(Ink::mute, "  " + labels(Label::more_rows, grouped(breakdown.rows.size() - shown))));
  }
  return lines;
}

std::vector<Line> text_scorecard(const Report& report, const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  if (report.scorecard.empty()) return lines;
  lines.emplace_back(Ink::strong, labels(Label::scorecard));
  for (const Criterion& criterion : report.scorecard) {
    const std::vector<Line> row =
        columns({{criterion_text(criterion, labels), verdict_text(criterion.verdict, labels),
                  printable(evidence_text(report, criterion, labels))}},
                {Ink::plain, ink_of(criterion.verdict), Ink::mute}, style.width);
    lines.insert(lines.end(), row.begin(), row.end());
  }
  return lines;
}

std::vector<Line> text_goals(const Report& report, const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  if (report.goals.empty()) return lines;
  lines.emplace_back(Ink::strong, labels(Label::theme_goals));
  std::vector<Row> rows;
  for (const Goal& goal : report.goals) {
    std::string what;
    const auto add = [&](const std::string& part) {
      if (!what.empty()) what += " · ";
      what += part;
    };
    if (goal.value && goal.target) {
      add(figure_in(*goal.value, goal.unit, labels) +
          labels(Label::against_target, figure_in(*goal.target, goal.unit, labels)));
    }
    if (!goal.due.empty()) add(labels(Label::due_on, goal.due));
    if (!goal.owner.empty()) add(printable(goal.owner));
    for (const std::string& lacking : goal.missing) {
      if (const auto label = find_label("goal_lacks_" + lacking)) add(std::string(labels(*label)));
    }
    const auto status = find_label("goal_" + goal.status);
    rows.push_back({printable(goal.kpi), goal.progress ? figure_in(*goal.progress, "%", labels) : "–",
                    status ? std::string(labels(*status)) : goal.status, what});
  }
  const std::vector<Line> table =
      columns(rows, {Ink::plain, Ink::strong, Ink::accent, Ink::mute}, style.width);
  lines.insert(lines.end(), table.begin(), table.end());
  return lines;
}

std::vector<Line> text_differences(const Report& report, const TextStyle& style,
                                   const Labels& labels) {
  std::vector<Line> lines;
  std::vector<Row> rows;
  for (const Difference& difference : report.differences) {
    if (!difference.against.empty()) continue;  // of a survey: beside its segments and waves
    const std::string_view unit = measure_info(difference.id).unit;
    std::string name = measure_name(difference.id, labels);
    const std::string segment = segment_text(report.cells[difference.a], labels(Label::no_answer));
    if (!segment.empty()) name += " (" + printable(segment) + ")";
    std::string range;
    if (difference.interval) {
      range = figure_in(difference.interval->low, unit, labels) + std::string(labels(Label::to)) +
              figure_in(difference.interval->high, unit, labels);
    }
    for (const std::string& note : difference.notes) {
      const auto label = find_label(note);
      if (!label) continue;
      if (!range.empty()) range += " · ";
      range += labels(*label);
    }
    rows.push_back({name, difference.value ? figure_in(*difference.value, unit, labels) : "–",
                    std::string(labels(
                        find_label("verdict_" + difference.verdict).value_or(Label::verdict_no_verdict))),
                    range});
  }
  if (rows.empty()) return lines;
  lines.emplace_back(Ink::strong, labels(Label::before_and_after));
  const std::vector<Line> table =
      columns(rows, {Ink::plain, Ink::strong, Ink::accent, Ink::mute}, style.width);
  lines.insert(lines.end(), table.begin(), table.end());
  return lines;
}

}  // namespace topline
