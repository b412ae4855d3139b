// SPDX-License-Identifier: Apache-2.0
#include "core/report/outline.h"

#include <algorithm>

#include "core/base/number.h"
#include "core/report/difference_index.h"

namespace topline {
namespace {

// More cards than these are a list.
constexpr size_t kMostCards = 6;

// Does `measure` speak of the wave that headlines speak of?
bool is_current(const Report& report, const ReportTable& table, const Measure& measure) {
  const auto& wave = cell_of(report, measure).wave;
  return table.headline_wave.empty() ? !wave : wave == table.headline_wave;
}

void sort_rows(const Report& report, Comparison& comparison) {
  const auto is_blank = [&](const Measure* measure) {
    const auto& segment = cell_of(report, *measure).segment;
    return std::any_of(segment.begin(), segment.end(),
                       [](const auto& s) { return s.second.empty(); });
  };
  std::stable_sort(comparison.rows.begin(), comparison.rows.end(),
                   [&](const Measure* a, const Measure* b) {
                     // Those who gave no answer to the segment's question stand last.
                     if (is_blank(a) != is_blank(b)) return is_blank(b);
                     if (a->id == MeasureId::rank_mean) return *a->value < *b->value;
                     return *a->value > *b->value;
                   });
}

void add(Comparison& comparison, const Measure& measure) {
  auto& list = measure.suppressed ? comparison.hidden
               : measure.value    ? comparison.rows
                                  : comparison.absent;
  list.push_back(&measure);
}

// The measures of one table, picked and grouped.
class MeasurePicker {
 public:
  MeasurePicker(const Report& report, uint32_t table, const DifferenceIndex& index)
      : report_(report), table_(report.tables[table]), index_(index) {
    for (const Measure& measure : report.measures) {
      if (measure.table != table || measure.column == 0) continue;
      (cell_of(report, measure).segment.empty() ? everyone_ : segmented_).push_back(&measure);
    }
  }

  TableOutline read() {
    TableOutline outline;
    outline.table = &table_;
    add_cards(outline);
    for (const Card& card : outline.cards) {
      add_waves(outline, *card.score);
      add_segments(outline, *card.score);
    }
    add_questions(outline);
    add_options(outline);
    return outline;
  }

 private:
  void add_cards(TableOutline& outline) {
    for (const Measure* measure : everyone_) {
      if (!measure->headline || outline.cards.size() == kMostCards) continue;
      if (measure->id == MeasureId::rating_mean || is_on_card(outline, measure)) continue;
      outline.cards.push_back({measure, mean_beside(*measure)});
    }
    if (!outline.cards.empty()) return;
    for (const Measure* measure : everyone_) {
      if (measure->headline && outline.cards.size() < kMostCards) {
        outline.cards.push_back({measure, nullptr});
      }
    }
  }

  static bool is_on_card(const TableOutline& outline, const Measure* measure) {
    return std::any_of(outline.cards.begin(), outline.cards.end(), [&](const Card& card) {
      return card.score == measure || card.mean == measure;
    });
  }

  const Measure* mean_beside(const Measure& score) const {
    if (score.id != MeasureId::csat && score.id != MeasureId::ces) return nullptr;
    const MeasureId mean = score.id == MeasureId::csat ? MeasureId::csat_mean : MeasureId::ces_mean;
    for (const Measure* measure : everyone_) {
      if (measure->id == mean && measure->column == score.column &&
          measure->cell == score.cell) {
        return measure;
      }
    }
    return nullptr;
  }

  void add_waves(TableOutline& outline, const Measure& lead) {
    Comparison comparison{.of = Comparison::Of::waves, .measure = lead.id, .everyone = nullptr};
    for (const std::string& wave : table_.waves) {
      for (const Measure* measure : everyone_) {
        if (measure->id == lead.id && measure->column == lead.column &&
            cell_of(report_, *measure).wave == wave) {
          add(comparison, *measure);
        }
      }
    }
    add_differences(comparison, "previous");
    for (const Measure* measure : comparison.rows) {
      if (const Difference* first = index_.of(*measure, "first")) comparison.since_first = first;
    }
    comparison.trend = index_.trend_of(lead);
    // One wave alone is what the card shows.
    if (comparison.rows.size() + comparison.hidden.size() > 1) keep(outline, std::move(comparison));
  }

