// SPDX-License-Identifier: Apache-2.0
#include "core/report/analyses.h"
#include "core/report/display_width.h"
#include "core/report/figures.h"
#include "core/report/markdown_text.h"
#include "core/report/measure_words.h"
#include "core/report/words.h"

namespace topline {
namespace {

std::string heading(std::string_view text) { return "\n## " + markdown_escaped(text) + "\n\n"; }

std::string range_of(const Measure& measure, const Labels& labels) {
  return measure.interval ? figure_range(*measure.interval, measure_info(measure.id).unit, labels)
                          : std::string();
}

std::string base_of(const Measure& measure) { return measure.n ? std::to_string(*measure.n) : ""; }

std::string drivers_text(const Report& report, const DriverTable& table, const Labels& labels) {
  const auto label = [&](Label id) { return std::string(labels(id)); };
  std::string text = heading(labels(Label::drivers_title, table.outcome));
  text += markdown_row({label(Label::question), label(Label::driver_share), "R²",
                        labels(Label::with_confidence, percent_text(report.confidence)),
                        label(Label::driver_r), label(Label::driver_vif), label(Label::mean),
                        label(Label::base), label(Label::note)});
  text += markdown_row({"---", "---:", "---:", ":---:", "---:", "---:", "---:", "---:", "---"});
  for (const auto* list : {&table.rows, &table.absent}) {
    for (const Measure* measure : *list) {
      const bool there = measure->value.has_value();
      const auto shown = [&](std::string_view name, std::string_view unit) {
        return there ? figure(figure_of(*measure, name), unit) : std::string();
      };
      text += markdown_row({markdown_escaped(question_text(report, *measure)),
                            there ? "**" + shown("share", "%") + "**" : "",
                            there ? figure(*measure->value, "") : "", range_of(*measure, labels),
                            shown("r", ""), shown("vif", ""), shown("mean", ""), base_of(*measure),
                            markdown_escaped(notes_text(*measure, labels))});
    }
  }
  if (table.rows.empty()) return text;
  return text + "\n" + markdown_escaped(driver_sentence(report, table, labels)) + "\n\n" +
         markdown_escaped(driver_base(table, labels)) + "\n";
}

std::string scales_text(const std::vector<ScaleFigures>& scales, const Report& report,
                        const Labels& labels) {
  const auto label = [&](Label id) { return std::string(labels(id)); };
  std::string text = heading(labels(Label::scales_title));
  text += markdown_row({label(Label::measure), label(Label::value),
                        labels(Label::with_confidence, percent_text(report.confidence)),
                        label(Label::base), label(Label::note)});
  text += markdown_row({"---", "---:", ":---:", "---:", "---"});
  for (const ScaleFigures& scale : scales) {
    const Measure& measure = *scale.figure;
    text += markdown_row({markdown_escaped(scale_title(measure, labels)),
                          measure.value ? "**" + figure(*measure.value, "") + "**" : "",
                          range_of(measure, labels), base_of(measure),
                          markdown_escaped(notes_text(measure, labels))});
  }
  for (const ScaleFigures& scale : scales) {
    if (scale.items.empty()) continue;
    text += "\n" + markdown_row({markdown_escaped(scale.figure->option), label(Label::if_dropped),
                                 label(Label::item_rest)});
    text += markdown_row({"---", "---:", "---:"});
    for (const std::string& item : scale.items) {
      text += markdown_row({markdown_escaped(item),
                            figure(figure_of(*scale.figure, "if_dropped:" + item), ""),
                            figure(figure_of(*scale.figure, "item_rest:" + item), "")});
    }
  }
  return text;
}

std::string favourable_text(const Report& report, const std::vector<const Measure*>& items,
                            const Labels& labels) {
  const auto label = [&](Label id) { return std::string(labels(id)); };
  std::string text = heading(labels(Label::favourable_title));
  text += markdown_row({label(Label::question), label(Label::favourable),
                        labels(Label::with_confidence, percent_text(report.confidence)),
                        label(Label::neutral), label(Label::unfavourable), label(Label::base),
                        label(Label::note)});
  text += markdown_row({"---", "---:", ":---:", "---:", "---:", "---:", "---"});
  for (const Measure* measure : items) {
    const uint64_t n = measure->n.value_or(0);
    const auto share = [&](std::string_view part) {
      return measure->value ? share_text(part_of(*measure, part), n) : std::string();
    };
    text += markdown_row({markdown_escaped(question_text(report, *measure)),
                          measure->value ? "**" + figure(*measure->value, "%") + "**" : "",
                          range_of(*measure, labels), share("neutral"), share("unfavourable"),
                          base_of(*measure), markdown_escaped(notes_text(*measure, labels))});
  }
  return text;
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
  constexpr std::string_view kActive = "\\`*_{}[]<>|#~&";
  std::string safe;
  for (const char c : printable(text)) {
    if (kActive.find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

std::string markdown_analyses(const Report& report, uint32_t table, const Labels& labels) {
  const Analyses analyses = analyses_of(report, table);
  std::string text;
  for (const DriverTable& drivers : analyses.drivers) text += drivers_text(report, drivers, labels);
  if (!analyses.scales.empty()) text += scales_text(analyses.scales, report, labels);
  if (!analyses.favourable.empty()) text += favourable_text(report, analyses.favourable, labels);
  return text;
}

}  // namespace topline
