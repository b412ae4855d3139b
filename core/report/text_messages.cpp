// SPDX-License-Identifier: Apache-2.0
#include "core/report/text_messages.h"

#include <algorithm>

#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/words.h"

namespace topline {
namespace {

struct Mark {
  Ink ink;
  std::string_view sign;
};

Mark mark_of(Severity severity) {
  switch (severity) {
    case Severity::question:
      return {Ink::question, "?"};
    case Severity::warning:
      return {Ink::warning, "!"};
    case Severity::info:
      break;
  }
  return {Ink::mute, "·"};
}

void add_wrapped(std::vector<Line>& lines, const Mark& mark, const std::string& text, int width) {
  bool first = true;
  for (const std::string& part : wrap(text, width - 2)) {
    Line line;
    line.add(mark.ink, first ? mark.sign : " ").add(" ");
    lines.push_back(line.add(mark.ink == Ink::mute ? Ink::mute : Ink::plain, part));
    first = false;
  }
}

}  // namespace

std::vector<Line> text_messages(const Report& report, const TextStyle& style) {
  std::vector<Line> lines;
  for (const Severity severity : {Severity::question, Severity::warning, Severity::info}) {
    for (const Message& message : report.messages) {
      if (message.severity != severity) continue;
      add_wrapped(lines, mark_of(severity), printable(message.text), style.width);
    }
  }
  return lines;
}

std::string rows_text(const RowCounts& rows, const Labels& labels) {
  std::string text = labels(Label::rows_read, grouped(rows.read));
  const auto add = [&](Label label, uint64_t count) {
    if (count != 0) text += " · " + labels(label, grouped(count));
  };
  text += " · " + labels(Label::rows_used, grouped(rows.used));
  add(Label::rows_duplicate, rows.duplicate);
  add(Label::rows_incomplete, rows.incomplete);
  add(Label::rows_excluded, rows.excluded);
  add(Label::rows_filtered, rows.filtered);
  add(Label::rows_blank, rows.blank);
  add(Label::rows_rejected, rows.rejected);
  return text;
}

std::vector<Line> text_sources(const Report& report, const TextStyle& style, const Labels& labels) {
  std::vector<Line> lines;
  const auto add = [&](const std::string& text) {
    for (const std::string& line : wrap(text, style.width)) lines.emplace_back(Ink::mute, line);
  };
  for (const ReportInput& input : report.inputs) {
    add(printable(input.name) + (labels.chinese() ? "：" : ": ") + rows_text(input.rows, labels));
  }
  std::string made = "Topline " + report.version;
  if (!report.as_of.empty()) {
    made += " · " + labels(Label::data_through, report.as_of);
  }
  add(made);
  return lines;
}

}  // namespace topline