  void add_segments(TableOutline& outline, const Measure& lead) {
    std::vector<Comparison> found;
    for (const Measure* measure : segmented_) {
      if (measure->id != lead.id || measure->column != lead.column ||
          !is_current(report_, table_, *measure)) {
        continue;
      }
      const std::string dimension = dimension_of(cell_of(report_, *measure));
      auto same = std::find_if(found.begin(), found.end(),
                               [&](const Comparison& c) { return c.dimension == dimension; });
      if (same == found.end()) {
        found.push_back({.of = Comparison::Of::segments,
                         .measure = lead.id,
                         .dimension = dimension,
                         .everyone = lead.value ? &lead : nullptr});
        same = std::prev(found.end());
      }
      add(*same, *measure);
    }
    for (Comparison& comparison : found) {
      sort_rows(report_, comparison);
      add_differences(comparison, "rest");
      keep(outline, std::move(comparison));
    }
  }

  void add_differences(Comparison& comparison, std::string_view against) const {
    for (const Measure* measure : comparison.rows) {
      comparison.differences.push_back(index_.of(*measure, against));
    }
  }

  // Headline scores without a card, those of one measure and scale together.
  void add_questions(TableOutline& outline) {
    std::vector<Comparison> found;
    for (const Measure* measure : everyone_) {
      if (!measure->headline || is_on_card(outline, measure)) continue;
      const std::string& scale = table_.columns[measure->column - 1].scale;
      auto same = std::find_if(found.begin(), found.end(), [&](const Comparison& c) {
        return c.measure == measure->id && c.dimension == scale;
      });
      if (same == found.end()) {
        found.push_back(
            {.of = Comparison::Of::questions, .measure = measure->id, .dimension = scale});
        same = std::prev(found.end());
      }
      add(*same, *measure);
    }
    for (Comparison& comparison : found) keep(outline, std::move(comparison));
  }

  void add_options(TableOutline& outline) {
    std::vector<Comparison> found;
    for (const Measure* measure : everyone_) {
      const bool listed = measure->id == MeasureId::share || measure->id == MeasureId::rank_mean ||
                          measure->id == MeasureId::rank_first;
      if (!listed || !is_current(report_, table_, *measure)) continue;
      const auto same = std::find_if(found.begin(), found.end(), [&](const Comparison& one) {
        return one.measure == measure->id && column_of(one) == measure->column;
      });
      if (same != found.end()) {
        add(*same, *measure);
      } else {
        found.push_back({.of = Comparison::Of::options, .measure = measure->id});
        add(found.back(), *measure);
      }
    }
    for (Comparison& comparison : found) {
      sort_rows(report_, comparison);
      keep(outline, std::move(comparison));
    }
  }

  static uint32_t column_of(const Comparison& comparison) {
    for (const auto* list : {&comparison.rows, &comparison.absent, &comparison.hidden}) {
      if (!list->empty()) return list->front()->column;
    }
    return 0;
  }

  static void keep(TableOutline& outline, Comparison comparison) {
    if (!comparison.rows.empty() || !comparison.hidden.empty()) {
      outline.comparisons.push_back(std::move(comparison));
    }
  }

  const Report& report_;
  const ReportTable& table_;
  const DifferenceIndex& index_;
  std::vector<const Measure*> everyone_;  ///< of no segment
  std::vector<const Measure*> segmented_;
};

}  // namespace

std::vector<TableOutline> make_outline(const Report& report) {
  std::vector<TableOutline> tables;
  const DifferenceIndex index(report);
  for (uint32_t i = 0; i < report.tables.size(); ++i)
    tables.push_back(MeasurePicker(report, i, index).read());
  return tables;
}

const Cell& cell_of(const Report& report, const Measure& measure) {
  return report.cells[measure.cell];
}

std::string segment_text(const Cell& cell, std::string_view no_answer) {
  std::string text;
  for (const auto& [name, value] : cell.segment) {
    if (!text.empty()) text += " × ";
    text += value.empty() ? no_answer : std::string_view(value);
  }
  return text;
}

std::string dimension_of(const Cell& cell) {
  std::string text;
  for (const auto& [name, value] : cell.segment) {
    if (!text.empty()) text += " × ";
    text += name;
  }
  return text;
}

bool has_note(const Measure& measure, std::string_view note) {
  return std::find(measure.notes.begin(), measure.notes.end(), note) != measure.notes.end();
}

bool in_box(const Measure& measure, std::string_view score) {
  const size_t dash = measure.box.find('-', 1);  // a scale may begin below zero
  const auto at = parse_number(score);
  if (!at || measure.box.empty()) return false;
  const std::string_view box = measure.box;
  const std::string_view high = dash == std::string_view::npos ? box : box.substr(dash + 1);
  const auto low =
      parse_number(box.substr(0, dash == std::string_view::npos ? box.find(' ') : dash));
  const auto top = parse_number(high.substr(0, high.find(' ')));
  return low && top && *at >= *low && *at <= *top;
}

}  // namespace topline
