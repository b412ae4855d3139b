// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/report/difference_words.h"
#include "core/report/figures.h"
#include "core/report/markdown_text.h"
#include "core/report/measure_words.h"
#include "core/report/outline.h"
#include "core/report/render.h"
#include "core/report/rollout_figures.h"
#include "core/report/rollout_outline.h"
#include "core/report/text_comparison.h"
#include "core/report/text_messages.h"

namespace topline {
namespace {

std::string escaped(std::string_view text) { return markdown_escaped(text); }

class Markdown {
 public:
  Markdown(const Report& report, const Sink& sink)
      : report_(report), labels_(report.language), sink_(sink) {}

  void write() {
    sink_("# " + escaped(report_.title.empty() ? "Topline" : report_.title) + "\n\n");
    if (!report_.summary.empty()) sink_(escaped(report_.summary) + "\n");
    uint32_t table = 0;
    for (const TableOutline& outline : make_outline(report_)) {
      if (report_.tables.size() > 1) sink_("\n## " + escaped(outline.table->name) + "\n");
      cards(outline.cards);
      for (const Comparison& one : outline.comparisons) comparison(one);
      sink_(markdown_crosstabs(report_, table, labels_));
      sink_(markdown_analyses(report_, table, labels_));
      sink_(markdown_open_answers(report_, table++, labels_));
    }
    scorecard();
    for (const RolloutTheme& theme : rollout_themes(report_)) rollout(theme);
    messages();
    sources();
  }

 private:
  void heading(std::string_view text) { sink_("\n## " + escaped(text) + "\n\n"); }

  // A row of a pipe table; cells are escaped already.
  void row(const std::vector<std::string>& cells) {
    sink_(markdown_row(cells));
  }

  std::string label(Label id) const { return std::string(labels_(id)); }

  std::string range(const Measure& measure) const {
    return measure.interval
               ? figure_range(*measure.interval, measure_info(measure.id).unit, labels_)
               : std::string();
  }

  std::string range_heading() const {
    return labels_(Label::with_confidence, percent_text(report_.confidence));
  }

  std::string notes(const Measure& measure) const {
    if (!measure.value) return escaped(absence_text(measure, labels_));
    std::string text;
    for (const std::string& note : measure.notes) {
      const auto words = find_label(note);
      if (!words) continue;
      if (!text.empty()) text += ", ";
      text += labels_(*words);
    }
    return text;
  }

  // With a cell for what it is compared with where its table has such a column.
  void score_row(std::string name, const Measure& measure, bool compared = false,
                 const Difference* difference = nullptr) {
    const std::string_view unit = measure_info(measure.id).unit;
    std::vector<std::string> cells = {
        std::move(name), measure.value ? "**" + figure(*measure.value, unit) + "**" : "",
        range(measure), measure.n ? std::to_string(*measure.n) : "", notes(measure)};
    if (compared) {
      cells.push_back(difference == nullptr || !difference->value
                          ? std::string()
                          : change_figure(*difference->value, unit, labels_) +
                                (labels_.chinese() ? "，" : ", ") +
                                escaped(verdict_words(*difference, labels_)));
    }
    row(cells);
  }

  void cards(const std::vector<Card>& cards) {
    if (cards.empty()) return;
    heading(labels_(Label::headline_scores));
    row({label(Label::measure), label(Label::score), range_heading(), label(Label::base),
         label(Label::note)});
    row({"---", "---:", ":---:", "---:", "---"});
    for (const Card& card : cards) {
      const std::string question = question_text(report_, *card.score);
      for (const Measure* measure : {card.score, card.mean}) {
        if (measure == nullptr) continue;
        std::string name = escaped(card_title(*measure, labels_));
        if (!question.empty()) name += ": " + escaped(question);
        score_row(std::move(name), *measure);
      }
    }
    for (const Card& card : cards) parts(*card.score);
  }

  // "Net Promoter Score: 24% detractors · 29% passives · 47% promoters"
  void parts(const Measure& measure) {
    if (!is_net_score(measure.id) || measure.parts.size() != 3 || !measure.n) return;
    constexpr Label kNames[] = {Label::detractors, Label::passives, Label::promoters};
    std::string line;
    for (size_t i = 0; i < 3; ++i) {
      if (!line.empty()) line += " · ";
      line += share_text(measure.parts[i].second, *measure.n) + " " + label(kNames[i]);
    }
    sink_("\n" + escaped(question_text(report_, measure)) + (labels_.chinese() ? "：" : ": ") +
          line + "\n");
  }

