// SPDX-License-Identifier: Apache-2.0
#include "core/report/display_width.h"
#include "core/report/render.h"
#include "core/report/text_card.h"
#include "core/report/text_comparison.h"
#include "core/report/text_messages.h"
#include "core/report/text_page.h"

namespace topline {

void render_text(const Report& report, const TextStyle& asked, const Sink& sink) {
  const TextStyle style = TextPage::at_least_narrow(asked);
  const Labels labels(report.language);
  TextPage page(style, sink);
  page.block(paragraph(Ink::plain, report.summary, style.width));
  bool scored = false;
  for (const TableOutline& outline : make_outline(report)) {
    if (report.tables.size() > 1) page.block({Line(Ink::title, printable(outline.table->name))});
    page.block(text_cards(report, outline.cards, style, labels));
    for (const Comparison& comparison : outline.comparisons) {
      page.block(text_comparison(report, comparison, style, labels));
    }
    scored = scored || !outline.cards.empty() || !outline.comparisons.empty();
  }
  if (!scored) page.block(paragraph(Ink::strong, labels(Label::nothing_scored), style.width));
  page.block(text_messages(report, style));
  page.block(text_sources(report, style, labels));
}

}  // namespace topline
