// SPDX-License-Identifier: Apache-2.0

// The names and words that a viewer needs beside the figures.

#include <set>

#include "core/report/json_parts.h"
#include "core/report/labels.h"
#include "core/report/measure_words.h"
#include "core/report/rollout_outline.h"

namespace topline {

void write_catalogue(const Report& report, JsonWriter& out) {
  const Labels labels(report.language);
  std::set<MeasureId> ids;
  std::set<std::string> words;
  for (const Measure& measure : report.measures) {
    ids.insert(measure.id);
    if (const auto theme = theme_of(measure_info(measure.id))) words.emplace(label_name(*theme));
    if (measure.column == 0 && !measure.option.empty()) words.insert("option_" + measure.option);
    if (!measure.why.empty()) words.insert(measure.why);
    words.insert(measure.notes.begin(), measure.notes.end());
  }
  for (const Criterion& criterion : report.scorecard) words.insert("criterion_" + criterion.name);
  for (const Difference& difference : report.differences) {
    words.insert(difference.notes.begin(), difference.notes.end());
    words.insert("verdict_" + difference.verdict);
  }
  out.key("catalogue");
  out.begin_object();
  for (MeasureId id : ids) {
    const MeasureInfo& info = measure_info(id);
    static constexpr std::string_view kBetter[] = {"higher", "lower", "none"};
    out.key(info.name);
    out.begin_object(true);
    out.field("name", measure_name(id, labels));
    out.field("unit", info.unit);
    out.field("better", kBetter[static_cast<size_t>(info.better)]);
    if (const auto theme = theme_of(info)) {
      out.field("theme", label_name(*theme).substr(std::string_view("theme_").size()));
    }
    out.end_object();
  }
  out.end_object();
  out.key("words");
  out.begin_object();
  for (const std::string& word : words) {
    if (const auto label = find_label(word)) out.field(word, labels(*label));
  }
  out.end_object();
}

}  // namespace topline
