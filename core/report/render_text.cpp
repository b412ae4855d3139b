// SPDX-License-Identifier: Apache-2.0
#include "core/report/display_width.h"
#include "core/report/render.h"
#include "core/report/text_analyses.h"
#include "core/report/text_card.h"
#include "core/report/text_comparison.h"
#include "core/report/text_crosstab.h"
#include "core/report/text_messages.h"
#include "core/report/text_open_answers.h"
#include "core/report/text_page.h"
#include "core/report/text_rollout.h"
#include "core/report/words.h"

namespace topline {

void render_text(const Report& report, const TextStyle& asked, const Sink& sink) {
  const TextStyle style = TextPage::at_least_narrow(asked);
  const Labels labels(report.language);
  TextPage page(style, sink);
  page.block(paragraph(Ink::plain, report.summary, style.width));
  bool scored = false;
  uint32_t table = 0;
  for (const TableOutline& outline : make_outline(report)) {
    const bool empty = outline.cards.empty() && outline.comparisons.empty();
    if (report.tables.size() > 1 && !empty) {
      page.block({Line(Ink::title, printable(outline.table->name))});
    }
    page.block(text_cards(report, outline.cards, style, labels));
    for (const Comparison& comparison : outline.comparisons) {
      page.block(text_comparison(report, comparison, style, labels));
    }
    for (const Crosstab& crosstab : report.crosstabs) {
      if (crosstab.table == table) page.block(text_crosstab(report, crosstab, style, labels));
    }
    const Analyses analyses = analyses_of(report, table++);
    for (const DriverTable& drivers : analyses.drivers) {
      page.block(text_drivers(report, drivers, style, labels));
    }
    page.block(text_scales(analyses.scales, style, labels));
    page.block(text_favourable(report, analyses.favourable, style, labels));
    for (const OpenAnswers& answers : report.open_answers) {
      if (answers.table + 1 == table) page.block(text_open_answers(report, answers, style, labels));
    }
    scored = scored || !empty || !analyses.empty();
  }
  page.block(text_scorecard(report, style, labels));
  page.block(text_goals(report, style, labels));
  for (const RolloutTheme& theme : rollout_themes(report)) {
    page.block(text_figures(report, theme, style, labels));
    size_t more = 0;
    for (const Breakdown& breakdown : theme.breakdowns) {
      // A terminal shows what the headlines are broken down by; every figure stands in CSV and JSON.
      if (is_headline(report, breakdown.measure)) {
        page.block(text_breakdown(report, breakdown, style, labels));
      } else {
        ++more;
      }
    }
    if (more != 0) page.block({Line(Ink::mute, labels(Label::more_breakdowns, grouped(more)))});
    scored = true;
  }
  page.block(text_differences(report, style, labels));
  if (!scored) page.block(paragraph(Ink::strong, labels(Label::nothing_scored), style.width));
  page.block(text_messages(report, style));
  page.block(text_sources(report, style, labels));
}

}  // namespace topline