  void comparison(const Comparison& comparison) {
    heading(comparison_title(report_, comparison, labels_));
    const bool waves = comparison.of == Comparison::Of::waves;
    const bool options = comparison.of == Comparison::Of::options;
    const bool questions = comparison.of == Comparison::Of::questions;
    const bool compared =
        std::any_of(comparison.differences.begin(), comparison.differences.end(),
                    [](const Difference* one) { return one != nullptr; });
    std::vector<std::string> names = {waves       ? label(Label::wave)
                                      : options   ? label(Label::option)
                                      : questions ? label(Label::question)
                                                  : escaped(comparison.dimension),
                                      label(Label::score), range_heading(), label(Label::base),
                                      label(Label::note)};
    std::vector<std::string> rule = {"---", "---:", ":---:", "---:", "---"};
    if (compared) {
      names.push_back(label(waves ? Label::against_previous : Label::against_rest));
      rule.push_back("---");
    }
    row(names);
    row(rule);
    for (const auto* list : {&comparison.rows, &comparison.absent, &comparison.hidden}) {
      for (size_t i = 0; i < list->size(); ++i) {
        const Measure& measure = *(*list)[i];
        const bool has = compared && list == &comparison.rows;
        score_row(escaped(row_name(report_, comparison, measure, labels_)), measure, compared,
                  has ? comparison.differences[i] : nullptr);
      }
    }
    if (comparison.everyone != nullptr) {
      score_row("*" + label(Label::everyone) + "*", *comparison.everyone, compared);
    }
    const std::vector<std::string> sentences =
        comparison_sentences(report_, comparison, labels_);
    if (!sentences.empty()) sink_("\n");
    for (const std::string& sentence : sentences) sink_("- " + escaped(sentence) + "\n");
  }

  void scorecard() {
    if (report_.scorecard.empty()) return;
    heading(labels_(Label::scorecard));
    row({label(Label::criterion), label(Label::verdict), label(Label::evidence)});
    row({"---", "---", "---"});
    for (const Criterion& criterion : report_.scorecard) {
      row({criterion_text(criterion, labels_), "**" + verdict_text(criterion.verdict, labels_) + "**",
           escaped(evidence_text(report_, criterion, labels_))});
    }
  }

  void rollout(const RolloutTheme& theme) {
    heading(labels_(theme.title));
    if (!theme.figures.empty()) {
      row({label(Label::measure), label(Label::value), range_heading(), label(Label::base), label(Label::note)});
      row({"---", "---:", ":---:", "---:", "---"});
      for (const Measure* measure : theme.figures) {
        rollout_row(measure_name(measure->id, labels_), *measure);
      }
    }
    for (const Breakdown& breakdown : theme.breakdowns) {
      sink_("\n### " + escaped(breakdown_title(breakdown, labels_)) + "\n\n");
      row({escaped(breakdown.dimension), label(Label::value), range_heading(), label(Label::base),
           label(Label::note)});
      row({"---", "---:", ":---:", "---:", "---"});
      for (const Measure* measure : breakdown.rows) {
        rollout_row(escaped(breakdown_row(report_, breakdown, *measure, labels_)), *measure);
      }
    }
  }

  void rollout_row(std::string name, const Measure& measure) {
    row({std::move(name),
         measure.value ? "**" + figure_in(*measure.value, unit_of(measure), labels_) + "**" : "",
         beside_figure(measure, labels_), measure.n ? std::to_string(*measure.n) : "",
         notes(measure)});
  }

  void messages() {
    if (report_.messages.empty()) return;
    heading(labels_(Label::messages));
    for (const Severity severity : {Severity::question, Severity::warning, Severity::info}) {
      for (const Message& message : report_.messages) {
        if (message.severity == severity) sink_("- " + escaped(message.text) + "\n");
      }
    }
  }

  void sources() {
    heading(labels_(Label::sources));
    for (const ReportInput& input : report_.inputs) {
      sink_("- " + escaped(input.name) + (labels_.chinese() ? "：" : ": ") +
            rows_text(input.rows, labels_) + "\n");
    }
    std::string made = "- Topline " + report_.version;
    if (!report_.as_of.empty()) made += " · " + labels_(Label::data_through, report_.as_of);
    sink_(made + "\n");
  }

  const Report& report_;
  Labels labels_;
  const Sink& sink_;
};

}  // namespace

void render_markdown(const Report& report, const Sink& sink) { Markdown(report, sink).write(); }

}  // namespace topline
