// SPDX-License-Identifier: Apache-2.0
#include "core/report/render_checks.h"

#include <algorithm>
#include <array>

#include "core/report/display_width.h"
#include "core/report/labels.h"
#include "core/report/outline.h"
#include "core/report/rollout_figures.h"
#include "core/report/text_page.h"

namespace topline {
namespace {

constexpr size_t kColumns = 5;
constexpr int kGap = 2;
using Row = std::array<std::string, kColumns>;

std::string limit_text(const Check& check, const Labels& labels) {
  if (!check.limit) return {};
  return (check.side == Gate::Side::under ? "≥ " : "≤ ") +
         figure_in(*check.limit, check.unit, labels);
}

std::string value_text(const Check& check, const Labels& labels) {
  if (!check.value) return "–";
  std::string text = figure_in(*check.value, check.unit, labels);
  if (check.low && check.high) {
    text += " (" + figure_in(*check.low, check.unit, labels) + std::string(labels(Label::to)) +
            figure_in(*check.high, check.unit, labels) + ")";
  }
  return text;
}

std::string why_text(const Check& check, const Labels& labels) {
  if (check.why.empty()) return check.question;
  const auto of_goal = find_label("goal_" + check.why);
  const auto label = of_goal ? of_goal : find_label(check.why);
  return label ? std::string(labels(*label)) : labels(Label::not_computed, check.why);
}

}  // namespace

CheckCount count_checks(const std::vector<Check>& checks) {
  CheckCount count;
  for (const Check& check : checks) ++(check.passed ? count.passed : count.missed);
  return count;
}

void render_checks_text(const std::vector<Check>& checks, const std::string& language,
                        const TextStyle& style, const Sink& sink) {
  const Labels labels(language);
  std::vector<Row> rows;
  rows.push_back({std::string(), std::string(labels(Label::gate)),
                  std::string(labels(Label::score)), std::string(labels(Label::limit)),
                  std::string()});
  for (const Check& check : checks) {
    rows.push_back({std::string(labels(check.passed ? Label::gate_passed : Label::gate_missed)),
                    printable(check.gate), value_text(check, labels), limit_text(check, labels),
                    printable(why_text(check, labels))});
  }
  std::array<int, kColumns> widths = {};
  for (const Row& row : rows) {
    for (size_t c = 0; c < kColumns; ++c) widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::vector<Line> lines;
  for (size_t r = 0; r < rows.size(); ++r) {
    const bool head = r == 0;
    const Ink first = head ? Ink::mute : checks[r - 1].passed ? Ink::promoter : Ink::detractor;
    Line line;
    int at = 0;
    for (size_t c = 0; c < kColumns; ++c) {
      line.fill_to(at).add(head ? Ink::mute : c == 0 ? first : Ink::plain, rows[r][c]);
      at += widths[c] + kGap;
    }
    lines.push_back(std::move(line));
  }
  TextPage page(style, sink);
  page.block(lines);
  const CheckCount count = count_checks(checks);
  page.block({Line(Ink::strong, labels.filled(Label::gates_counted,
                                              {{"passed", std::to_string(count.passed)},
                                               {"missed", std::to_string(count.missed)}}))});
}

void write_checks(const std::vector<Check>& checks, JsonWriter& out) {
  const auto number = [&out](const char* name, const std::optional<double>& value) {
    out.key(name);
    if (value) {
      out.number(*value);
    } else {
      out.null();
    }
  };
  out.key("checks");
  out.begin_array();
  for (const Check& check : checks) {
    out.begin_object(true);
    out.field("gate", check.gate);
    out.field("measure", check.measure);
    if (!check.table.empty()) out.field("table", check.table);
    if (!check.question.empty()) out.field("question", check.question);
    out.key("segment");
    out.begin_object();
    for (const auto& [name, value] : check.cell.segment) out.field(name, value);
    out.end_object();
    out.key("wave");
    if (check.cell.wave) {
      out.string(*check.cell.wave);
    } else {
      out.null();
    }
    out.field("unit", check.unit);
    number("value", check.value);
    number("low", check.low);
    number("high", check.high);
    number("limit", check.limit);
    out.field("passed", check.passed);
    out.field("why", check.why);
    out.end_object();
  }
  out.end_array();
  const CheckCount count = count_checks(checks);
  out.field("passed", count.passed);
  out.field("missed", count.missed);
}

}  // namespace topline
