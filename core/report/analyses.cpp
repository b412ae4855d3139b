// SPDX-License-Identifier: Apache-2.0
#include "core/report/analyses.h"

#include <algorithm>

#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/outline.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr std::string_view kIfDropped = "if_dropped:";

bool is_scale(MeasureId id) {
  return id == MeasureId::alpha || id == MeasureId::omega || id == MeasureId::sus ||
         id == MeasureId::umux_lite;
}

void take_driver(const Measure& measure, Analyses& analyses) {
  auto& tables = analyses.drivers;
  auto same = std::find_if(tables.begin(), tables.end(), [&](const DriverTable& table) {
    return table.outcome == measure.option;
  });
  if (same == tables.end()) same = tables.insert(tables.end(), DriverTable{measure.option, {}, {}});
  (measure.value ? same->rows : same->absent).push_back(&measure);
}

}  // namespace

Analyses analyses_of(const Report& report, uint32_t table) {
  Analyses analyses;
  const std::string& headline = report.tables[table].headline_wave;
  for (const Measure& measure : report.measures) {
    if (measure.table != table) continue;
    const Cell& cell = cell_of(report, measure);
    if (!cell.segment.empty()) continue;
    if (measure.id == MeasureId::driver) take_driver(measure, analyses);
    if (is_scale(measure.id) && !cell.wave) {
      ScaleFigures scale{&measure, {}};
      for (const auto& [name, figure] : measure.figures) {
        if (name.rfind(kIfDropped, 0) == 0) scale.items.push_back(name.substr(kIfDropped.size()));
      }
      analyses.scales.push_back(std::move(scale));
    }
    const bool current = headline.empty() ? !cell.wave : cell.wave == headline;
    if (measure.id == MeasureId::favourable && current) analyses.favourable.push_back(&measure);
  }
  for (DriverTable& drivers : analyses.drivers) {
    std::stable_sort(drivers.rows.begin(), drivers.rows.end(),
                     [](const Measure* a, const Measure* b) { return *a->value > *b->value; });
  }
  return analyses;
}

double figure_of(const Measure& measure, std::string_view name) {
  for (const auto& [key, figure] : measure.figures) {
    if (key == name) return figure;
  }
  return 0;
}

uint64_t part_of(const Measure& measure, std::string_view name) {
  for (const auto& [key, part] : measure.parts) {
    if (key == name) return part;
  }
  return 0;
}

std::string driver_sentence(const Report& report, const DriverTable& table, const Labels& labels) {
  if (table.rows.empty()) return {};
  const Measure& first = *table.rows[0];
  const std::string words =
      labels.filled(Label::driver_share_words,
                    {{"share", figure(figure_of(first, "share"), "%")},
                     {"r2", rounded(figure_of(first, "r_squared"), 2, false)}});
  return "“" + question_text(report, first) + "”" + (labels.chinese() ? "：" : ": ") + words;
}

std::string driver_base(const DriverTable& table, const Labels& labels) {
  if (table.rows.empty()) return {};
  const Measure& first = *table.rows[0];
  return labels.filled(Label::drivers_base,
                       {{"r2", rounded(figure_of(first, "r_squared"), 2, false)},
                        {"n", grouped(first.n.value_or(0))},
                        {"left_out", grouped(part_of(first, "left_out"))}});
}

std::string scale_title(const Measure& measure, const Labels& labels) {
  return labels.filled(Label::scale_items,
                       {{"name", measure.option}, {"measure", measure_name(measure.id, labels)}});
}

std::string notes_text(const Measure& measure, const Labels& labels) {
  if (!measure.value) return absence_text(measure, labels);
  std::string text;
  for (const std::string& note : measure.notes) {
    const auto words = find_label(note);
    if (!words || note == "goes_with") continue;  // the table says it once
    if (!text.empty()) text += labels.chinese() ? "，" : ", ";
    text += labels(*words);
  }
  return text;
}

std::string with_range(const Measure& measure, const Labels& labels) {
  if (!measure.value) return {};
  const std::string_view unit = measure_info(measure.id).unit;
  std::string text = figure(*measure.value, unit);
  if (measure.interval) {
    text += (labels.chinese() ? "" : " ") +
            bracketed(figure_range(*measure.interval, unit, labels), labels);
  }
  return text;
}

}  // namespace topline
