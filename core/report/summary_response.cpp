// SPDX-License-Identifier: Apache-2.0
#include "core/report/summary_response.h"

#include <optional>

#include "core/report/labels.h"
#include "core/report/measure_words.h"
#include "core/report/outline.h"
#include "core/report/words.h"

namespace topline {
namespace {

std::optional<double> figure_named(const Measure& measure, std::string_view name) {
  for (const auto& [key, value] : measure.figures) {
    if (key == name) return value;
  }
  return std::nullopt;
}

// The summary is pasted anywhere: its minus is ASCII's.
std::string shown(double value, std::string_view unit) {
  return rounded(value, 0, unit == "points") + (unit == "%" ? "%" : "");
}

std::string invited_sentence(const Measure& rate, const Labels& labels) {
  const uint64_t answered = rate.parts.empty() ? 0 : rate.parts[0].second;
  return labels.filled(Label::response_sentence, {{"answered", grouped(answered)},
                                                  {"invited", grouped(rate.n.value_or(0))},
                                                  {"rate", shown(*rate.value, "%")}});
}

std::string bounds_sentence(const Report& report, const Measure& score, const Labels& labels) {
  const auto low = figure_named(score, "worst_case_low");
  const auto high = figure_named(score, "worst_case_high");
  if (!low || !high || figure_named(score, "missing") == 0.0) return {};
  const bool net = is_net_score(score.id);
  const std::string_view unit = measure_info(score.id).unit;
  const std::string name = net ? (score.id == MeasureId::enps ? "eNPS" : "NPS")
                               : "“" + question_text(report, score) + "”";
  std::string text = labels.filled(net ? Label::response_net_bounds : Label::response_share_bounds,
                                   {{"name", name},
                                    {"low", shown(*low, unit)},
                                    {"high", shown(*high, unit)}});
  const auto target = figure_named(score, "target");
  if (!target) return text;
  const std::string_view gap = labels.chinese() ? "" : " ";
  text += gap;
  if (const auto tips = figure_named(score, "tipping_point")) {
    return text + labels.filled(Label::response_tips, {{"target", shown(*target, unit)},
                                                       {"point", shown(*tips, unit)}});
  }
  return text + labels(*low >= *target ? Label::response_met_anyway : Label::response_missed_anyway,
                       shown(*target, unit));
}

}  // namespace

std::string summarise_response(const Report& report, uint32_t table) {
  const Labels labels(report.language);
  std::string text;
  const auto say = [&](const std::string& sentence) {
    if (!sentence.empty()) text += (labels.chinese() ? "" : " ") + sentence;
  };
  for (const Measure& measure : report.measures) {
    if (measure.table == table && measure.headline && measure.id == MeasureId::response_rate &&
        measure.value) {
      say(invited_sentence(measure, labels));
    }
  }
  if (text.empty()) return text;
  for (const Measure& measure : report.measures) {
    if (measure.table == table && measure.headline) say(bounds_sentence(report, measure, labels));
  }
  return text;
}

}  // namespace topline
