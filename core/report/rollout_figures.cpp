// SPDX-License-Identifier: Apache-2.0
#include "core/report/rollout_figures.h"

#include <cmath>

#include "core/measure/catalogue.h"
#include "core/report/figures.h"
#include "core/report/measure_words.h"
#include "core/report/words.h"

namespace topline {
namespace {

constexpr double kMinute = 60, kHour = 3600, kDay = 86400;

// "1,234.5", "−12": thousands apart, a true minus.
std::string plain(double value, int decimals) {
  std::string text = rounded(value, decimals, false);
  const bool minus = text[0] == '-';
  if (minus) text.erase(0, 1);
  const size_t point = std::min(text.find('.'), text.size());
  for (size_t at = point; at > 3; at -= 3) text.insert(at - 3, ",");
  return minus ? "−" + text : text;
}

std::string duration(double seconds, const Labels& labels) {
  const double size = seconds < 0 ? -seconds : seconds;
  if (size < 2 * kMinute) return labels(Label::seconds, plain(seconds, 0));
  if (size < 2 * kHour) return labels(Label::minutes, plain(seconds / kMinute, size < 600 ? 1 : 0));
  if (size < 2 * kDay) return labels(Label::hours, plain(seconds / kHour, 1));
  return labels(Label::days, plain(seconds / kDay, 1));
}

}  // namespace

std::string_view unit_of(const Measure& measure) {
  return measure.unit.empty() ? measure_info(measure.id).unit : std::string_view(measure.unit);
}

std::string rollout_figure(double value, std::string_view unit, const Labels& labels) {
  if (unit == "%" || unit == "points" || unit == "score") {
    const double size = value < 0 ? -value : value;
    if (unit == "%" && size < 100 && size >= 1) return plain(value, 1) + "%";
    if (unit == "%" && size >= 1000) return plain(value, 0) + "%";
    return figure(value, unit);
  }
  if (unit == "seconds") return duration(value, labels);
  const double size = value < 0 ? -value : value;
  const bool whole = value == static_cast<double>(static_cast<int64_t>(value)) || size >= 1000;
  if (unit == "users" || unit == "customers" || unit == "tickets" || unit == "count") {
    return plain(value, whole ? 0 : 1);
  }
  if (unit == "ratio" || unit == "periods" || unit == "purchases") return plain(value, 2);
  if (const auto period = find_label("unit_" + std::string(unit))) {
    return labels(*period, plain(value, 2));
  }
  const std::string amount = plain(value, size >= 1000 ? 0 : 2);
  return unit == "money" ? amount : std::string(unit) + " " + amount;
}

std::string beside_figure(const Measure& measure, const Labels& labels) {
  if (!measure.interval) return {};
  return rollout_figure(measure.interval->low, unit_of(measure), labels) +
         std::string(labels(Label::to)) +
         rollout_figure(measure.interval->high, unit_of(measure), labels);
}

std::string verdict_text(Criterion::Verdict verdict, const Labels& labels) {
  return std::string(labels(*find_label("verdict_" + std::string(verdict_name(verdict)))));
}

std::string criterion_text(const Criterion& criterion, const Labels& labels) {
  const auto name = find_label("criterion_" + criterion.name);
  return name ? std::string(labels(*name)) : criterion.name;
}

std::string evidence_text(const Report& report, const Criterion& criterion, const Labels& labels) {
  std::string text;
  for (const Criterion::Evidence& one : criterion.evidence) {
    const Measure& measure = report.measures[one.measure];
    if (!text.empty()) text += " · ";
    text += measure_name(measure.id, labels) + " " +
            (measure.value ? rollout_figure(*measure.value, unit_of(measure), labels)
                           : absence_text(measure, labels));
    if (one.target) {
      text += labels(Label::against_target, rollout_figure(*one.target, unit_of(measure), labels));
    }
  }
  return text;
}

}  // namespace topline
