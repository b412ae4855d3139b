// SPDX-License-Identifier: Apache-2.0
#include "core/report/difference_words.h"

#include <algorithm>
#include <cmath>

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/report/display_width.h"
#include "core/report/words.h"

namespace topline {
namespace {

std::string number_of(double value, std::string_view unit, Minus minus) {
  std::string text = rounded(value, unit == "points" || unit == "%" ? 0 : 2, true);
  if (text[0] == '-' && minus == Minus::typographic) text.replace(0, 1, "−");
  return text;
}

std::string unit_behind(std::string_view unit, const Labels& labels) {
  return unit == "%" ? std::string(labels(Label::percentage_points)) : std::string();
}

std::string unsigned_figure(double value, std::string_view unit, const Labels& labels) {
  // Rounded up: under the figure itself more would be missed than is said.
  const bool whole = unit == "points" || unit == "%";
  return rounded(whole ? std::ceil(value) : value, whole ? 0 : 2, false) +
         unit_behind(unit, labels);
}

std::string_view unit_of_id(const Difference& difference) {
  return measure_info(difference.id).unit;
}

// "a difference under about 9 to 21 would usually be missed"
void add_detectable(const std::vector<const Difference*>& all, const Labels& labels,
                    std::vector<std::string>& into) {
  std::optional<double> least, most;
  for (const Difference* one : all) {
    const auto size = one != nullptr ? figure_of(*one, "detectable") : std::nullopt;
    if (!size) continue;
    least = std::min(least.value_or(*size), *size);
    most = std::max(most.value_or(*size), *size);
  }
  if (!least) return;
  const std::string_view unit = unit_of_id(
      **std::find_if(all.begin(), all.end(), [](const Difference* one) { return one != nullptr; }));
  std::string text = unsigned_figure(*least, unit, labels);
  const std::string top = unsigned_figure(*most, unit, labels);
  if (top != text) {
    text = rounded(unit == "score" ? *least : std::ceil(*least), unit == "score" ? 2 : 0, false) +
           std::string(labels(Label::to)) + top;
  }
  std::string sentence = labels(Label::usually_missed, text);
  if (std::find(into.begin(), into.end(), sentence) == into.end()) {
    into.push_back(std::move(sentence));
  }
}

std::string named(const std::string& name, const std::string& words, const Labels& labels) {
  return name + (labels.chinese() ? "：" : ": ") + words;
}

void add_notes(const std::vector<const Difference*>& all, const Labels& labels,
               std::vector<std::string>& into) {
  for (const char* note : {"paired", "unpaired", "rest_with_no_answer"}) {
    const bool any = std::any_of(all.begin(), all.end(), [&](const Difference* one) {
      return one != nullptr &&
             std::find(one->notes.begin(), one->notes.end(), note) != one->notes.end();
    });
    if (any) into.push_back(std::string(labels(*find_label(note))));
  }
}

void say_segments(const Report& report, const Comparison& comparison, const Labels& labels,
                  std::vector<std::string>& into) {
  bool any = false;
  for (size_t i = 0; i < comparison.rows.size(); ++i) {
    const Difference* one = comparison.differences[i];
    if (one == nullptr || clear_direction(*one) == 0) continue;
    any = true;
    const std::string name =
        printable(segment_text(cell_of(report, *comparison.rows[i]), labels(Label::no_answer)));
    into.push_back(named(
        name,
        labels.filled(Label::from_the_rest,
                      {{"change", change_figure(one->value.value_or(0), unit_of_id(*one), labels)},
                       {"verdict", verdict_words(*one, labels)}}),
        labels));
  }
  if (!any) into.push_back(labels(Label::none_differs, printable(comparison.dimension)));
  add_detectable(comparison.differences, labels, into);
}

void say_change(const Report& report, const Difference& one, const Labels& labels,
                std::vector<std::string>& into) {
  const auto wave = [&](uint32_t cell) { return printable(report.cells[cell].wave.value_or("")); };
  into.push_back(
      labels.filled(Label::wave_against,
                    {{"wave", wave(one.a)},
                     {"before", wave(one.b)},
                     {"change", change_figure(one.value.value_or(0), unit_of_id(one), labels)},
                     {"verdict", verdict_words(one, labels)}}));
  add_detectable({&one}, labels, into);
  for (const MixRate& parts : one.mix_rate) {
    into.push_back(labels.filled(Label::mix_and_rate,
                                 {{"by", printable(parts.by)},
                                  {"mix", change_figure(parts.mix, unit_of_id(one), labels)},
                                  {"rate", change_figure(parts.rate, unit_of_id(one), labels)}}));
  }
}

void say_waves(const Report& report, const Comparison& comparison, const Labels& labels,
               std::vector<std::string>& into) {
  // The change that counts is the headline wave's; the others stand in the rows.
  const std::string& headline = comparison.rows.empty()
                                    ? std::string()
                                    : report.tables[comparison.rows[0]->table].headline_wave;
  for (size_t i = 0; i < comparison.rows.size(); ++i) {
    const Difference* one = comparison.differences[i];
    if (one != nullptr && report.cells[one->a].wave == headline) {
      say_change(report, *one, labels, into);
    }
  }
  if (comparison.since_first != nullptr) say_change(report, *comparison.since_first, labels, into);
  if (comparison.trend == nullptr) return;
  std::vector<std::string> beyond;
  for (const Trend::Point& point : comparison.trend->points) {
    if (point.out) beyond.push_back(printable(report.cells[point.cell].wave.value_or("")));
  }
  into.push_back(beyond.empty()
                     ? std::string(labels(Label::within_limits))
                     : labels(Label::beyond_limits, join(beyond, labels.chinese() ? "、" : ", ")));
}

}  // namespace

std::string change_figure(double value, std::string_view unit, const Labels& labels, Minus minus) {
  return number_of(value, unit, minus) + unit_behind(unit, labels);
}

int clear_direction(const Difference& difference) {
  if (difference.verdict != "clear" || !difference.value) return 0;
  return *difference.value > 0 ? 1 : -1;
}

std::optional<double> figure_of(const Difference& difference, std::string_view name) {
  for (const auto& [each, value] : difference.figures) {
    if (each == name) return value;
  }
  return std::nullopt;
}

std::string verdict_words(const Difference& difference, const Labels& labels, Minus minus) {
  const bool clear = difference.verdict == "clear";
  if (!clear && difference.verdict != "not_clear")
    return std::string(labels(Label::verdict_no_verdict));
  std::string text(labels(clear ? Label::verdict_clear : Label::verdict_not_clear));
  if (difference.interval) {
    const std::string_view unit = unit_of_id(difference);
    const std::string range = number_of(difference.interval->low, unit, minus) +
                              std::string(labels(Label::to)) +
                              change_figure(difference.interval->high, unit, labels, minus);
    text = labels.filled(clear ? Label::clear_with_range : Label::not_clear_with_range,
                         {{"level", percent_text(difference.interval->level)}, {"range", range}});
  }
  const auto& notes = difference.notes;
  if (std::find(notes.begin(), notes.end(), "one_of_many") != notes.end()) {
    text += (labels.chinese() ? "，" : ", ") + std::string(labels(Label::one_of_many));
  }
  return text;
}

std::vector<std::string> comparison_sentences(const Report& report, const Comparison& comparison,
                                              const Labels& labels) {
  std::vector<std::string> sentences;
  const bool any = std::any_of(comparison.differences.begin(), comparison.differences.end(),
                               [](const Difference* one) { return one != nullptr; });
  if (!any && comparison.trend == nullptr) return sentences;
  if (comparison.of == Comparison::Of::segments) {
    say_segments(report, comparison, labels, sentences);
  } else {
    say_waves(report, comparison, labels, sentences);
  }
  add_notes(comparison.differences, labels, sentences);
  return sentences;
}

}  // namespace topline
