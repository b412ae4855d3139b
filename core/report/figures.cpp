// SPDX-License-Identifier: Apache-2.0
#include "core/report/figures.h"

#include "core/base/number.h"
#include "core/report/words.h"

namespace topline {
namespace {

std::string with_minus(std::string text, Minus minus) {
  if (minus == Minus::typographic && text[0] == '-') text.replace(0, 1, "−");
  return text;
}

}  // namespace

std::string figure(double value, std::string_view unit, Minus minus) {
  if (unit == "points") {
    return with_minus(rounded(value, 0, true), minus);
  }
  if (unit == "%") {
    const bool near_an_end = (value > 0 && value < 1) || (value > 99 && value < 100);
    return with_minus(rounded(value, near_an_end ? 1 : 0, false), minus) + "%";
  }
  return with_minus(rounded(value, 2, false), minus);
}

std::string figure_range(const MeasureInterval& interval, std::string_view unit,
                         const Labels& labels, Minus minus) {
  return figure(interval.low, unit, minus) + std::string(labels(Label::to)) +
         figure(interval.high, unit, minus);
}

std::string answers_text(uint64_t count, const Labels& labels) {
  return count == 1 ? std::string(labels(Label::one_answer))
                    : labels(Label::answers, grouped(count));
}

std::string percent_text(double part) { return format_number(part * 100) + "%"; }

std::string share_text(uint64_t part, uint64_t whole) {
  if (whole == 0) return "0%";
  return figure(100.0 * static_cast<double>(part) / static_cast<double>(whole), "%");
}

std::string bytes_text(uint64_t bytes) {
  constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB"};
  double size = static_cast<double>(bytes);
  size_t unit = 0;
  while (size >= 999.5 && unit < 4) {
    size /= 1000;
    ++unit;
  }
  return rounded(size, unit == 0 || size >= 99.5 ? 0 : 1, false) + " " + kUnits[unit];
}

}  // namespace topline
